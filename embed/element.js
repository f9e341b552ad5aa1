// The class of `<strategy-first>`; `embed.js` registers it. docs/embedding.md says what pages may rely on.
import first from "../style/first.css";
import { Inline } from "./inline.js";
import { adopt } from "./load.js";
import { SETTINGS, inScripts, setting } from "./settings.js";
import { spoken } from "./stage.js";
import { submits } from "./submits.js";

/** The folder that the files are in, unless a page says otherwise. */
const HERE = new URL(/* @vite-ignore */ ".", import.meta.url).href;

/** How far from the view the program is loaded. */
const NEAR = { rootMargin: "500px" };

/** What shows that somebody wants it now. */
const TOUCHES = ["pointerdown", "focusin", "keydown"];

export class StrategyFirst extends HTMLElement {
  static observedAttributes = Object.keys(SETTINGS);

  #shadow = this.attachShadow({ mode: "open" });
  #place = document.createElement("div");
  /** What stands here, once it was begun; and whether it is up. */
  #guest;
  #up = promised();
  #observer;
  #changed = new Set();

  constructor() {
    super();
    adopt(this.#shadow, first);
    this.#shadow.append(this.#place);
    submits(this.#place);
    this.#rest();
  }

  connectedCallback() {
    // Moved, and still at work.
    if (this.#observer) return;
    // Set before the element was known.
    for (const name of Object.keys(SETTINGS).map(inScripts)) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    this.#observer = new IntersectionObserver((seen) => seen.some((seen) => seen.isIntersecting) && this.#start(), NEAR);
    this.#observer.observe(this);
    for (const name of TOUCHES) this.addEventListener(name, this.#start);
    if (this.loading === "eager" || location.hash.startsWith("#result=")) this.#start();
  }

  /** A page that moves an element takes it out and puts it in again at once. */
  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.#leave());
  }

  /** Where a browser can move an element without that, there is nothing to do. */
  connectedMoveCallback() {}

  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (name === "loading" && after === "eager" && this.isConnected) this.#start();
    if (!this.#guest) return;
    // Several that change at once are one change.
    if (!this.#changed.size) queueMicrotask(() => this.#follow());
    this.#changed.add(name);
  }

  /** Removes everything that is kept for this widget, and begins again. The visitor can take that back. */
  async reset() {
    await this.#run("reset");
  }

  /** Everything there is: plans, results, the check under way; a `strategy-first/backup`. */
  async exportState() {
    return JSON.parse(await this.#run("export"));
  }

  /** Brings in a plan, a result, a backup or a pack; rejects with the reason, and then nothing has changed. */
  async importState(state) {
    await this.#run("import", JSON.stringify(state));
  }

  /** Prints the page. */
  async print() {
    await this.#whenUp();
    print();
  }

  #get = (name) => {
    const asked = setting(name, this.getAttribute(name));
    if (name === "lang") return asked || pageLanguage(this) || spoken();
    if (name === "pack" && asked !== "quick" && asked !== "full") return new URL(asked, document.baseURI).href;
    return asked;
  };

  #base() {
    return new URL(`${this.base || HERE}/`.replace(/\/+$/, "/"), document.baseURI);
  }

  #start = async () => {
    if (this.#guest || !this.isConnected) return;
    const guest = new Inline(this.#place, this.#shadow, this.#get, this.#base());
    this.#guest = guest;
    try {
      await guest.start();
      if (guest === this.#guest) this.#up.then();
    } catch (error) {
      if (guest === this.#guest) this.#fail(error);
    }
  };

  #fail(error) {
    console.warn(`strategy-first: ${error.message}`);
    const detail = { code: "load", message: error.message };
    this.dispatchEvent(new CustomEvent("sf-error", { bubbles: true, composed: true, detail }));
    const again = () => {
      this.#guest.end();
      this.#guest = undefined;
      this.#start();
    };
    if (!this.#guest.fail(again)) this.#rest();
  }

  async #follow() {
    const names = [...this.#changed];
    this.#changed.clear();
    for (const name of names) {
      if (!this.#guest) return;
      if (["loading", "theme"].includes(name)) continue;
      if (name !== "mode" && (await this.#guest.changed(name))) continue;
      this.#end();
      return this.#start();
    }
  }

  async #run(errand, text) {
    await this.#whenUp();
    return this.#guest.run(errand, text);
  }

  #whenUp() {
    // Who asks for something wants it now.
    this.#start();
    return this.#up.promise;
  }

  /** What stands here until something else does: the page's own fallback, in a card as high as the start. */
  #rest() {
    const card = document.createElement("div");
    card.className = "sf-rest";
    card.append(document.createElement("slot"));
    this.#place.replaceChildren(card);
  }

  #end() {
    this.#guest?.end();
    this.#guest = undefined;
    this.#up = promised();
    this.#rest();
  }

  #leave() {
    this.#observer?.disconnect();
    this.#observer = undefined;
    for (const name of TOUCHES) this.removeEventListener(name, this.#start);
    this.#end();
  }
}

// Properties mirror attributes.
for (const name of Object.keys(SETTINGS)) {
  const isNumber = name === "heading-level";
  Object.defineProperty(StrategyFirst.prototype, inScripts(name), {
    get() {
      const value = setting(name, this.getAttribute(name));
      return isNumber ? Number(value) : value;
    },
    set(value) {
      if (value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
    configurable: true,
    enumerable: true,
  });
}

/** Registers the element; a page may load this twice. */
export function define(name = "strategy-first") {
  if (!customElements.get(name)) customElements.define(name, StrategyFirst);
}

/** The nearest `lang` on the page, also around the shadow roots that an element stands in. */
function pageLanguage(element) {
  for (let at = element.parentElement ?? element.getRootNode().host; at; ) {
    const said = at.closest("[lang]");
    if (said) return said.lang;
    at = at.getRootNode().host;
  }
  return undefined;
}

/** A promise with how to keep it. */
function promised() {
  const made = {};
  made.promise = new Promise((then, refuse) => Object.assign(made, { then, refuse }));
  made.promise.catch(() => {});
  return made;
}
