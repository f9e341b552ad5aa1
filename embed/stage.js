// Where an app stands: the check or the plan builder, one in place of the other, whichever was asked for last.
import { adopt } from "./load.js";
import { LANGUAGES } from "./build.js";

/** The paths of what the first screen of an app shows. */
const FIRST = {
  check: (lang, pack) => [`locales/${lang}.json`, ...(["full", "quick"].includes(pack) ? [`packs/${pack}.${lang}.json`] : [])],
  plan: (lang) => ["locale", "words", "outlines"].map((name) => `plan/${name}.${lang}.json`),
};

/** What each looks like, beyond what the first card has. */
const STYLES = { check: ["more.css"], plan: ["more.css", "plan.css"] };

/** The language to fetch early for a wanted tag; the app decides for itself, and fetches another if it must. */
export function nearest(wanted) {
  const base = (tag) => tag.toLowerCase().split("-")[0];
  return LANGUAGES.find((tag) => base(tag) === base(wanted)) ?? "en";
}

/** The first of a visitor's languages that there is. */
export function spoken(languages = navigator.languages ?? []) {
  const isHere = (wanted) => nearest(wanted) !== "en" || wanted.toLowerCase().startsWith("en");
  return languages.find(isHere) ?? "en";
}

/** The sheets that each document and shadow root has adopted. */
const dressed = new WeakMap();

export class Stage {
  #turns = 0;
  /** Stands in for the browser's storage where that keeps nothing. */
  #memory = {};

  /**
   * The app takes the place of what is in `root`; its sheets are adopted by `within`, a document or a shadow root, after
   * `sheets`, those that the page does not have yet. `load` and `programs` are what `loader` and `program` give.
   */
  constructor(root, within, load, programs, sheets = ["strategy-first.css"]) {
    Object.assign(this, { root, within, load, programs, sheets, widget: undefined });
  }

  /**
   * Mounts the check or the plan, and gives whether it did: what loads more slowly than the visitor goes on comes too late. Before
   * the first card is `shown`, nothing is asked for; what takes its place waits until it is `ready`, and `last` is called at the
   * last moment.
   */
  async show(view, options, card = {}) {
    this.#turns += 1;
    const turn = this.#turns;
    const isLate = () => turn !== this.#turns;
    try {
      // Those of the page, which may change.
      const told = Object.assign(Object.create(options), { memory: this.#memory });
      return await this.#show(view, told, card, isLate);
    } catch (error) {
      if (isLate()) return false;
      throw error;
    }
  }

  async #show(view, options, { shown, ready, last }, isLate) {
    await shown;
    if (isLate()) return false;
    // Everything is asked for at once. The app asks for the same files again, and gets these.
    const files = this.load(FIRST[view](nearest(options.lang), options.pack));
    const styles = this.load([...this.sheets, ...STYLES[view]]);
    const app = await this.programs[view]();
    const sheets = await styles;
    if (sheets.includes(null)) throw new Error("its styles could not be loaded");
    this.dress(sheets);
    if (view === "check") {
      const opening = new app.Opening(options);
      const texts = await this.load(opening.paths());
      await ready?.();
      if (isLate()) return false;
      last?.();
      this.#end();
      this.widget = opening.mount(this.root, texts);
      return true;
    }
    if ((await files).includes(null)) throw new Error("the plan’s files could not be loaded");
    if (isLate()) return false;
    last?.();
    // What stands there keeps what it has, before this reads what is kept.
    this.#end();
    const load = this.#unless(isLate);
    this.widget = await new Promise((then) => app.plan(this.root, Object.assign(Object.create(options), { load }), then));
    if (!this.widget) throw new Error("the plan’s files could not be loaded");
    return true;
  }

  /** Takes away what is mounted; what is on its way comes too late. */
  end() {
    this.#turns += 1;
    this.#end();
  }

  #end() {
    const { widget } = this;
    this.widget = undefined;
    widget?.dispose();
  }

  /** Loads files for an app about to be mounted; for one that comes too late they never arrive, and so it never is. */
  #unless(isLate) {
    let isUp = false;
    return async (paths) => {
      const texts = await this.load(paths);
      if (!isUp && isLate()) return new Promise(() => {});
      isUp = true;
      return texts;
    };
  }

  /** Adopts sheets, each once. */
  dress(sheets) {
    const worn = dressed.get(this.within) ?? new Set();
    dressed.set(this.within, worn);
    for (const css of sheets) {
      if (worn.has(css)) continue;
      worn.add(css);
      adopt(this.within, css);
    }
  }
}
