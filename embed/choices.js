// What somebody may choose on embed.html: the fields with their defaults, how they stand in the page's address, and what
// they come to as attributes and custom properties of the element.
import { SETTINGS } from "./settings.js";

/** The element's colours, by the names of their fields; `--sf-` goes before each. */
export const COLOURS = ["accent", "bg", "fg", "muted", "border", "on-accent", "focus"];

/** Those of the element's attributes that are chosen from a list. */
const LISTED = ["view", "theme", "mode", "loading", "storage", "heading-level"];

/** The fields of the form, with their defaults. */
export const FIELDS = {
  ...Object.fromEntries(LISTED.map((name) => [name, SETTINGS[name][0]])),
  ...Object.fromEntries(COLOURS.map((name) => [name, ""])),
  pack: "full",
  "pack-url": "",
  lang: "",
  radius: "",
  font: "",
  "cta-href": "",
  "cta-label": "",
  "storage-key": "",
};

/** The longest text that a field takes. */
export const LONGEST = 500;

/** What can be chosen as `pack`; with `own`, `pack-url` says which. */
const PACKS = ["full", "quick", "own"];
const LARGEST_RADIUS = 48;

/** The fields as a page's fragment has them; what it doesn't name, or names wrongly, has its default. */
export function fromFragment(fragment, languages) {
  const asked = new URLSearchParams(fragment.replace(/^#/, ""));
  const listed = { pack: PACKS, lang: ["", ...languages] };
  const field = ([name, usual]) => {
    const value = (asked.get(name) ?? usual).slice(0, LONGEST);
    const values = listed[name] ?? (LISTED.includes(name) ? SETTINGS[name] : [value]);
    return [name, values.includes(value) ? value : usual];
  };
  return Object.fromEntries(Object.entries(FIELDS).map(field));
}

/** The fragment that says what differs from the defaults. */
export function toFragment(fields) {
  return new URLSearchParams(Object.entries(fields).filter(([name, value]) => value !== FIELDS[name])).toString();
}

/**
 * What the fields come to: `attributes` and `properties` that differ from the element's own defaults, and in `faults`, by the
 * field's name, the key of the words on what is wrong. What is wrong is in neither of the others. `base` is where the files
 * are; `isColour` asks the browser.
 */
export function settle(fields, base, isColour = () => true) {
  const faults = {};
  const attributes = {};
  const properties = {};
  const text = (name) => plain(fields[name]);
  const put = (name, value) => value && (attributes[name] = value);
  for (const name of LISTED) put(name, fields[name] === FIELDS[name] ? "" : fields[name]);
  put("lang", fields.lang);
  put("storage-key", text("storage-key") === SETTINGS["storage-key"] ? "" : text("storage-key"));
  // Neither the plan builder nor the drill asks questions of a pack, or comes to a result.
  if (["all", "quiz"].includes(fields.view)) {
    put("pack", pack(fields, base, faults));
    for (const [name, value] of Object.entries(link(text("cta-href"), text("cta-label"), faults))) put(name, value);
  }
  for (const name of COLOURS) {
    const value = text(name);
    if (!value) continue;
    if (isSafeColour(value) && isColour(value)) properties[`--sf-${name}`] = value;
    else faults[name] = "fault.colour";
  }
  Object.assign(properties, shape(text("radius"), text("font"), faults));
  const inOrder = Object.keys(SETTINGS).filter((name) => name in attributes);
  return { attributes: Object.fromEntries(inOrder.map((name) => [name, attributes[name]])), properties, faults };
}

/** The address of a page that is asked for by the names of attributes, where `names` are those that it knows. */
export function address(page, attributes, names) {
  const url = new URL(page);
  for (const name of names) if (name in attributes) url.searchParams.set(name, attributes[name]);
  return url.href;
}

/** One line, without what can't be seen or typed, and with no half of a letter. */
function plain(text) {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0020\u007f-\u009f]+/g, " ")
    .trim();
}

function pack(fields, base, faults) {
  if (fields.pack === "quick") return "quick";
  const typed = plain(fields["pack-url"]);
  if (fields.pack !== "own" || !typed) return "";
  const url = parsed(typed, base);
  if (url && ["http:", "https:"].includes(url.protocol)) return url.href;
  faults["pack-url"] = "fault.pack";
  return "";
}

/** The site's own link, if it is whole and leads where a visitor may be sent. */
function link(typed, label, faults) {
  const url = parsed(typed);
  const isGood = url && ["http:", "https:", "mailto:"].includes(url.protocol);
  if (typed && !isGood) faults["cta-href"] = "fault.href";
  if (typed && !label) faults["cta-label"] = "fault.label";
  if (label && !typed) faults["cta-href"] = "fault.no-href";
  return isGood && label ? { "cta-href": url.href, "cta-label": label } : {};
}

function shape(radius, font, faults) {
  const properties = {};
  if (/^\d+$/.test(radius) && Number(radius) <= LARGEST_RADIUS) properties["--sf-radius"] = `${Number(radius)}px`;
  else if (radius) faults.radius = "fault.radius";
  if (font && font.split(",").every(isFamily)) properties["--sf-font"] = font;
  else if (font) faults.font = "fault.font";
  return properties;
}

function parsed(typed, base) {
  return URL.canParse(typed, base) ? new URL(typed, base) : null;
}

const FUNCTIONS = "rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark|var";

/** Whether it has the form of a colour, and so can neither end its declaration nor ask for a file. */
function isSafeColour(value) {
  if (!/^(#[\da-f]{3,8}|[a-z]+|[\w-]+\([\w#%.,/() +-]+\))$/i.test(value)) return false;
  const isKnown = new RegExp(`^(${FUNCTIONS})$`, "i");
  // Brackets are closed in the order in which they are opened, and each belongs to a function.
  let depth = 0;
  for (const [, name, bracket] of value.matchAll(/([\w-]*)([()])/g)) {
    if (bracket === "(" && !isKnown.test(name)) return false;
    depth += bracket === "(" ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** A name of one or more words, in quotation marks or not, or the site's own property. */
function isFamily(text) {
  return /^\s*("[\p{L}\p{N} _-]+"|'[\p{L}\p{N} _-]+'|-?[\p{L}_][\p{L}\p{N} _-]*|var\(--[\w-]+\))\s*$/u.test(text);
}
