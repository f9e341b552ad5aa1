// What a frame and the page around it say to each other: the shape of messages (contract, "The iframe"), and how one that
// came in is read, so that nothing but such a message ever has an effect.

const SOURCE = "strategy-first";
const VERSION = 1;

/** A message of `type`, with what `fields` hold beside it. `id` is the name of the frame that says it, or is spoken to. */
export const message = (id, type, fields) => ({ ...fields, source: SOURCE, v: VERSION, id, type });

/**
 * What a message event says, clean: `{ id, type }` with the fields that its type has and no others. Nothing at all where the
 * event comes from another window than `from`, from none of `origins` (where there are any), or is no message of `kinds`.
 */
export function read({ source, origin, data }, from, origins, kinds) {
  // What comes in may be anything, and may throw at the mere look.
  try {
    if (!from || source !== from || !(origins?.includes(origin) ?? true)) return null;
    if (Object.getPrototypeOf(data) !== Object.prototype) return null;
    const { id, type } = pick({ source: ONLY(SOURCE), v: ONLY(VERSION), id: TEXT, type: ONE_OF(kinds) })(data);
    return { ...kinds[type](data), id, type };
  } catch {
    return null;
  }
}

/** Does `say` at once, and again and again after longer and longer pauses, for half a minute; what it gives ends that. */
export function insist(say) {
  let pause = 60;
  let timer;
  const again = () => {
    say();
    pause *= 2;
    if (pause < 20_000) timer = setTimeout(again, pause);
  };
  again();
  return () => clearTimeout(timer);
}

// A reader gives what it was handed, clean, or throws.

const only = (is) => (value) => {
  if (!is(value)) throw new TypeError("not what a message holds");
  return value;
};
const ONLY = (wanted) => only((value) => value === wanted);
const TEXT = only((value) => typeof value === "string" && value.length <= 4096);
const COUNT = only((value) => typeof value === "number" && value >= 0 && value < 1e9);
const orNull = (reader) => (value) => (value === null ? null : reader(value));
const MAYBE = orNull(TEXT);
const SCORE = orNull(COUNT);
const ONE_OF = (readers) => only((value) => typeof value === "string" && Object.hasOwn(readers, value));
const FEW = only((value) => Array.isArray(value) && value.length < 100);
const LIST = (value) => Array.from(FEW(value), TEXT);

/** Reads an object's own fields, those of `shape` alone; what is behind a getter is as if it was not there. */
const pick = (shape) => (value) => {
  const picked = {};
  for (const name of Object.keys(shape)) picked[name] = shape[name](Object.getOwnPropertyDescriptor(value, name)?.value);
  return picked;
};

const PACK = { pack: TEXT, packVersion: TEXT };

/** The events that a frame passes on, and what the detail of each holds (contract, "The element"). */
export const EVENTS = {
  "sf-ready": pick({ version: TEXT, view: TEXT, lang: TEXT }),
  "sf-start": pick(PACK),
  "sf-step": pick({ index: COUNT, total: COUNT }),
  "sf-complete": pick({
    ...PACK,
    strategy: SCORE,
    tactics: SCORE,
    reading: LIST,
    tie: MAYBE,
    stages: pick({ SIT: MAYBE, OBJ: MAYBE, CHO: MAYBE, TAC: MAYBE, ACT: MAYBE, CON: MAYBE }),
    flags: LIST,
    first: orNull(pick({ stage: TEXT, item: MAYBE })),
  }),
  "sf-plan-change": pick({ rev: COUNT, findings: pick({ error: COUNT, warning: COUNT, hint: COUNT }) }),
  "sf-export": pick({ format: TEXT }),
  "sf-reset": () => null,
  "sf-storage": pick({ tier: TEXT }),
  "sf-error": pick({ code: TEXT, message: TEXT }),
};

const NOTHING = pick({});

/** What a frame says to its host. */
export const TO_HOST = {
  hello: NOTHING,
  height: pick({ px: COUNT }),
  event(data) {
    const { name } = pick({ name: ONE_OF(EVENTS) })(data);
    return pick({ name: TEXT, detail: EVENTS[name] })(data);
  },
  "scroll-top": NOTHING,
};

/** What a host says to its frame, where `names` are those of the attributes that it may set. */
export const toFrame = (names) => ({
  hello: NOTHING,
  // An attribute that isn't there isn't a field.
  config: (data) => pick(Object.fromEntries(names.filter((name) => Object.hasOwn(data, name)).map((name) => [name, TEXT])))(data),
  reset: NOTHING,
});
