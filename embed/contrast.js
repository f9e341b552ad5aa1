// How well one colour can be read on another (WCAG 2.2, "relative luminance" and "contrast ratio").

/** What text and background are unless they are chosen, in light and in dark (style/tokens.css). */
const USUAL = { light: { bg: "#ffffff", fg: "#1c2430" }, dark: { bg: "#1b2129", fg: "#e9e6df" } };
export const ENOUGH = 4.5;

/** The least contrast of text and background in the themes that a visitor may see; none where a colour isn't in hexadecimal. */
export function leastContrast(properties, theme = "auto") {
  const themes = theme === "auto" ? ["light", "dark"] : [theme];
  const found = themes.map((name) => {
    const [bg, fg] = ["bg", "fg"].map((part) => luminance(properties[`--sf-${part}`] ?? USUAL[name][part]));
    return bg === null || fg === null ? null : (Math.max(bg, fg) + 0.05) / (Math.min(bg, fg) + 0.05);
  });
  return found.includes(null) ? null : Math.min(...found);
}

/** From 0 for black to 1 for white. */
function luminance(colour) {
  const digits = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(colour)?.[1];
  if (!digits) return null;
  const pairs = digits.length === 3 ? [...digits].map((digit) => digit + digit) : digits.match(/../g);
  const [red, green, blue] = pairs.map((pair) => {
    const part = parseInt(pair, 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
