// A text as a QR code (ISO/IEC 18004): capitals and digits in alphanumeric mode, anything else in bytes. It is loaded with the
// first one.
import { encode } from "uqr";

/** The light modules around a code that readers need to find it. */
const QUIET = 4;

/**
 * The modules of the code for `text`, row by row, `true` being dark, with no margin. What one of them holds beyond what is needed
 * goes to mending it (at least 15 % may be unreadable); a text of more than 2,331 bytes is too long, and an error.
 */
export function qr(text) {
  return encode(text, { ecc: "M", boostEcc: true, border: 0 }).data;
}

/** The dark modules as one path, and the box of a picture that has the margin, too. */
export function path(modules) {
  const runs = modules.flatMap((row, y) => {
    const starts = row.map((isDark, x) => (isDark && !row[x - 1] ? x : -1)).filter((x) => x >= 0);
    const length = (x) => (row.indexOf(false, x) < 0 ? row.length : row.indexOf(false, x)) - x;
    return starts.map((x) => `M${x + QUIET} ${y + QUIET}h${length(x)}v1h-${length(x)}z`);
  });
  const size = modules.length + 2 * QUIET;
  return { box: `0 0 ${size} ${size}`, path: runs.join("") };
}

/** What the program draws. */
export default (text) => path(qr(text));
