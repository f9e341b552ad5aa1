// Pictures compared with accepted ones, at half their size: what remains of a letter's edge there is the same in every run.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

const folder = (path) => fileURLToPath(new URL(`../../../${path}/`, import.meta.url));
export const ACCEPTED = folder("tests/pictures");
const FOUND = folder("target/pictures");

/** How far apart two points may be, from 0 to 1, and how many may be further apart than that. */
const THRESHOLD = 0.06;
const MOST = 12;

/** Whether pictures are to be accepted as they are. */
export const isAccepting = process.env.SF_ACCEPT === "1";

/** Half as wide and half as high: each point is the middle of four. */
export function halved(bytes) {
  const { width, height, data } = PNG.sync.read(bytes);
  const half = new PNG({ width: width >> 1, height: height >> 1 });
  for (let y = 0; y < half.height; y += 1) {
    for (let x = 0; x < half.width; x += 1) {
      for (let part = 0; part < 4; part += 1) {
        const at = (2 * y * width + 2 * x) * 4 + part;
        const sum = data[at] + data[at + 4] + data[at + width * 4] + data[at + width * 4 + 4];
        half.data[(y * half.width + x) * 4 + part] = Math.round(sum / 4);
      }
    }
  }
  return half;
}

/** How many points differ, with a picture that shows where; none may where the sizes do. */
export function difference(one, other) {
  if (one.width !== other.width || one.height !== other.height) return { points: Infinity };
  const shown = new PNG({ width: one.width, height: one.height });
  const points = pixelmatch(one.data, other.data, shown.data, one.width, one.height, { threshold: THRESHOLD, includeAA: true });
  return { points, shown };
}

export const isSame = ({ points }) => points <= MOST;

/** Compares with what was accepted under `name`: nothing where it is the same, else what to look at. */
export function fault(name, found) {
  const file = join(ACCEPTED, `${name}.png`);
  if (isAccepting) {
    writeFileSync(file, PNG.sync.write(found, { colorType: 2, deflateLevel: 9 }));
    return null;
  }
  if (!existsSync(file)) return `there is no accepted picture ${name}.png yet: \`cargo xtask gallery --accept\` makes it`;
  const accepted = PNG.sync.read(readFileSync(file));
  const between = difference(accepted, found);
  if (isSame(between)) return null;
  mkdirSync(FOUND, { recursive: true });
  const now = join(FOUND, `${name}.png`);
  writeFileSync(now, PNG.sync.write(found));
  const size = ({ width, height }) => `${width} × ${height}`;
  if (!between.shown) return `it is ${size(found)}, and was ${size(accepted)}: ${now}`;
  const where = join(FOUND, `${name}.difference.png`);
  writeFileSync(where, PNG.sync.write(between.shown));
  return `${between.points} points differ from what was accepted: ${where} shows where, ${now} is how it looks now`;
}
