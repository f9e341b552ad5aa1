// An app, a browser's storage and a learner, as far as a package's run time can tell.
import { Course } from "../../../embed/lms/course.js";
import { Keeper } from "../../../embed/lms/keeper.js";
import { readOptions } from "../../../embed/lms/options.js";

/** A place like `localStorage`. */
export class Area {
  getItem(key) {
    return Object.hasOwn(this, key) ? this[key] : null;
  }

  setItem(key, value) {
    this[key] = String(value);
  }

  removeItem(key) {
    delete this[key];
  }
}

const EMPTY = {
  format: "strategy-first/backup",
  version: 1,
  plans: [],
  current_plan: null,
  session: null,
  results: [],
  preferences: null,
};

/** Keeps its state where it is told to, as the real one does, and asks questions that have two answers. */
export class App {
  half = "check";
  state = structuredClone(EMPTY);
  shown = [];

  constructor(areas) {
    this.areas = areas;
  }

  async show(how) {
    this.shown.push(how);
    if (this.place) return true;
    this.place = how;
    this.half = how.half ?? "check";
    const kept = this.#area().getItem(this.#key());
    if (kept) this.state = JSON.parse(kept);
    return true;
  }

  reveal() {
    this.isRevealed = true;
  }

  async export() {
    return JSON.stringify({ ...this.state, saved_at: new Date().toISOString() });
  }

  async import(text) {
    const { plans = [], results = [], session, current_plan } = JSON.parse(text);
    const merged = (here, there) => [...here.filter(({ id }) => !there.some((one) => one.id === id)), ...there];
    this.state = {
      ...this.state,
      plans: merged(this.state.plans, plans),
      results: merged(this.state.results, results),
      session: session ?? this.state.session,
      current_plan: current_plan ?? this.state.current_plan,
    };
    this.#keep();
    return true;
  }

  async texts(pack, item) {
    return {
      question: `Question ${item} of ${pack}?`,
      options: [
        { id: "a", text: "Yes" },
        { id: "b", text: "No" },
      ],
      lang: "en",
    };
  }

  async statements() {
    return 12;
  }

  end() {
    this.isEnded = true;
  }

  answer(item, option, pack = "full") {
    this.state.session ??= {
      screen: "question",
      came_from: "start",
      check: { pack, pack_version: "1", answers: {}, at: item, carried: [], result_id: null },
      drill: null,
    };
    this.state.session.check.answers[item] = option;
    this.state.session.check.at = item;
    this.#keep();
  }

  /** Gives the check its result. */
  complete(id = "r1") {
    const { check } = this.state.session;
    check.result_id = id;
    this.state.session.screen = { result: id };
    const result = {
      format: "strategy-first/result",
      version: 1,
      id,
      pack: check.pack,
      pack_version: "1",
      lang: "en",
      taken_at: "2026-11-21",
      answers: { ...check.answers },
    };
    this.state.results = [...this.state.results.filter((one) => one.id !== id), result];
    this.#keep();
  }

  write(plan) {
    this.state.plans = [...this.state.plans.filter(({ id }) => id !== plan.id), plan];
    this.state.current_plan = plan.id;
    this.#keep();
  }

  get answers() {
    return this.state.session?.check?.answers ?? {};
  }

  #area() {
    return this.areas[`${this.place.storage}Storage`];
  }

  #key() {
    return `strategy-first/1/${this.place.key}/session`;
  }

  #keep() {
    if (!this.isEnded && this.place) this.#area().setItem(this.#key(), JSON.stringify(this.state));
  }
}

export const browser = () => ({ localStorage: new Area(), sessionStorage: new Area() });

let launches = 0;

/** A package opened in `areas`, by way of `lms`. */
export function opened(lms, areas = browser(), settings = {}) {
  const app = new App(areas);
  const told = [];
  const course = new Course({
    lms,
    app,
    keeperOf: (storage, key) => new Keeper(storage, key, areas),
    settings: { ...readOptions(JSON.stringify(settings)), where: "https://lms.example/course/7/", launch: `${(launches += 1)}` },
    tell: (how) => told.push(how),
  });
  /** What an event of the app's sets off. */
  const does = async (act) => {
    act(app);
    await course.changed();
    await settled();
  };
  return { app, areas, course, does, told, key: () => told.at(-1)?.key, offers: () => told.at(-1)?.offers };
}

/** All that was begun and waits for no timer is done. */
export async function settled(rounds = 30) {
  for (let round = 0; round < rounds; round += 1) await new Promise((then) => setImmediate(then));
}

/** Numbers that look random and are the same each time. */
export function chance(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
