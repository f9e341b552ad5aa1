// A session: what a trainer asks of everybody in a room, in the fragment of a link. Fragments are sent to no server. It is read as
// a query, by the names of the element's attributes where there is one: `#session=1&lang=fr&seed=7&moment=before`. Where the page
// is at the plan, it begins `#plan&session=1`.
import { SETTINGS } from "./settings.js";

const VERSION = "1";

/** How the drill's order is named, at most (src/browser/options.rs). */
const LAST_SEED = 2 ** 32 - 1;

const WEB = ["https:", "http:"];

/** Whether a link leads where it may, given the schemes of that; one without a scheme leads to the page's own site. */
function leads(link, schemes) {
  // Another base would change nothing about the scheme.
  return URL.canParse(link, "https://localhost") && schemes.includes(new URL(link, "https://localhost").protocol);
}

const oneOf = (values) => (value) => values.includes(value);

/** What a session may hold, and whether a value is one. */
const HOLDS = {
  view: oneOf(SETTINGS.view),
  pack: (pack) => oneOf(["full", "quick"])(pack) || leads(pack, WEB),
  lang: (lang) => /^[a-z]{2,3}(-[a-z\d]+)*$/i.test(lang),
  seed: (seed) => /^\d{1,10}$/.test(seed) && Number(seed) <= LAST_SEED,
  moment: oneOf(["before", "after", "then"]),
  "cta-href": (link) => leads(link, [...WEB, "mailto:"]),
  "cta-label": (label) => label.length <= 80,
};

/** What of `settings` a session may hold, as texts. */
function sound(settings) {
  const texts = Object.keys(HOLDS).map((name) => [name, String(settings[name] ?? "").trim()]);
  return Object.fromEntries(texts.filter(([name, value]) => value && HOLDS[name](value)));
}

/** The settings in a fragment, and nothing where it is no session's. What is not allowed counts as not asked. */
export function readSession(fragment) {
  const held = new URLSearchParams(fragment.replace(/^#/, ""));
  return held.get("session") === VERSION ? sound(Object.fromEntries(held)) : undefined;
}

/** The fragment, with its `#`, for `settings` by the same names; what is not allowed is left out. */
export function writeSession(settings) {
  return `#${new URLSearchParams({ session: VERSION, ...sound(settings) })}`;
}
