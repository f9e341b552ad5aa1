// The frame's half of the conversation, with a host that a test plays.
import assert from "node:assert/strict";
import { it } from "node:test";
import { guest } from "../../embed/guest.js";
import { hostile } from "./hostile.mjs";

const ORIGIN = "https://blog.example";
const NAMES = ["lang", "theme", "pack"];

/** A frame in a host's window: what it said and where to, what it took in, and how the host says something. */
function framed(t) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const [said, took] = [[], []];
  const parent = { postMessage: (data, target) => said.push({ ...structuredClone(data), target }) };
  const listeners = [];
  const window = { parent, addEventListener: (_, listener) => listeners.push(listener) };
  const note = (what) => (settings) => took.push([what, settings]);
  const tell = guest(window, NAMES, { answered: note("answered"), changed: note("changed"), reset: note("reset") });
  const { id } = said[0];
  const hear = (data, { source = parent, origin = ORIGIN } = {}) =>
    listeners.forEach((listener) => listener({ data, source, origin }));
  const host = (type, fields, from) => hear({ source: "strategy-first", v: 1, id, type, ...fields }, from);
  return { said, took, tell, hear, host, parent, id };
}

it("a page in no frame says nothing", () => {
  const window = { addEventListener: () => assert.fail("it has nobody to listen to") };
  window.parent = window;
  guest(window, NAMES, {})("height", { px: 1 });
});

it("hello until it is answered, then what happened meanwhile, to that host alone", (t) => {
  const { said, took, tell, host, id } = framed(t);
  assert.deepEqual(said, [{ source: "strategy-first", v: 1, id, type: "hello", target: "*" }]);
  assert.match(id, /^[0-9a-z]+(-[0-9a-z]+){3}$/);
  for (let step = 0; step < 20; step += 1) t.mock.timers.tick(50);
  assert.ok(said.length > 2 && said.every(({ type }) => type === "hello"));
  tell("height", { px: 300 });
  tell("scroll-top");
  tell("event", { name: "sf-reset", detail: null });
  said.length = 0;
  host("hello");
  assert.deepEqual(took, [["answered", undefined]]);
  assert.deepEqual(said, [{ source: "strategy-first", v: 1, id, type: "event", name: "sf-reset", detail: null, target: ORIGIN }]);
  tell("height", { px: 400 });
  assert.deepEqual([said[1].type, said[1].px, said[1].target], ["height", 400, ORIGIN]);
  for (let step = 0; step < 20; step += 1) t.mock.timers.tick(5000);
  host("hello");
  assert.equal(said.length, 2, "nothing more is said than was told");
  assert.equal(took.length, 1);
});

it("of much that happened before an answer, some is told", (t) => {
  const { said, tell, host } = framed(t);
  for (let index = 1; index < 1000; index += 1) tell("event", { name: "sf-step", detail: { index, total: 1000 } });
  host("hello");
  const told = said.filter(({ type }) => type === "event");
  assert.ok(told.length > 20 && told.length < 100, `${told.length}`);
  assert.equal(told[0].detail.index, 1, "from the first on");
});

it("settings and reset reach the app", (t) => {
  const { took, host } = framed(t);
  host("config", { lang: "fr", pack: "quick" });
  host("reset");
  assert.deepEqual(took.map(([what]) => what), ["answered", "changed", "reset"], "any word of the host is its answer");
  assert.deepEqual(took[1][1], { lang: "fr", pack: "quick" });
});

it("a host that does not know its name is told, and has not answered", (t) => {
  const { said, took, hear } = framed(t);
  for (const id of ["", "another"]) {
    said.length = 0;
    hear({ source: "strategy-first", v: 1, id, type: "hello" });
    assert.deepEqual([said.length, said[0].type, took.length], [1, "hello", 0]);
    hear({ source: "strategy-first", v: 1, id, type: "config", lang: "fr" });
    assert.deepEqual([said.length, took.length], [1, 0], "nothing else is heard from it");
  }
});

it("once it has answered, the host stays who it is", (t) => {
  const { took, host } = framed(t);
  host("hello");
  host("reset", {}, { origin: "https://elsewhere.example" });
  host("reset", {}, { source: {} });
  assert.equal(took.length, 1);
  host("reset");
  assert.equal(took.length, 2);
});

it("an opaque host can't be named, and is spoken to", (t) => {
  const { said, tell, host } = framed(t);
  host("hello", {}, { origin: "null" });
  tell("height", { px: 5 });
  assert.equal(said.at(-1).target, "*");
});

for (const isAnswered of [false, true]) {
  it(`hostile messages change nothing ${isAnswered ? "after" : "before"} the host has answered`, (t) => {
    const { said, took, hear, host, id } = framed(t);
    if (isAnswered) host("hello");
    const before = [said.length, took.length];
    const cases = hostile("frame", id);
    assert.ok(cases.length > 200);
    for (const { name, data } of cases) {
      hear(data);
      assert.deepEqual([said.length, took.length], before, name);
    }
    host("config", { lang: "fr" });
    assert.deepEqual(took.at(-1), ["changed", { lang: "fr" }], "and it listens as before");
  });
}
