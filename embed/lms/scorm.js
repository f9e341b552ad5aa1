// A learning system that speaks SCORM. What it says is not taken for more than it is: it may throw, say "false" and mean it or
// not, give booleans for strings, or not be there.
import { findApi } from "./find.js";
import { Unreachable } from "./unreachable.js";

/** The milliseconds that a system may take to put its half in place, and how often to look for it. */
const PATIENCE = 6000;
const LOOK = 250;

/** The error of SCORM 2004 for whoever begins again what has ended. */
const TERMINATED = "104";

/** Says that nobody has been here yet. */
const NEW = ["", "not attempted", "unknown"];

export class Scorm {
  #api;
  #dialect;
  #window;
  #began = 0;
  #sent = new Map();
  /** The place of each answer among the system's interactions, or nothing where it takes none. */
  #places;
  #count = 0;
  /** Whether it waits for a page that is put aside whole, to come back as it was. */
  canWait = true;

  constructor(window, dialect) {
    this.#window = window;
    this.#dialect = dialect;
    this.limit = dialect.limit;
  }

  /**
   * Begins, and gives what the system knows: `mode` (`normal`, `browse` or `review`), a name for the learner, what it `kept`, and
   * whether the activity `isDone`. In any but the normal mode nothing is ever written.
   */
  async open() {
    const { api, calls, mode, learner, kept, status, done, exit } = this.#dialect;
    const find = () => findApi(this.#window, api, calls.open);
    this.#api = find();
    for (let waited = 0; !this.#api && waited < PATIENCE; waited += LOOK) {
      await new Promise((then) => setTimeout(then, LOOK));
      this.#api = find();
    }
    if (!this.#api) throw new Unreachable("missing");
    // One that was begun before says no, and answers all the same.
    if (!this.#does("open", "")) {
      const why = this.#isOver() ? "over" : "failing";
      if (this.#read(status) === "") throw new Unreachable(why);
    }
    this.#began = Date.now();
    const before = this.#read(status);
    const known = {
      mode: ["browse", "review"].includes(this.#read(mode)) ? this.#read(mode) : "normal",
      learner: this.#read(learner),
      kept: this.#read(kept),
      isDone: done.includes(before),
    };
    if (known.mode !== "normal") return known;
    this.#count = Number.parseInt(this.#read("cmi.interactions._count"), 10);
    if (this.#count >= 0) this.#places = new Map();
    // A status that is never set is taken for "completed" by some systems, and an exit that comes last may come too late.
    if (NEW.includes(before)) this.#write(status, "incomplete");
    this.#write(exit, "suspend");
    this.#does("commit", "");
    return known;
  }

  /** Hands over what there is; gives whether what matters was taken. */
  put({ line, place, answers, isDone, score }) {
    if (!this.#api) return false;
    const { kept, status } = this.#dialect;
    for (const answer of answers) this.#answered(answer);
    this.#write(...this.#dialect.place(place));
    if (score !== undefined) for (const [name, value] of this.#dialect.score(score)) this.#write(name, value);
    const isTaken = line === undefined || this.#write(kept, line);
    return (!isDone || this.#write(status, "completed")) && isTaken;
  }

  /** Has the system keep what it was handed; gives whether it says so. */
  commit() {
    if (!this.#api) return false;
    this.#write(...this.#dialect.time((Date.now() - this.#began) / 1000));
    return this.#does("commit", "");
  }

  /** Ends. In any but the normal mode, that alone is said. */
  leave(isNormal = true) {
    if (!this.#api) return;
    if (isNormal) this.commit();
    this.#does("close", "");
    this.#api = undefined;
  }

  #answered(answer) {
    if (!this.#places) return;
    const place = this.#places.get(answer.key) ?? this.#count;
    const values = this.#dialect.answer(answer, new Date());
    // A system that can't have this one may well have others; one that has no place for the first has none.
    if (!this.#write(`cmi.interactions.${place}.id`, values[0][1]) && place === 0) this.#places = undefined;
    for (const [name, value] of values.slice(1)) {
      if (this.#sent.has(`cmi.interactions.${place}.id`)) this.#write(`cmi.interactions.${place}.${name}`, value);
    }
    if (!this.#sent.has(`cmi.interactions.${place}.id`)) return;
    this.#places.set(answer.key, place);
    this.#count = Math.max(this.#count, place + 1);
  }

  /** Whether it refused to begin because it has ended, as after a reload; SCORM 1.2 has no word for that. */
  #isOver() {
    if (this.#fault() === TERMINATED) return true;
    return this.#window.performance?.getEntriesByType("navigation")[0]?.type === "reload";
  }

  /** Sets a value, unless it is what was set last. */
  #write(name, value) {
    if (this.#sent.get(name) === value) return true;
    const isDone = this.#does("write", name, value);
    if (isDone) this.#sent.set(name, value);
    return isDone;
  }

  /** A value as a text; of one that was never set, or that can't be had, the empty one. */
  #read(name) {
    const value = this.#call("read", name);
    return value === undefined || value === null ? "" : String(value);
  }

  /** Whether it did what it was asked; "false" with no error means that it did. */
  #does(call, ...args) {
    const said = this.#call(call, ...args);
    return String(said) === "true" || (said !== undefined && this.#fault() === "0");
  }

  #fault() {
    return String(this.#call("fault"));
  }

  #call(call, ...args) {
    try {
      return this.#api[this.#dialect.calls[call]](...args);
    } catch {
      return undefined;
    }
  }
}
