// The height of a frame: followed both ways, and at rest in the end.
import assert from "node:assert/strict";
import { it } from "node:test";
import { HIGHEST, steady } from "../../embed/height.js";

/** What is told of `wanted` heights, each with a width, a time and so a change. */
function check(name, wanted, expected) {
  it(name, () => {
    const told = [];
    const want = steady((height) => told.push(height));
    for (const { height, width = 600, time } of wanted) want(height, width, time);
    assert.deepEqual(told, expected);
  });
}

/** A change each second, at one width. */
const calm = (...heights) => heights.map((height, index) => ({ height, time: index * 1000 }));

check("it grows and it shrinks", calm(400, 900, 300), [400, 900, 300]);
check("parts of a pixel count as whole ones", calm(400.2, 900.5), [401, 901]);
check("a pixel more or less is no change", calm(400, 401, 400, 399.4, 402), [400, 402]);
check("many small steps are not lost", calm(400, 400.9, 401.8, 402.7, 403.6), [400, 402, 404]);
check("there is an end to it", calm(HIGHEST * 3, HIGHEST * 9), [HIGHEST]);
check("it follows what moves", [0, 1, 2, 3, 4, 5, 6, 7].map((step) => ({ height: 100 + 10 * step, time: 16 * step })), [
  100, 110, 120, 130, 140, 150, 160, 170,
]);

const loop = (times, pause) =>
  Array.from({ length: times }, (_, index) => {
    const [height, width] = index % 2 ? [800, 600] : [1000, 585];
    return { height, width, time: index * pause };
  });

it("a scroll bar that comes and goes leaves it up", () => {
  const told = [];
  const want = steady((height) => told.push(height));
  for (const { height, width, time } of loop(1000, 16)) want(height, width, time);
  assert.ok(told.length < 10 && told.at(-1) === 1000, `${told}`);
  want(500, 600, 1000 * 16 + 5000);
  assert.equal(told.at(-1), 500, "what comes after it is followed");
});
check("a window that is made wide and narrow is followed", loop(12, 900), [
  1000, 800, 1000, 800, 1000, 800, 1000, 800, 1000, 800, 1000, 800,
]);
check(
  "screens that take turns are followed, however fast",
  loop(12, 16).map((change) => ({ ...change, width: 600 })),
  [1000, 800, 1000, 800, 1000, 800, 1000, 800, 1000, 800, 1000, 800],
);
