// A language that nobody speaks, made of English: longer, with accents, from right to left. What breaks in it would break in a
// real one. It is served in the place of English; nothing of it is in the release.
import { readFileSync } from "node:fs";

const PLAIN = "aceghijklnorstuwyzACEGHIJKLNORSTUWYZ";
const ACCENTED = "åçéĝĥîĵķļñöŕšţûŵýžÅÇÉĜĤÎĴĶĻÑÖŔŠŢÛŴÝŽ";
const MORE = "ûñ ðéûx ţŕöîš qûåţŕé çîñq šîx šéþţ ĥûîţ ñéûƒ ðîx";

/** What stands in files and is no text: ids, versions, addresses, tags. */
const NO_TEXT = /^([a-z0-9][\w./:#-]*|[A-Z]{1,4}[\d.-]*|https?:.*|#.*)$/;

/** How much longer a text gets that is so long: short ones most, as they do in German or Finnish; a pack may be refused for more. */
const growth = (length) => (length <= 15 ? 0.5 : length <= 100 ? 0.25 : 0.1);

/** `text` in that language: accented, and longer; blanks in braces stay. */
export function pseudo(text) {
  if (NO_TEXT.test(text)) return text;
  const accented = text
    .split(/(\{\w+\})/)
    .map((part) => (part.startsWith("{") ? part : part.replace(/[a-zA-Z]/g, (sign) => ACCENTED[PLAIN.indexOf(sign)] ?? sign)))
    .join("");
  const more = Math.floor(text.length * growth(text.length));
  return `${accented} ${MORE.slice(0, Math.max(1, more - 1)).trim()}`;
}

const DIRECTIONS = { ltr: "rtl" };

/** Every text within `value`, which is JSON. */
function turned(value) {
  if (Array.isArray(value)) return value.map(turned);
  if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, turned(held)]));
  return typeof value === "string" ? (DIRECTIONS[value] ?? pseudo(value)) : value;
}

const FILES = [
  "locales/en",
  "first/en",
  "code/locale.en",
  "files/locale.en",
  "packs/full.en",
  "packs/quick.en",
  "drills/strategy-or-tactic.en",
  "pages/difference.en",
  "plan/locale.en",
  "plan/words.en",
  "plan/outlines.en",
  "plan/checker.en",
  "trainer/locale.en",
  "trainer/course.en",
  "editor/locale.en",
  "worksheets/locale.en",
].map((name) => `${name}.json`);

/** The release’s files in that language, for a copy of the site. */
export const pseudoFiles = () =>
  Object.fromEntries(FILES.map((name) => [name, turned(JSON.parse(readFileSync(`${process.env.SF_DIST}/${name}`, "utf8")))]));

/** A page that knows its way about in that language. */
export const inPseudo = (Base) =>
  class extends Base {
    wording(text) {
      return pseudo(text);
    }
  };
