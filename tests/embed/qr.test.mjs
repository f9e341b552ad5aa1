// QR codes, read again by a reader that has nothing in common with what made them.
import assert from "node:assert/strict";
import { test } from "node:test";
import jsqr from "jsqr";
import { writeSession } from "../../embed/session.js";
import draw, { path, qr } from "../../embed/qr.js";

const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Numbers that look like chance, the same in each run (mulberry32). */
function chance(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** The picture of a path as pixels, `scale` to a module: dark where one of its runs is. */
function pixels({ box, path }, scale) {
  const width = Number(box.split(" ").pop()) * scale;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, length, back] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)) {
    assert.equal(length, back);
    for (let row = y * scale; row < (Number(y) + 1) * scale; row += 1) {
      const from = (row * width + x * scale) * 4;
      for (let at = from; at < from + length * scale * 4; at += 4) data.fill(0, at, at + 3);
    }
  }
  return [data, width, width];
}

const read = (text) => {
  const found = jsqr(...pixels(draw(text), 4));
  // Its own reading of bytes knows no characters.
  return found && { text: new TextDecoder().decode(Uint8Array.from(found.binaryData)), modes: found.chunks.map(({ type }) => type) };
};

test("two hundred codes and links are read as they were written", () => {
  const below = chance(7);
  const group = () => Array.from(Array(5), () => SIGNS[below(SIGNS.length)]).join("");
  for (let count = 0; count < 100; count += 1) {
    const code = Array.from(Array(3 + below(18)), group).join("-");
    assert.deepEqual(read(code), { text: code, modes: ["alphanumeric"] });
    const label = ["Parlons-en après", "Talk to us", "„Weiter“ – 次へ 🙂", ""][below(4)];
    const settings = { seed: below(1e9), moment: ["before", "after", "then"][below(3)], "cta-label": label.repeat(1 + below(4)) };
    const link = `https://${group().toLowerCase()}.example/${"x".repeat(below(300))}/index.html${writeSession(settings)}`;
    assert.equal(read(link)?.text, link);
  }
});

test("a text with accents is read, and one that is too long is an error", () => {
  assert.equal(read("é – 次 🙂")?.text, "é – 次 🙂");
  assert.equal(qr("é".repeat(1165)).length, 177);
  assert.throws(() => qr("x".repeat(2332)));
});

test("a code has the margin that readers need, and its three corners", () => {
  const { box, path: drawn } = path([
    [true, true, false],
    [false, true, true],
    [true, false, true],
  ]);
  assert.equal(box, "0 0 11 11");
  assert.equal(drawn, "M4 4h2v1h-2zM5 5h2v1h-2zM4 6h1v1h-1zM6 6h1v1h-1z");
});
