// The widget in an open shadow root of the page's own.
import { TEXTS, bringFirst } from "#card";
import { BUILD, SHARED } from "./build.js";
import { holdFocus } from "./focus.js";
import { isNew } from "./kept.js";
import { loader, program } from "./load.js";
import { ANEW, SETTINGS, inScripts } from "./settings.js";
import { Stage, nearest } from "./stage.js";

/** The files and the program from a base, the same for all elements. */
const kits = new Map();

function kit(base) {
  if (!kits.has(base.href)) {
    const url = (name) => new URL(`${name}?v=${BUILD}`, base).href;
    // Bundlers of other people's sites are to leave this as it is.
    const bring = (name) => import(/* webpackIgnore: true */ /* @vite-ignore */ url(name));
    const programs = program((name) => fetch(url(name)), bring, SHARED);
    kits.set(base.href, { url, load: loader(base, BUILD, TEXTS), programs });
  }
  return kits.get(base.href);
}

/** Only one widget of a page shows the result in its address. */
let isFragmentTaken = false;

export class Inline {
  #first;
  #fragment;
  #shown;
  #isOver = false;
  #showing;

  /**
   * `root` is the app's place in the shadow root or document `within`; `get` gives a setting by its name, `base` where the files
   * are, and `apart` what else the app is opened with.
   */
  constructor(root, within, get, base, apart) {
    const { url, load, programs } = kit(base);
    Object.assign(this, { root, within, get, url, load, programs, apart });
    this.stage = new Stage(root, within, load, programs, ["host.css", "strategy-first.css"]);
    if (!isFragmentTaken && location.hash.startsWith("#result=")) {
      isFragmentTaken = true;
      this.#fragment = location.hash;
    }
  }

  /** Shows the first card, and the app in its place as soon as it is there. */
  async start() {
    // First what the visitor sees first: on a slow line all else would only be in its way.
    const isHopeless = !this.#first && (await this.#begin().catch(() => {}));
    if (isHopeless) throw new Error("its files could not be loaded");
    if (this.#isOver) return;
    await this.#show(this.#half());
  }

  /** Says on the first card that the rest could not be loaded; gives whether there is one. */
  fail(again) {
    this.#first?.fail(again);
    return Boolean(this.#first);
  }

  /** Takes in that a setting has changed; gives whether it could without starting anew. */
  async changed(name) {
    if (ANEW.includes(name)) return false;
    // The sheets see to it.
    if (name === "theme") return true;
    // What is under way may have read what was, or what is.
    await this.#showing;
    if (name === "view" && this.#half() !== this.#shown) {
      await this.#show(this.#half());
      return true;
    }
    // The check's own half of following lies there.
    if (this.#shown === "check") await this.programs.part("more");
    holdFocus(this.within);
    this.stage.widget?.changed(name);
    return true;
  }

  /** Has the app do what a script of the page asks for; gives the text that came of it. */
  async run(errand, text = "") {
    await this.programs.part("plan-files");
    await this.#showing;
    return new Promise((then, refuse) => {
      const told = (isDone, text) => (isDone ? then(text) : refuse(new Error(text)));
      if (!this.stage.widget) return told(false, "it was taken away");
      this.stage.widget.run(errand, text, told);
    });
  }

  end() {
    this.#isOver = true;
    this.stage.end();
    this.root.replaceChildren();
  }

  #half() {
    return this.get("view") === "plan" ? "plan" : "check";
  }

  /** Shows a half, and what went before it again where that can't be had. */
  async #show(half, more) {
    const showing = this.#shows(half, more);
    this.#showing = showing.catch(() => {});
    try {
      await showing;
    } catch (error) {
      if (half === "plan" && !this.stage.widget && this.#shown) await this.#shows("check");
      throw error;
    }
  }

  async #shows(half, more) {
    const options = this.#options(more);
    let first;
    const last = () => {
      const isStep = Boolean(this.#shown);
      first = this.#first;
      Object.assign(options, first?.done);
      holdFocus(
        this.within,
        () => isStep || first?.isWaiting,
        () => first?.isFollowed(this.root) ?? true,
      );
      this.#shown = half;
    };
    await this.stage.show(half, options, { shown: this.#first?.shown, ready: () => this.#first?.ready(this.load), last });
    // A reload shows it again; going from the check to the plan and back does not.
    this.#fragment = undefined;
    if (!first) return;
    this.#first = undefined;
    first.choose(this.root);
  }

  /**
   * The first card, for whoever has not been here before; a course may have something to say on its start. Gives whether nothing
   * could be fetched, which is then not asked for again.
   */
  async #begin() {
    const { get } = this;
    const pack = get("pack");
    const isPlain = ["full", "quick"].includes(pack) && ["all", "quiz"].includes(get("view"));
    if (!isPlain || this.#fragment || this.apart?.moment || !isNew(get("storage"), get("storage-key"))) return false;
    const files = this.load([`first/${nearest(get("lang"))}.json`, "host.css", "strategy-first.css"]);
    const { First } = await bringFirst(this.url);
    const [text, ...sheets] = await files;
    if (!text || sheets.includes(null)) return ![text, ...sheets].some(Boolean);
    if (this.#shown || this.#isOver) return false;
    this.stage.dress(sheets);
    this.#first = new First(JSON.parse(text), get);
    this.root.replaceChildren(this.#first.element);
    return false;
  }

  /** What the app is opened with; settings are read when they are asked for, and so are always those of now. */
  #options(more) {
    const { get, load, programs } = this;
    const options = {
      load,
      part: programs.part,
      script: programs.script,
      fragment: this.#fragment,
      shareBase: location.href.split("#")[0],
      ...this.apart,
      ...more,
    };
    for (const name of Object.keys(SETTINGS)) Object.defineProperty(options, inScripts(name), { get: () => get(name) });
    // Whether there is the other half to go to is for the view to say, which may change.
    const way = (name, go) => Object.defineProperty(options, name, { get: () => (get("view") === "all" ? go : undefined) });
    way("plan", (handed) => this.#show("plan", { handed }));
    way("check", () => this.#show("check"));
    return options;
  }
}
