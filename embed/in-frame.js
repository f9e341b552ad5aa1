// The widget in an iframe of ours, for pages that want it there or allow nothing else. It is loaded when it is needed.
import { framed } from "./framed.js";
import { ANEW, TOLD } from "./settings.js";

export class InFrame {
  #framed;
  /** Who has asked for a reset. */
  #hears;
  /** What waits for the frame, and is to be told when it is taken away. */
  #waiting = new Set();

  /** `place` is where the frame comes in, beside what stands there until it is up; `told` hears of its events. */
  constructor(place, get, base, title, told) {
    Object.assign(this, { place, get, url: new URL("frame.html", base).href, title, told });
  }

  start() {
    const { place, url, title } = this;
    const told = (name, detail) => {
      if (name === "sf-reset") this.#hears?.();
      this.told(name, detail);
    };
    return this.#unlessEnded((then, refuse) => {
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
    if (ANEW.includes(name)) return false;
    this.#framed.update(this.#settings());
    return true;
  }

  /** A frame tells no answers, not even to the page around it; and so it takes none. */
  async run(errand) {
    if (errand !== "reset") throw new Error("what is in the frame stays there: use mode=\"inline\" on your own pages");
    await this.#unlessEnded((then) => {
      this.#hears = then;
      this.#framed.reset();
    });
  }

  /** There is nothing of it to be seen. */
  fail() {
    return false;
  }

  end() {
    this.#framed?.end();
    for (const refuse of this.#waiting) refuse(new Error("it was taken away"));
  }

  async #unlessEnded(begin) {
    let ended;
    try {
      await new Promise((then, refuse) => {
        ended = refuse;
        this.#waiting.add(ended);
        begin(then, refuse);
      });
    } finally {
      this.#waiting.delete(ended);
    }
  }

  #settings() {
    return Object.fromEntries(TOLD.map((name) => [name, this.get(name)]));
  }
}
