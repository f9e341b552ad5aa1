// The widget in an iframe of ours, for pages that want it there or allow nothing else. It is loaded when it is needed.
import { framed } from "./framed.js";

/** What a frame is told; where the files are is for its address to say. */
const NAMES = ["view", "pack", "lang", "theme", "storage", "storage-key", "heading-level", "cta-href", "cta-label"];

/** What makes another app of it. */
const OTHER = ["base", "storage", "storage-key"];

export class InFrame {
  #framed;

  /** `place` is where the frame comes in, beside what stands there until it is up; `told` hears of its events. */
  constructor(place, get, base, title, told) {
    Object.assign(this, { place, get, url: new URL("frame.html", base).href, title, told });
  }

  start() {
    const { place, url, title, told } = this;
    return new Promise((then, refuse) => {
      const up = () => {
        // A frame that is moved begins again, so all else goes around it.
        for (const part of [...place.children]) if (part !== this.#framed.frame) part.remove();
        then();
      };
      const failed = () => refuse(new Error(`${url} could not be opened`));
      this.#framed = framed({ url, title, settings: this.#settings(), up, told, failed });
      place.append(this.#framed.frame);
    });
  }

  /** Takes in that a setting has changed; gives whether it could without starting anew. */
  changed(name) {
    if (OTHER.includes(name)) return false;
    this.#framed.update(this.#settings());
    return true;
  }

  /** A frame tells no answers, not even to the page around it; and so it takes none. */
  async run(errand) {
    if (errand !== "reset") throw new Error("what is in the frame stays there: use mode=\"inline\" on your own pages");
    this.#framed.reset();
  }

  /** There is nothing of it to be seen. */
  fail() {
    return false;
  }

  end() {
    this.#framed?.end();
  }

  #settings() {
    return Object.fromEntries(NAMES.map((name) => [name, this.get(name)]));
  }
}
