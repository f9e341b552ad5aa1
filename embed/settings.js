// What a page may ask for, by the same names as attributes of the element and in the addresses of our pages.

/** Each with its values, the first being the default; or with a default alone, where any text will do. */
export const SETTINGS = {
  view: ["all", "quiz", "plan", "drill"],
  pack: "full",
  lang: "",
  theme: ["auto", "light", "dark"],
  mode: ["inline", "iframe"],
  loading: ["lazy", "eager"],
  storage: ["local", "session", "none"],
  "storage-key": "default",
  "heading-level": ["2", "1", "3", "4", "5"],
  "cta-href": "",
  "cta-label": "",
  base: "",
};

/** What an app is opened with, and a frame is told by the page around it; where its files are is for its address to say. */
export const TOLD = ["view", "pack", "lang", "theme", "storage", "storage-key", "heading-level", "cta-href", "cta-label"];

/** What makes another app of it: where its files are, and where it keeps things. */
export const ANEW = ["base", "storage", "storage-key"];

/** The setting `name`, given what was asked for: what is not allowed counts as not asked. */
export function setting(name, asked) {
  const values = SETTINGS[name];
  if (typeof values === "string") return asked || values;
  return values.includes(asked) ? asked : values[0];
}

/** What a setting is called in scripts: `cta-href` is `ctaHref`. */
export function inScripts(name) {
  return name.replace(/-./g, (part) => part[1].toUpperCase());
}
