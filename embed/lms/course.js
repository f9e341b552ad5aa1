// A learner's work in a course package: what the learning system has, what the browser has, and what the app has in hand, kept
// together. It knows neither SCORM nor the page; `lms`, `app` and `keeper` are what it speaks to.
import { isAlike, whose } from "./copies.js";
import { open, seal } from "./parcel.js";
import { answersIn, isEmpty, isFinished, placeIn, printsOf, smaller } from "./state.js";
import { statusOf } from "./status.js";
import { digest } from "./values.js";

/** The milliseconds between two calls to have things kept; a system that is slow is asked less often. */
const PAUSE = 1000;
const LONGEST_PAUSE = 20_000;
/** The milliseconds until something is tried again, doubled each time, and the longest of them. */
const AGAIN = 2000;
const LONGEST_AGAIN = 60_000;

export class Course {
  #lms;
  #app;
  #keeperOf;
  #settings;
  #tell;

  /** What the system knows, once it was reached; and why it could not be. */
  #known;
  #trouble = "connecting";
  /** Of the name that the app keeps things under; where the system came late, of two of them. */
  #keepers = [];
  #noted;
  /** Why nothing is written to the system until the learner has said what is to count, and what stands there. */
  #held;
  /** The copy that did not count. */
  #other;

  /** The app's state as it was looked at last, what is to be sent of it, and whether that has arrived. */
  #seen = "";
  #kept;
  #record;
  #isSafe = false;
  #revision = 0;
  #writer = digest(`${Math.random()} ${Date.now()}`);
  #sentAnswers = new Map();
  #isDone = false;
  #score;

  #isSettled = false;
  #looking;
  #isStale = false;
  #committed = -Infinity;
  #pause = PAUSE;
  #tries = 0;
  #timer;
  #isOver = false;

  /**
   * - `lms`: a `Scorm` or an `Xapi`
   * - `app`: shows the app, gives and takes its state (`app.js`)
   * - `keeperOf`: gives the keeper of a name in a place of the browser's
   * - `settings`: the package's
   * - `tell`: is told what to say, whenever that changes
   */
  constructor({ lms, app, keeperOf, settings, tell }) {
    [this.#lms, this.#app, this.#keeperOf, this.#settings, this.#tell] = [lms, app, keeperOf, settings, tell];
  }

  /** Reaches the system, and shows the app with what is there. */
  async begin() {
    this.#say();
    try {
      this.#known = await this.#lms.open();
    } catch (error) {
      return this.#unreached(error.why ?? "failing");
    }
    this.#trouble = undefined;
    this.#tries = 0;
    this.#isDone = this.#known.isDone;
    const { learner, lang } = this.#known;
    // Learners without a name can't be told apart, and must not meet.
    const isKept = this.#isNormal() && learner !== "";
    this.#keepers.push(this.#keeperOf(isKept ? "local" : "session", `course-${isKept ? this.#name(learner) : this.#name()}`));
    const read = await this.#read();
    const half = read.content?.place === "plan" ? "plan" : undefined;
    if (!(await this.#app.show({ ...this.#keepers[0].place, half, lang }))) return;
    await this.#settle(read);
    this.#isSettled = true;
    this.#app.reveal();
    this.#say();
    await this.changed();
  }

  /** Tries what has failed before. */
  async again() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#isSettled) return this.begin();
    if (this.#record?.isTaken === false) this.#record.isTaken = this.#lms.put(this.#record);
    return this.#commit();
  }

  /** Something may have changed in the app. Waits until that was looked at. */
  changed() {
    this.#isStale = true;
    this.#looking ??= this.#lookUntilSeen();
    return this.#looking;
  }

  /** The check came to its result, whose figures are `outcome`. */
  completed(outcome) {
    const points = { direction: outcome.strategy, work: outcome.tactics }[this.#settings.score];
    if (typeof points === "number") this.#score = Math.min(100, Math.max(0, Math.round(points)));
    return this.changed();
  }

  /** The learner says that the plan is finished. */
  finish() {
    this.#isDone = true;
    this.#seen = "";
    return this.changed();
  }

  /** What is to count where there was a doubt: `course`, what the system has, or `here`. The other can be had as a file. */
  async choose(which) {
    const { why, backup } = this.#held ?? {};
    if (!why) return;
    if (why === "conflict") {
      const other = which === "course" ? await this.#app.export() : JSON.stringify(backup);
      // What can't be taken in can't count.
      if (which === "course" && !(await this.#app.import(JSON.stringify(backup)))) return;
      this.#other = other;
    }
    this.#held = undefined;
    this.#seen = "";
    this.#say();
    return this.changed();
  }

  /** What can be saved as a file: what stands in the system unread, the copy that does not count, or all there is. */
  async file() {
    if (this.#held?.line) return { name: "course.txt", text: this.#held.line };
    const other = this.#held ? JSON.stringify(this.#held.backup) : this.#other;
    return { name: other ? "other.json" : "course.json", text: other ?? (await this.#app.export()) };
  }

  /** The page is out of view, and may never come back. */
  hide() {
    if (this.#record && !this.#isSafe) this.#commit();
  }

  /** The page goes; `isAside` says that it may come back as it is. Gives whether the session goes on then. */
  leave(isAside = false) {
    clearTimeout(this.#timer);
    if (!this.#isSettled || this.#isOver) {
      this.#isOver = true;
      return false;
    }
    const isSafe = this.#isSafe && !this.#looking && !this.#record?.left;
    const goesOn = isAside && this.#lms.canWait;
    if (goesOn && this.#isNormal()) this.#lms.commit();
    if (!goesOn) this.#lms.leave(this.#isNormal());
    this.#isOver = true;
    this.#app.end();
    // What was kept in the last moment has not arrived.
    if (!this.#isNormal() || (isSafe && this.#keptNow() === this.#kept)) this.#keepers.forEach((keeper) => keeper.clear());
    return goesOn;
  }

  /** A name for the browser's copy that says nothing of a person; without a learner, one of this launch's own. */
  #name(learner = this.#settings.launch) {
    return digest(`${this.#settings.where}\n${learner}`);
  }

  #isNormal() {
    return this.#known?.mode === "normal";
  }

  async #unreached(why) {
    this.#trouble = why;
    this.#say();
    if (!this.#keepers.length) this.#keepers.push(this.#keeperOf("session", `course-${this.#name()}`));
    await this.#app.show(this.#keepers[0].place);
    this.#app.reveal();
    if (why !== "over") this.#later(() => this.again());
  }

  /** What the system has, or what is wrong with it. */
  async #read() {
    const read = await open(this.#known.kept);
    return read.content && typeof read.content.backup?.format !== "string" ? { fault: "damaged" } : read;
  }

  /** What the system has against what the browser has. */
  async #settle({ content, fault }) {
    const here = JSON.parse(await this.#app.export());
    this.#noted = this.#isNormal() ? this.#keepers.at(-1).read() : undefined;
    this.#writer = this.#noted?.writer ?? this.#writer;
    this.#revision = Math.max(content?.rev ?? 0, this.#noted?.rev ?? 0);
    if (fault) {
      this.#held = { why: fault, line: this.#known.kept };
    } else if (content) {
      this.#sentAnswers = new Map(answersIn(content.backup).map(({ key, option }) => [key, option]));
      const counts = whose(content, here, this.#noted, this.#writer);
      if (counts === "both") this.#held = { why: "conflict", backup: content.backup };
      const isTaken = counts !== "course" || (await this.#app.import(JSON.stringify(content.backup)));
      if (!isTaken) this.#held = { why: "damaged", line: this.#known.kept };
      this.#isDone ||= content.done === true;
    }
    if (this.#held || !this.#isNormal()) return;
    const now = JSON.parse(await this.#app.export());
    const isSame = content ? isAlike(content, now) : isEmpty(now);
    // What is only here stays known as such until it has arrived.
    if (isSame || !this.#noted) this.#note(this.#revision, isSame ? printsOf(now) : {});
    const isThere = isSame && !content?.left;
    if (!isThere || this.#isDone !== this.#known.isDone) return;
    // There is nothing to say yet.
    [this.#seen, this.#kept, this.#isSafe] = [this.#seenIn(now), this.#keptNow(), true];
  }

  async #lookUntilSeen() {
    await undefined;
    while (this.#isStale && this.#isSettled && !this.#isOver) {
      this.#isStale = false;
      await this.#look().catch((error) => console.error(error));
    }
    this.#looking = undefined;
  }

  /** Looks at what the app has, and hands on what is new. */
  async #look() {
    const kept = this.#keptNow();
    const backup = JSON.parse(await this.#app.export());
    const seen = this.#seenIn(backup);
    const { view } = this.#settings;
    this.#isDone ||= isFinished(backup, view, view === "drill" ? await this.#app.statements() : 0);
    if (seen === this.#seen) {
      this.#kept = kept;
      return;
    }
    if (!this.#isNormal() || this.#held) return;
    const record = await this.#recorded(backup, placeIn(backup, this.#app.half));
    if (this.#isOver) return;
    [this.#seen, this.#kept, this.#record, this.#isSafe] = [seen, kept, record, false];
    for (const { key, option } of record.answers) this.#sentAnswers.set(key, option);
    record.isTaken = this.#lms.put(record);
    this.#schedule();
  }

  #keptNow() {
    return this.#keepers.map((keeper) => keeper.now()).join();
  }

  /** What is compared to find out whether there is anything new. */
  #seenIn(backup) {
    return JSON.stringify([{ ...backup, saved_at: "" }, placeIn(backup, this.#app.half)]);
  }

  /** All that the system is to be told: what is kept, and what is new among the answers. */
  async #recorded(backup, place) {
    this.#revision += 1;
    const about = { rev: this.#revision, writer: this.#writer, done: this.#isDone, place };
    const copies = [...smaller(backup)].map(({ left, backup }) => ({ ...about, left, backup }));
    const sealed = await seal(copies, this.#lms.limit);
    const changed = answersIn(backup).filter(({ key, option }) => this.#sentAnswers.get(key) !== option);
    const answers = await Promise.all(changed.map((answer) => this.#described(answer)));
    const prints = printsOf(backup);
    const left = sealed ? copies[sealed.at].left : "all";
    return { line: sealed?.line, left, place, answers, isDone: this.#isDone, score: this.#score, rev: this.#revision, prints };
  }

  async #described({ key, pack, item, option }) {
    const id = [this.#settings.moment, pack, item].filter(Boolean).join(".");
    return { key, id, option, ...(await this.#app.texts(pack, item)) };
  }

  #schedule() {
    this.#say();
    const wait = this.#committed + this.#pause - Date.now();
    if (this.#timer) return;
    if (wait <= 0) this.#commit();
    else this.#later(() => this.#commit(), wait);
  }

  async #commit() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const record = this.#record;
    const began = Date.now();
    const isKept = await Promise.resolve(this.#lms.commit()).catch(() => false);
    this.#committed = Date.now();
    this.#pause = Math.min(LONGEST_PAUSE, Math.max(PAUSE, 2 * (this.#committed - began)));
    if (this.#isOver) return;
    if (!isKept || record?.isTaken === false) {
      this.#trouble = "failing";
      this.#later(() => this.again());
    } else {
      [this.#trouble, this.#tries] = [undefined, 0];
      if (record) this.#note(record.rev, record.prints);
      this.#isSafe = record === this.#record && record !== undefined;
      if (!this.#isSafe && this.#record) this.#later(() => this.#commit(), this.#pause);
    }
    this.#say();
  }

  #note(rev, prints) {
    this.#keepers.at(-1).note({ rev, writer: this.#writer, ...prints });
  }

  #later(act, wait) {
    if (this.#isOver) return;
    clearTimeout(this.#timer);
    if (wait === undefined) {
      wait = Math.min(LONGEST_AGAIN, AGAIN * 2 ** this.#tries);
      this.#tries += 1;
    }
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      act();
    }, wait);
  }

  /** Says how things are, and what can be done about it. */
  #say() {
    this.#tell(
      statusOf({
        mode: this.#known?.mode,
        trouble: this.#trouble,
        held: this.#held?.why,
        left: this.#record?.left,
        hasOther: Boolean(this.#other),
        isSaved: this.#isSafe || !this.#record,
        isDone: this.#isDone,
        canFinish: this.#settings.view === "plan",
        canLeave: Boolean(this.#lms.returnUrl),
      }),
    );
  }
}
