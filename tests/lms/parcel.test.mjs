// What a system keeps for a learner: put in and taken out again, in little room, and never cut.
import assert from "node:assert/strict";
import { it } from "node:test";
import { open, seal } from "../../embed/lms/parcel.js";
import { answersIn, smaller } from "../../embed/lms/state.js";
import { chance } from "./lib/app.mjs";

const WORDS = ["plan", "هدف", "استراتيجية", "😀", "👩🏽‍💻", "é", "‏", "Ziel", "\ud83d", "\n", '"', "日本", "newsletter", "000"];

/** A state as somebody may leave it. */
function state(roll) {
  const text = (most) => Array.from({ length: roll(most) }, () => WORDS[roll(WORDS.length)]).join(" ");
  const answers = () => Object.fromEntries(Array.from({ length: roll(18) }, (_, at) => [`q${at}`, "abcde"[roll(5)]]));
  const results = Array.from({ length: roll(5) ? roll(4) : roll(250) }, (_, at) => ({
    id: `r${at}-${roll(1e6)}`,
    pack: "full",
    answers: answers(),
    taken_at: "2026-11-21",
  }));
  const plans = Array.from({ length: roll(3) }, (_, at) => ({
    id: `p${at}`,
    title: text(9),
    tactics: Array.from({ length: roll(45) }, () => ({ id: `t${roll(1e9)}`, name: text(12), why: text(60) })),
  }));
  const check = {
    pack: "full",
    pack_version: "1",
    answers: answers(),
    at: "q3",
    carried: [],
    result_id: results.at(-1)?.id ?? null,
  };
  const backup = {
    format: "strategy-first/backup",
    version: 1,
    plans,
    current_plan: plans[0]?.id ?? null,
    session: { screen: "question", check, drill: null },
    results,
    preferences: null,
  };
  // Files have no halves of characters; what is typed into a form has none either.
  return JSON.parse(JSON.stringify(backup).replaceAll("\\ud83d", "\\ufffd"));
}

it("a thousand states, with emoji and Arabic, in 4,096 characters: none cut, and answers always there", async () => {
  const roll = chance(7);
  const left = { "": 0, plans: 0, results: 0 };
  for (let turn = 0; turn < 1000; turn += 1) {
    const whole = state(roll);
    const copies = [...smaller(whole)];
    const sealed = await seal(copies, 4096);
    assert.ok(sealed, "something always fits");
    assert.ok(sealed.line.length <= 4096 && /^1\.[\w-]+\.[0-9a-f]{6}$/.test(sealed.line), sealed.line);
    const { content } = await open(sealed.line);
    assert.deepEqual(content, copies[sealed.at], "what comes out is one of the copies, whole");
    const here = answersIn(content.backup).map(({ item, option }) => [item, option]);
    assert.deepEqual(
      here,
      answersIn(whole).map(({ item, option }) => [item, option]),
    );
    left[content.left] += 1;
  }
  assert.ok(
    Object.values(left).every((count) => count > 20),
    JSON.stringify(left),
  );
});

it("copies get smaller, the answers staying longest", () => {
  const whole = {
    plans: [{ id: "a" }, { id: "b" }],
    current_plan: "b",
    results: [1, 2, 3, 4, 5].map((id) => ({ id })),
    session: { check: { answers: { q: "a" } } },
  };
  const told = [...smaller(whole)].map(({ left, backup }) => [
    left,
    backup.plans.map(({ id }) => id),
    backup.results.map(({ id }) => id),
  ]);
  assert.deepEqual(told, [
    ["", ["a", "b"], [1, 2, 3, 4, 5]],
    ["plans", ["b"], [1, 2, 3, 4, 5]],
    ["plans", [], [1, 2, 3, 4, 5]],
    ["results", [], [4, 5]],
    ["results", [], [5]],
    ["results", [], []],
  ]);
});

it("where nothing is short enough, there is nothing, and not a part", async () => {
  assert.equal(await seal(["a".repeat(50), "b"], 4), undefined);
  assert.equal((await seal(["a".repeat(5000), "b"], 40)).at, 1);
});

it("damage is found, and what is newer is known as such", async () => {
  const { line } = await seal([{ answers: "abc" }], 4096);
  for (let at = 2; at < line.length; at += 1) {
    const other = line[at] === "x" ? "y" : "x";
    assert.deepEqual(await open(line.slice(0, at) + other + line.slice(at + 1)), { fault: "damaged" }, `at ${at}`);
    assert.deepEqual(await open(line.slice(0, at)), { fault: "damaged" }, `cut at ${at}`);
  }
  const cases = [
    ["", {}],
    [undefined, {}],
    ["2.whatever it is", { fault: "newer" }],
    ["17.x.y", { fault: "newer" }],
    ["0.x.y", { fault: "damaged" }],
    ["bookmark=3", { fault: "damaged" }],
    ['{"page":1}', { fault: "damaged" }],
  ];
  for (const [text, expected] of cases) assert.deepEqual(await open(text), expected, text);
});

it("what would unpack to more than a file may have is refused", async () => {
  const { line } = await seal(["a".repeat(3 << 20)], 1 << 20);
  assert.deepEqual(await open(line), { fault: "damaged" });
});
