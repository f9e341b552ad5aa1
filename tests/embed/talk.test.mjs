// What frame and host say to each other, and all that they must not listen to.
import assert from "node:assert/strict";
import { it } from "node:test";
import { EVENTS, TO_HOST, insist, message, read, toFrame } from "../../embed/talk.js";
import { GOOD, OUTCOME, hostile } from "./hostile.mjs";

const THERE = { the: "other window" };
const ORIGIN = "https://frames.example";
const NAMES = ["lang", "theme", "pack", "cta-href"];
const KINDS = { host: TO_HOST, frame: toFrame(NAMES) };

const hear = (side, data, more) =>
  read({ source: THERE, origin: ORIGIN, data, ...more }, THERE, [ORIGIN, "null"], KINDS[side]);

for (const side of ["host", "frame"]) {
  it(`what the ${side} is told arrives as it was said`, () => {
    for (const { type, ...fields } of GOOD[side]) {
      const sent = structuredClone(message("f1", type, fields));
      assert.deepEqual(sent, { source: "strategy-first", v: 1, id: "f1", type, ...fields });
      assert.deepEqual(hear(side, sent), { id: "f1", type, ...fields });
      assert.deepEqual(hear(side, sent, { origin: "null" }), { id: "f1", type, ...fields }, "from an opaque origin");
    }
  });

  it(`the ${side} hears nothing of what is no message to it`, () => {
    const cases = hostile(side, "f1");
    assert.ok(cases.length > 200, `${cases.length} kinds`);
    for (const { name, data } of cases) assert.equal(hear(side, data), null, name);
  });

  it(`the ${side} hears nobody else`, () => {
    const { type, ...fields } = GOOD[side][1];
    const good = message("f1", type, fields);
    for (const source of [undefined, null, {}, { ...THERE }, "other window", globalThis]) {
      assert.equal(hear(side, good, { source }), null, "from another window");
    }
    const others = ["https://frames.example.org", "http://frames.example", `${ORIGIN}:8443`, `${ORIGIN}/`];
    for (const origin of [undefined, "", "*", ...others]) {
      assert.equal(hear(side, good, { origin }), null, `from ${origin}`);
    }
    const nowhere = read({ source: null, origin: ORIGIN, data: good }, null, [ORIGIN], KINDS[side]);
    assert.equal(nowhere, null, "before there is another window");
    assert.notEqual(read({ source: THERE, origin: "https://any.example", data: good }, THERE, undefined, KINDS[side]), null);
  });
}

it("an event arrives with what belongs to it, and nothing else", () => {
  const details = {
    "sf-ready": { version: "1.0.0", view: "all", lang: "fr" },
    "sf-start": { pack: "full", packVersion: "1" },
    "sf-step": { index: 1, total: 17 },
    "sf-complete": OUTCOME,
    "sf-plan-change": { rev: 3, findings: { error: 1, warning: 0, hint: 12 } },
    "sf-export": { format: "docx" },
    "sf-reset": null,
    "sf-storage": { tier: "memory" },
    "sf-error": { code: "load", message: "The words could not be loaded." },
  };
  assert.deepEqual(Object.keys(details), Object.keys(EVENTS));
  const told = (name, detail) => hear("host", structuredClone(message("f1", "event", { name, detail })));
  for (const [name, detail] of Object.entries(details)) {
    const more = detail && { ...detail, answers: { q01: "a" }, typed: "our secret plan" };
    assert.deepEqual(told(name, more), { id: "f1", type: "event", name, detail }, name);
  }
  for (const named of [null, { stage: "CON", item: null }]) {
    assert.deepEqual(told("sf-complete", { ...OUTCOME, first: named }).detail.first, named);
  }
  const { stages, first } = OUTCOME;
  const within = { ...OUTCOME, stages: { ...stages, XXX: "mostly" }, first: { ...first, answer: "b" } };
  assert.deepEqual(told("sf-complete", within).detail, OUTCOME);
});

it("a configuration holds the attributes that are set, and no others", () => {
  const config = (fields) => hear("frame", structuredClone(message("f1", "config", fields)));
  assert.deepEqual(config({}), { id: "f1", type: "config" });
  const fields = { lang: "fr", "cta-href": "https://example.org/" };
  const more = { onclick: "alert(1)", base: "https://elsewhere.example/" };
  assert.deepEqual(config({ ...fields, ...more }), { id: "f1", type: "config", ...fields });
});

it("hello is said again after longer and longer pauses, and not for ever", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const at = [];
  let now = 0;
  const pass = (until) => {
    for (; now < until; now += 10) t.mock.timers.tick(10);
  };
  insist(() => at.push(now));
  pass(300_000);
  const pauses = at.slice(1).map((time, index) => time - at[index]);
  assert.ok(at[0] === 0 && at.length > 5 && at.length < 12 && at.at(-1) < 60_000, `${at}`);
  assert.ok(pauses.every((pause, index) => pause > (pauses[index - 1] ?? 0)), `${pauses}`);
  let said = 0;
  const rest = insist(() => (said += 1));
  rest();
  pass(now + 60_000);
  assert.equal(said, 1, "once it is answered it is not said again");
});
