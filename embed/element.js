// The class of `<strategy-first>`; `embed.js` registers it. docs/embedding.md says what pages may rely on.
import first from "first.css";
import { BUILD } from "./build.js";
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
  /** What was begun here, with the guest that stands here by then. */
  #stay;
  #up = promised();
  #observer;
  #page = new MutationObserver(() => this.#listen());
  /** The language that it was last told to speak. */
  #lang;
  #changed = new Set();
  #following = Promise.resolve();
  #isWanted = false;
  #hasFailed = false;

  constructor() {
    super();
    adopt(this.#shadow, first);
    this.#shadow.append(this.#place);
    submits(this.#place);
    this.#rest();
  }

  connectedCallback() {
    // Moved, and still at work; maybe to where another language is spoken.
    if (this.#observer) return this.#listen();
    // Set before the element was known.
    for (const name of Object.keys(SETTINGS).map(inScripts)) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    this.#observer = new IntersectionObserver((seen) => seen.some((seen) => seen.isIntersecting) && this.#start(), NEAR);
    this.#observer.observe(this);
    // Where it speaks the page's language, and the page turns to another.
    this.#page.observe(document.documentElement, { subtree: true, attributeFilter: ["lang"] });
    for (const name of TOUCHES) this.addEventListener(name, this.#touched);
    if (this.loading === "eager" || this.#isWanted || location.hash.startsWith("#result=")) this.#start();
  }

  /** A page that moves an element takes it out and puts it in again at once. */
  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.#leave());
  }

  /** Where a browser can move an element without that, it stays as it is. */
  connectedMoveCallback() {
    this.#listen();
  }

  attributeChangedCallback(name, before, after) {
    // Frameworks write down what is so anyway.
    if (setting(name, before) === setting(name, after)) return;
    if (this.isConnected && (this.#hasFailed || (name === "loading" && after === "eager"))) this.#start();
    this.#note(name);
  }

  /** Of all languages on a page, only the one around it matters. */
  #listen() {
    if (this.#stay && this.#get("lang") !== this.#lang) this.#note("lang");
  }

  #note(name) {
    if (!this.#stay) return;
    this.#lang = this.#get("lang");
    // Several that change at once are one change.
    if (!this.#changed.size) this.#following = this.#following.then(() => this.#follow());
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
    let text;
    try {
      text = JSON.stringify(state);
    } catch (error) {
      throw new Error(`It can’t be written as JSON (${error}): hand over what was read from a file.`);
    }
    // Our own questions are here already.
    const { format, id } = state ?? {};
    if (format === "strategy-first/pack" && ["full", "quick"].includes(id)) this.pack = id;
    else await this.#run("import", text);
  }

  /** Prints the page. */
  async print() {
    await this.#whenUp();
    print();
  }

  #get = (name) => {
    const asked = setting(name, this.getAttribute(name));
    if (name === "lang") return asked || pageLanguage(this) || spoken();
    const isPlain = name !== "pack" || ["quick", "full"].includes(asked) || !URL.canParse(asked, document.baseURI);
    return isPlain ? asked : new URL(asked, document.baseURI).href;
  };

  #base() {
    return new URL(`${this.base || HERE}/`.replace(/\/+$/, "/"), document.baseURI);
  }

  /** Whoever goes for the link once it has failed wants the link. */
  #touched = () => this.#hasFailed || this.#start();

  #start = () => {
    if (this.#stay || !this.isConnected) return;
    this.#hasFailed = false;
    this.#stay = {};
    this.#lang = this.#get("lang");
    this.#stay.tried = this.#attempt(this.#stay);
  };

  /** Whether what was begun is not wanted any more; of what is not on the page now, that is only told in a moment. */
  #isOver(stay) {
    return stay !== this.#stay || !this.isConnected;
  }

  async #attempt(stay) {
    const isOver = () => this.#isOver(stay);
    try {
      if (this.mode === "iframe") {
        await this.#frame(stay);
      } else if (!(await this.#standsInline(stay)) && !isOver()) {
        stay.refused = "this page’s policy does not let the widget run on it";
        await this.#frame(stay);
        if (!isOver()) warn(`${stay.refused}, so it stands in a frame`);
      }
      if (!isOver()) this.#up.then();
    } catch (error) {
      if (!isOver()) this.#fail(error, stay);
    }
  }

  /** Lets the app stand on the page itself; gives whether the page’s policy allows that. */
  async #standsInline(stay) {
    const base = this.#base();
    if (await mayRun()) {
      // Taken away in the meantime: there is nobody to end what would begin.
      if (this.#isOver(stay)) return true;
      let isRefused = false;
      const refused = ({ blockedURI, disposition }) => {
        isRefused ||= disposition === "enforce" && blockedURI.startsWith(base.origin);
      };
      document.addEventListener("securitypolicyviolation", refused);
      try {
        stay.guest ??= new Inline(this.#place, this.#shadow, this.#get, base);
        await stay.guest.start();
        return true;
      } catch (error) {
        // A browser tells of what it refused only after it did.
        await new Promise((then) => setTimeout(then, 60));
        if (!isRefused) throw error;
        stay.guest.end();
        stay.guest = undefined;
      } finally {
        document.removeEventListener("securitypolicyviolation", refused);
      }
    }
    return false;
  }

  async #frame(stay) {
    // From where the files are, which in a bundler's build is not where this is; and bundlers leave it as it is.
    const url = new URL(`in-frame.js?v=${BUILD}`, this.#base()).href;
    const { InFrame } = await import(/* webpackIgnore: true */ /* @vite-ignore */ url);
    if (this.#isOver(stay)) return;
    this.#rest();
    stay.guest = new InFrame(this.#place, this.#get, this.#base(), this.title || "Strategy First", this.#tell);
    await stay.guest.start();
  }

  #tell = (name, detail) => {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  };

  #complain(message) {
    warn(message);
    this.#tell("sf-error", { code: "load", message });
  }

  #fail(error, stay) {
    const message = [stay.refused, error.message].filter(Boolean).join("; ");
    this.#complain(message);
    const again = () => {
      stay.tried = this.#attempt(stay);
    };
    if (stay.guest?.fail(again)) return;
    // Who waits for it waits in vain. Whoever wants it another time may have it then.
    this.#up.refuse(new Error(message));
    this.#end();
    this.#hasFailed = true;
  }

  async #follow() {
    // What was read while it came up may be the old or the new.
    await this.#stay?.tried;
    const names = [...this.#changed];
    this.#changed.clear();
    try {
      for (const name of names) {
        const { guest } = this.#stay ?? {};
        if (!guest) return;
        if (name === "loading") continue;
        if (name !== "mode" && (await guest.changed(name))) continue;
        this.#end();
        this.#start();
        return;
      }
    } catch ({ message }) {
      this.#complain(message);
    }
  }

  async #run(errand, text) {
    await this.#whenUp();
    return this.#stay.guest.run(errand, text);
  }

  #whenUp() {
    // Who asks for something wants it now, or once it is on the page.
    this.#isWanted = true;
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
    this.#stay?.guest?.end();
    this.#stay = undefined;
    this.#changed.clear();
    this.#following = Promise.resolve();
    this.#up.refuse(new Error("it was taken away, or begun anew, before it was up"));
    this.#up = promised();
    this.#rest();
  }

  #leave() {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#page.disconnect();
    for (const name of TOUCHES) this.removeEventListener(name, this.#touched);
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

/** Registers the element; a page may load this twice. In a browser too old for it what the page has inside stays. */
export function define(name = "strategy-first") {
  if (!("adoptedStyleSheets" in document) || customElements.get(name)) return;
  // A class has one name at the most.
  customElements.define(name, name === "strategy-first" ? StrategyFirst : class extends StrategyFirst {});
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

/**
 * Whether the page lets WebAssembly be run, tried with the smallest module there is. WebKit would compile it, and no more. Not by
 * `WebAssembly.instantiate`, which answers only after another thread has: the first card would be that much later.
 */
async function mayRun() {
  try {
    return Boolean(new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))));
  } catch {
    return false;
  }
}

/** Says each thing once a page. */
function warn(words) {
  if (!said.has(words)) console.warn(`strategy-first: ${words}.`);
  said.add(words);
}

const said = new Set();

/** A promise with how to keep it. */
function promised() {
  const made = {};
  made.promise = new Promise((then, refuse) => Object.assign(made, { then, refuse }));
  made.promise.catch(() => {});
  return made;
}
