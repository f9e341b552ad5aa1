// What a package's `settings.json` may say, by the names that the element's attributes have.
import { setting } from "../settings.js";

const MOMENTS = ["", "before", "after", "then"];
const SCORES = ["none", "direction", "work"];

/** The settings in a text; what is missing or not allowed is as if it had not been said. */
export function readOptions(text) {
  const asked = object(text);
  const one = (name, values) => (values.includes(asked[name]) ? asked[name] : values[0]);
  const word = (name) => (typeof asked[name] === "string" ? asked[name] : undefined);
  return {
    ...Object.fromEntries(
      ["lang", "theme", "view", "pack", "cta-href", "cta-label"].map((name) => [name, setting(name, word(name))]),
    ),
    seed: Number.isInteger(asked.seed) && asked.seed >= 0 && asked.seed < 2 ** 32 ? String(asked.seed) : "",
    moment: one("moment", MOMENTS),
    score: one("score", SCORES),
  };
}

function object(text) {
  try {
    const read = JSON.parse(text ?? "");
    return read && typeof read === "object" ? read : {};
  } catch {
    return {};
  }
}
