// Messages that mean harm, or nothing: each is a name and what a listener for messages is given.

/** One good message of each kind, as the frame says it to its host and the host to its frame. */
export const GOOD = {
  host: [
    { type: "hello" },
    { type: "height", px: 640 },
    { type: "scroll-top" },
    { type: "event", name: "sf-step", detail: { index: 2, total: 8 } },
    { type: "event", name: "sf-reset", detail: null },
  ],
  frame: [{ type: "hello" }, { type: "config", lang: "fr", theme: "dark", pack: "quick" }, { type: "reset" }],
};

const LONG = "x".repeat(5000);

const STAGES = { SIT: "partly", OBJ: null, CHO: "not-yet", TAC: "mostly", ACT: null, CON: "partly" };

/** The detail of a check that is over. */
export const OUTCOME = {
  pack: "full",
  packVersion: "1",
  strategy: 40,
  tactics: null,
  reading: ["busy"],
  tie: "partly",
  stages: STAGES,
  flags: ["shiny"],
  first: { stage: "CHO", item: "q05" },
};

/** What each of its fields is not. */
const NO_OUTCOME = {
  pack: [null, 1, LONG],
  packVersion: [undefined, {}],
  strategy: ["40", -1, NaN, [40], undefined, true],
  tactics: ["high", Infinity, {}],
  reading: ["busy", { 0: "busy", length: 1 }, [1], [null], [["busy"]], [LONG], Array(3), new Array(5000).fill("busy"), null],
  tie: [1, {}, undefined, LONG],
  stages: [null, [], "partly", {}, { ...STAGES, CON: undefined }, { ...STAGES, CON: 3 }, { ...STAGES, SIT: { typed: "words" } }],
  flags: [null, "shiny", [{}], [undefined], new Array(100).fill("shiny")],
  first: ["CHO", {}, [], { stage: "CHO" }, { stage: null, item: "q05" }, { stage: "CHO", item: 5 }],
};

const cyclic = () => {
  const ring = { source: "strategy-first", v: 1, id: "f", type: "event", name: "sf-step" };
  ring.detail = { index: ring, total: ring };
  return ring;
};

/** Looks like a message, and does something when it is looked at. */
const thrower = () => {
  throw new Error("looked at");
};
const behindGetters = (good) =>
  Object.defineProperties({}, Object.fromEntries(Object.keys(good).map((name) => [name, { get: thrower, enumerable: true }])));
const traps = ["get", "has", "ownKeys", "getPrototypeOf", "getOwnPropertyDescriptor"];
const trapped = (good) => new Proxy(good, Object.fromEntries(traps.map((trap) => [trap, thrower])));

/** What every object has without having it. */
const INHERITED = ["toString", "constructor", "__proto__", "hasOwnProperty", "valueOf"];

/** Becomes `text` where a text is wanted. */
const saying = (text) => ({ toString: () => text });

/** What stands in the place of a field's own value. */
const WRONG = {
  source: ["", "strategy", "Strategy-First", "strategy-first ", LONG, 1, null, undefined, ["strategy-first"], saying("strategy-first")],
  v: [0, 2, -1, 1.5, "1", null, undefined, NaN, Infinity, [1], true, 1n, new Number(1)],
  id: [LONG, 7, null, undefined, [], {}, ["f"], true],
  type: ["", "Hello", "hello ", "navigate", "answer", ...INHERITED, LONG, 1, null, undefined, ["hello"], {}, saying("hello")],
};

/** Fields that are not sane, by the type of the message. */
const INSANE = {
  height: ["px", [-1, NaN, Infinity, -Infinity, 1e9, 1e308, "640", "640px", null, undefined, [640], {}, true, 640n]],
  event: ["name", ["", "click", "sf-", "sf-answer", "SF-STEP", "load", ...INHERITED, LONG, 1, null, undefined, ["sf-step"], {}]],
  config: ["lang", [1, null, true, [], ["fr"], {}, LONG, NaN, undefined, Symbol.iterator]],
};

/** Details that an event does not have. */
const DETAILS = {
  "sf-step": [
    ...[null, undefined, 1, "2 of 8", [], [2, 8], { index: 2 }, Object.create({ index: 2, total: 8 })],
    ...["2", -1, NaN, null, { valueOf: () => 2 }].map((index) => ({ index, total: 8 })),
  ],
  "sf-start": [null, { pack: "full" }, { pack: 1, packVersion: "1" }, { pack: LONG, packVersion: "1" }],
  "sf-complete": [
    null,
    {},
    ...Object.entries(NO_OUTCOME).flatMap(([field, values]) => values.map((value) => ({ ...OUTCOME, [field]: value }))),
  ],
  "sf-plan-change": [null, ...[undefined, 3, null, {}, { error: 0, warning: 0 }].map((findings) => ({ rev: 1, findings }))],
  "sf-export": [null, { format: null }, { format: ["json"] }, { format: LONG }],
  "sf-storage": [null, { tier: 1 }, {}],
  "sf-error": [null, { code: "load" }, { code: "load", message: { html: "<b>" } }, { code: LONG, message: "" }],
  "sf-ready": [null, { version: "1" }, { version: 1, view: "all", lang: "en" }],
};

/** What is no plain object at all. */
const NO_MESSAGES = {
  nothing: undefined,
  null: null,
  "a number": 1,
  "a big number": 10n ** 40n,
  "a text": "strategy-first",
  "a message as JSON": JSON.stringify({ source: "strategy-first", v: 1, id: "f", type: "hello" }),
  "a huge text": "x".repeat(3_000_000),
  "yes": true,
  "an empty object": {},
  "an empty list": [],
  "a list with the fields": Object.assign([], { source: "strategy-first", v: 1, id: "f", type: "hello" }),
  "a long list": new Array(100_000).fill({ source: "strategy-first" }),
  "a map": new Map([["source", "strategy-first"], ["type", "hello"]]),
  "a set": new Set(["strategy-first"]),
  "a day": new Date(0),
  "an error": Object.assign(new Error("hello"), { source: "strategy-first", v: 1, id: "f", type: "hello" }),
  "a pattern": /strategy-first/,
  "bytes": new Uint8Array(1024),
  "what a frame is sent by others": { type: "resize", height: 4000 },
  "what reloads others": { type: "reload", url: "javascript:alert(1)" },
  "a chain of prototypes": Object.create({ source: "strategy-first", v: 1, id: "f", type: "hello" }),
  "an object without a prototype": Object.assign(Object.create(null), { source: "strategy-first", v: 1, id: "f", type: "hello" }),
};

/** What can't be sent from one window to another, but be dispatched within one. */
const isSendable = (data) => {
  try {
    structuredClone(data);
    return true;
  } catch {
    return false;
  }
};

/**
 * All that may reach `side`, the `host` or the `frame`, called `id`: `{ name, data }`, and `sendable` where a window may send it
 * to another. What a window may send, but is wrong by where it comes from alone, is not among it.
 */
export function hostile(side, id) {
  const head = { source: "strategy-first", v: 1, id };
  const cases = [];
  const add = (name, data) => cases.push({ name, data, sendable: isSendable(data) });
  for (const [name, data] of Object.entries(NO_MESSAGES)) add(name, data);
  for (const good of GOOD[side]) {
    const whole = { ...head, ...good };
    for (const [field, values] of Object.entries(WRONG)) {
      for (const value of values) add(`${good.type} with ${field} ${said(value)}`, { ...whole, [field]: value });
    }
    for (const field of Object.keys(WRONG)) {
      const { [field]: _, ...rest } = whole;
      add(`${good.type} without ${field}`, rest);
      add(`${good.type} with an inherited ${field}`, Object.assign(Object.create({ [field]: whole[field] }), rest));
      const behind = JSON.stringify({ ...rest, behind: { [field]: whole[field] } }).replace('"behind"', '"__proto__"');
      add(`${good.type} with ${field} behind __proto__`, JSON.parse(behind));
    }
    const [field, values] = INSANE[good.type] ?? [];
    for (const value of values ?? []) add(`${good.type} with ${field} ${said(value)}`, { ...whole, [field]: value });
    add(`${good.type} behind getters`, behindGetters(whole));
    add(`${good.type} behind a proxy`, trapped(whole));
  }
  if (side === "host") {
    add("an event that goes round", cyclic());
    for (const [name, details] of Object.entries(DETAILS)) {
      for (const detail of details) add(`${name} with ${said(detail)}`, { ...head, type: "event", name, detail });
    }
    for (const { type, ...fields } of GOOD.frame.slice(1)) add(`a host’s own ${type}`, { ...head, type, ...fields });
  } else {
    for (const { type, ...fields } of GOOD.host.slice(1)) add(`a frame’s own ${type}`, { ...head, type, ...fields });
    add("an answer", { ...head, type: "answer", question: "q01", option: "a" });
    add("a place to go", { ...head, type: "navigate", url: "https://example.org/" });
  }
  return cases;
}

function said(value) {
  if (value === LONG) return "of five thousand letters";
  if (typeof value === "string") return `‘${value}’`;
  if (value instanceof Object) return `${value.constructor?.name ?? "an object"} ${Object.keys(value)}`;
  return String(value);
}
