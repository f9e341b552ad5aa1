// The first card of the standalone page, for whoever has not been here before: its words are in the page's own script.
import { First } from "./first.js";
import { holdFocus } from "./focus.js";
import { isNew } from "./kept.js";
import { inScripts, setting } from "./settings.js";
import { nearest } from "./stage.js";

// In each language; filled in by the build.
const CARDS = __CARDS__;

/** Whether the check begins with its own start: a link or a course may have something else to show. */
function isPlain({ pack, view, moment, storageKey }) {
  const isOurs = ["full", "quick"].includes(pack) && ["all", "quiz"].includes(setting("view", view));
  const canFollow = typeof WebAssembly === "object";
  return isOurs && canFollow && !moment && !location.hash.startsWith("#result=") && isNew("local", setting("storage-key", storageKey));
}

export class Beginning {
  #first;
  /** What stood in its place. */
  #before;

  /** Shows the card in `root`, where `asked` is nothing but the check. */
  constructor(root, asked) {
    this.root = root;
    if (!isPlain(asked)) return;
    const words = CARDS[nearest(asked.lang)];
    this.#first = new First(words, (name) => setting(name, asked[inScripts(name)]));
    this.#before = [...root.childNodes];
    root.replaceChildren(this.#first.element);
    asked.titled(words.title, words.lang);
  }

  /** Done once the card, if there is one, is painted. */
  get shown() {
    return this.#first?.shown;
  }

  /** Resolves as soon as the app may take the card's place. */
  ready(load) {
    return this.#first?.ready(load);
  }

  /** Makes way for the app, whose `options` take on what was done; gives what is left to do once it is there. */
  end(options) {
    const first = this.#first;
    if (!first) return () => {};
    Object.assign(options, first.done);
    holdFocus(
      document,
      () => first.isWaiting,
      () => first.isFollowed(this.root),
    );
    return () => {
      this.#first = undefined;
      first.choose(this.root);
    };
  }

  /** Says that the rest could not be loaded, and tries `again`; gives whether that can help. */
  fail(error, again) {
    if (!this.#first) return false;
    if (!(error instanceof WebAssembly.CompileError)) {
      this.#first.fail(again);
      return true;
    }
    this.root.replaceChildren(...this.#before);
    this.#first = undefined;
    return false;
  }
}
