// The app on a package's page: the check or the plan builder, what it has in hand, and the questions that it asks.
import { SHARED } from "../build.js";
import { program } from "../load.js";
import { say } from "../sorry.js";
import { Stage, nearest, spoken } from "../stage.js";

/** What may have changed something. The plan tells of its changes itself. */
const TOLD = ["sf-start", "sf-step", "sf-plan-change", "sf-reset"];
const DONE = ["click", "change"];

export class App {
  half = "check";
  #place;
  #changed = () => {};

  /** `root` is where the app stands, `load` gives files from `base`, and `spoke` is told of the language in use. */
  constructor({ root, base, load, settings, spoke }) {
    Object.assign(this, { root, base, load, settings, spoke });
    const url = (name) => new URL(name, base).href;
    this.programs = program(
      (name) => fetch(url(name)),
      (name) => import(url(name)),
      SHARED,
    );
    this.stage = new Stage(root, document, this.load, this.programs);
    this.lang = nearest(settings.lang || spoken());
  }

  /** Tells of what may be a change, and of a result. */
  hear({ changed, completed }) {
    this.#changed = changed;
    this.root.addEventListener("sf-complete", ({ detail }) => completed(detail));
    for (const name of TOLD) this.root.addEventListener(name, changed);
    for (const name of DONE) this.root.addEventListener(name, () => this.half === "check" && changed());
  }

  /**
   * Shows the app, unless it is there: with what it keeps under a name, in the half and the language that were asked for. Gives
   * whether it is there then; where it is not, the page says so. Nobody sees or presses anything of it before `reveal`.
   */
  async show({ storage, key, half, lang }) {
    if (this.stage.widget) return true;
    this.root.inert = true;
    this.#place = { storage, storageKey: key };
    const { view } = this.settings;
    if (lang && !this.settings.lang) this.lang = nearest(lang);
    await this.#go(view === "plan" || (view === "all" && half === "plan") ? "plan" : "check", { fragment: location.hash });
    const isUp = Boolean(this.stage.widget);
    if (!isUp) this.reveal();
    return isUp;
  }

  reveal() {
    this.root.inert = false;
  }

  /** Everything there is, as the text of a backup. */
  export() {
    return this.#run("export");
  }

  /** Takes in a backup; gives whether it could. */
  async import(text) {
    const isTaken = await this.#run("import", text).then(
      () => true,
      () => false,
    );
    // Shown anew, the plan builder opens the plan that was open.
    if (isTaken && this.half === "plan") await this.#go("plan");
    return isTaken;
  }

  /** A question and its answers, in words. */
  async texts(pack, item) {
    const isDrill = pack === "drill";
    const own = ["full", "quick"].includes(pack) ? `packs/${pack}.${this.lang}.json` : this.#pack();
    const [text] = await this.load([isDrill ? `drills/strategy-or-tactic.${this.lang}.json` : own]);
    if (!text) return {};
    const file = JSON.parse(text);
    if (isDrill) {
      const options = Object.entries(file.keys).map(([id, text]) => ({ id, text }));
      return { question: [...file.statements, ...file.bonus].find(({ id }) => id === item)?.text, options, lang: this.lang };
    }
    const { text: question, options = [] } = file.items?.find(({ id }) => id === item) ?? {};
    return { question, options: options.map(({ id, text }) => ({ id, text })), lang: this.lang };
  }

  /** How many statements the drill has. */
  async statements() {
    const [text] = await this.load([`drills/strategy-or-tactic.${this.lang}.json`]);
    return text ? JSON.parse(text).statements.length : 0;
  }

  /** Takes the app away, which keeps what it has. */
  end() {
    this.stage.end();
  }

  async #go(half, more = {}) {
    try {
      const isUp = await this.stage.show(half, { ...this.#options(), ...more });
      if (isUp) this.half = half;
    } catch (error) {
      console.error(error);
      say(this.root, this.lang, error);
      return;
    }
    this.#changed();
  }

  #options() {
    const { settings } = this;
    const app = this;
    const ways = settings.view === "all" && { plan: (handed) => this.#go("plan", { handed }), check: () => this.#go("check") };
    return {
      ...ways,
      ...this.#place,
      lang: this.lang,
      view: settings.view,
      pack: ["full", "quick"].includes(settings.pack) ? settings.pack : new URL(this.#pack(), this.base).href,
      seed: settings.seed || undefined,
      moment: settings.moment || undefined,
      ctaHref: settings["cta-href"] || undefined,
      ctaLabel: settings["cta-label"] || undefined,
      // What stands behind the path may be a key to the learning system.
      shareBase: location.origin + location.pathname,
      headingLevel: "1",
      load: this.load,
      part: this.programs.part,
      script: this.programs.script,
      titled(title, lang) {
        document.title = `${title} · Strategy First`;
        document.documentElement.lang = lang;
        app.lang = nearest(lang);
        app.spoke(app.lang);
      },
    };
  }

  /** The file of the package's own questions. */
  #pack() {
    return this.settings.pack.replace("{lang}", this.lang);
  }

  async #run(errand, text = "") {
    await this.programs.part("plan-files");
    return new Promise((then, refuse) => {
      const told = (isDone, text) => (isDone ? then(text) : refuse(new Error(text)));
      if (!this.stage.widget) return told(false, "it is not there");
      this.stage.widget.run(errand, text, told);
    });
  }
}
