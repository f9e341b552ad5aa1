// A learning system that is stricter than most: scorm-again, which is not ours, behind rules that hold in Moodle as well. What is
// refused here is refused somewhere.
globalThis.window ??= globalThis;
const { Scorm12API } = await import("scorm-again/scorm12");
const { Scorm2004API } = await import("scorm-again/scorm2004");

const SPAN = /^P(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/;
const INDEX = /^cmi\.interactions\.(\d+)\.(\w+)$/;

/** The names of each standard, and which values strict systems take. */
const STANDARDS = {
  scorm12: {
    make: () => new Scorm12API({ autocommit: false, logLevel: 5, mastery_override: false }),
    calls: ["LMSInitialize", "LMSGetValue", "LMSSetValue", "LMSCommit", "LMSFinish", "LMSGetLastError"],
    name: "API",
    status: "cmi.core.lesson_status",
    rules: {
      "cmi.suspend_data": /^[\x20-\x7e]{0,4096}$/,
      "cmi.core.lesson_location": /^[\s\S]{0,255}$/,
      "cmi.core.lesson_status": /^(passed|completed|failed|incomplete|browsed)$/,
      "cmi.core.exit": /^(time-out|suspend|logout|)$/,
      "cmi.core.session_time": /^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/,
      "cmi.core.score.min": /^(\d{1,2}|100)$/,
      "cmi.core.score.max": /^(\d{1,2}|100)$/,
      "cmi.core.score.raw": /^(\d{1,2}(\.\d+)?|100)$/,
    },
    interactions: {
      id: /^[\x21-\x7e]{1,255}$/,
      time: /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/,
      type: /^(true-false|choice|fill-in|matching|performance|sequencing|likert|numeric)$/,
      student_response: /^[\s\S]{0,255}$/,
      result: /^(correct|wrong|unanticipated|neutral|\d{1,3}(\.\d+)?)$/,
    },
    response: "student_response",
    choice: /^[0-9a-z](,[0-9a-z])*$/,
  },
  scorm2004: {
    make: () => new Scorm2004API({ autocommit: false, logLevel: 5, mastery_override: false }),
    calls: ["Initialize", "GetValue", "SetValue", "Commit", "Terminate", "GetLastError"],
    name: "API_1484_11",
    status: "cmi.completion_status",
    rules: {
      "cmi.suspend_data": /^[\x20-\x7e]{0,64000}$/,
      "cmi.location": /^[\s\S]{0,1000}$/,
      "cmi.completion_status": /^(completed|incomplete|not attempted|unknown)$/,
      "cmi.exit": /^(time-out|suspend|logout|normal|)$/,
      "cmi.session_time": SPAN,
      "cmi.score.min": /^-?\d+(\.\d+)?$/,
      "cmi.score.max": /^-?\d+(\.\d+)?$/,
      "cmi.score.raw": /^-?\d+(\.\d+)?$/,
      "cmi.score.scaled": /^-?(0(\.\d{1,7})?|1(\.0+)?)$/,
    },
    interactions: {
      id: /^\S{1,4000}$/,
      timestamp: /^(19[7-9]\d|20[0-2]\d|203[0-8])-\d\d-\d\dT\d\d:\d\d:\d\d$/,
      type: /^(true-false|choice|fill-in|long-fill-in|matching|performance|sequencing|likert|numeric|other)$/,
      learner_response: /^[\s\S]{1,4000}$/,
      result: /^(correct|incorrect|unanticipated|neutral|-?\d+(\.\d+)?)$/,
      description: /^[\s\S]{0,250}$/,
    },
    response: "learner_response",
    choice: /^[\w.]{1,250}(\[,\][\w.]{1,250}){0,35}$/,
  },
};

/** One learner's record in a system: sessions begin with what was committed last. */
export class Strict {
  refused = [];
  sets = 0;
  /** Every call, as `LMSSetValue cmi.core.exit suspend`. */
  calls = [];
  commits = 0;
  committed = {};

  constructor(standard, more = {}) {
    this.standard = STANDARDS[standard];
    this.more = more;
  }

  /** The system's half of one more session, by the name that pages look for. */
  half() {
    return { [this.standard.name]: this.#api() };
  }

  /** A window in a frame of one whose page has that. */
  session() {
    const top = this.half();
    top.parent = top;
    top.top = top;
    const between = { parent: top, top };
    return { parent: between, top };
  }

  get status() {
    return this.committed[this.standard.status];
  }

  #api() {
    const { calls, make, response, choice, rules, interactions, status } = this.standard;
    const [open, read, write, commit, close, fault] = calls;
    const is12 = open === "LMSInitialize";
    const real = make();
    real.loadFromJSON(is12 ? this.#before12() : this.#before2004());
    // What was said before is in the record; it is counted and not read again.
    let count = 0;
    const known = new Map();
    let own = "0";
    let [isOpen, isClosed] = [false, false];
    const refuse = (why) => {
      this.refused.push(why);
      own = "351";
      return "false";
    };
    const passed = (name, args) => {
      this.calls.push([name, ...args].join(" "));
      if (args.some((arg) => typeof arg !== "string")) return refuse(`${name}: not all are strings`);
      if (name !== open && (isClosed || !isOpen)) return refuse(`${name} out of turn`);
      own = undefined;
      return undefined;
    };
    const fits = (name, value) => {
      const [, at, part] = INDEX.exec(name) ?? [];
      if (part === undefined) return rules[name]?.test(value) ?? false;
      if (Number(at) > count || !interactions[part]?.test(value)) return false;
      const one = known.get(at) ?? {};
      if (part === "id" && Number(at) === count) count += 1;
      else if (!one.id) return false;
      if (part === response && (!one.type || (one.type === "choice" && !choice.test(value)))) return false;
      known.set(at, { ...one, [part]: value });
      return true;
    };
    return {
      [open]: (...args) => {
        const no = passed(open, args);
        if (no) return no;
        isOpen = true;
        return String(real[open](...args));
      },
      [read]: (...args) => (passed(read, args) ? "" : String(real[read](...args))),
      [write]: (...args) => {
        const no = passed(write, args);
        if (no) return no;
        this.sets += 1;
        const [name, value] = args;
        if (!fits(name, value)) return refuse(`${name} = ${value.slice(0, 60)} (${value.length})`);
        const said = String(real[write](name, value));
        if (said !== "true") return refuse(`scorm-again: ${name} = ${value.slice(0, 60)}: ${real[fault]()}`);
        this.last = { ...this.last, [name]: value };
        return said;
      },
      [commit]: (...args) => {
        const no = passed(commit, args);
        if (no) return no;
        this.commits += 1;
        this.committed = { ...this.committed, ...this.last };
        return String(real[commit](""));
      },
      [close]: (...args) => {
        const no = passed(close, args);
        if (no) return no;
        isClosed = true;
        // Nothing may depend on the last call.
        return String(real[close](""));
      },
      [fault]: () => own ?? String(real[fault]()),
    };
  }

  #before12() {
    const { committed, more } = this;
    return {
      cmi: {
        core: {
          student_id: more.learner ?? "learner-1",
          student_name: "Nobody, Anna",
          lesson_status: committed["cmi.core.lesson_status"] ?? "not attempted",
          lesson_location: committed["cmi.core.lesson_location"] ?? "",
          lesson_mode: more.mode ?? "normal",
          entry: committed["cmi.suspend_data"] ? "resume" : "ab-initio",
        },
        suspend_data: more.kept ?? committed["cmi.suspend_data"] ?? "",
      },
    };
  }

  #before2004() {
    const { committed, more } = this;
    return {
      cmi: {
        learner_id: more.learner ?? "learner-1",
        learner_name: "Anna Nobody",
        completion_status: committed["cmi.completion_status"] ?? "unknown",
        location: committed["cmi.location"] ?? "",
        mode: more.mode ?? "normal",
        suspend_data: more.kept ?? committed["cmi.suspend_data"] ?? "",
      },
    };
  }
}
