// The first card, before the program is there: the start, and the first few questions, which can be answered. It looks as
// src/ui/start.rs and src/ui/question.rs draw them, and what is done on it is handed on (`done`).

/** An element with attributes, text and children. */
function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** The milliseconds until the rest is asked for where nothing is painted: in a tab behind others, in a frame out of view. */
const UNSEEN = 1000;

/** Safari has no other way to wait until nothing else is to be done. */
const idle = globalThis.requestIdleCallback ?? setTimeout;

const div = (kind, ...children) => el("div", { class: kind }, ...children);
const link = (name) => el("span", { class: "sf-button sf-link" }, name);

const way = ([name, note = ""]) => el("li", {}, link(name), el("span", { class: "sf-note" }, note));

export class First {
  /** The pack begun, and all that was done since, as the app does it again: `b next skip back`. */
  done = {};
  /** Whether the visitor has gone on to what only the app can show. */
  isWaiting = false;

  #status = el("p", { class: "sf-status", role: "status" });
  /** Tries once more, where it has failed. */
  #again;
  #card = el("div", { class: "sf-card", part: "card" });
  #acts = [];
  /** The answers given, by the place of their question. */
  #answers = [];
  /** Done when no press on the card is under way: one that began here and ended in the app would count for nothing. */
  #rested;
  /** Done once the card is painted, and where nobody looks after a moment: what is asked for sooner would only be in its way. */
  shown = new Promise((then) => {
    // The second frame is only begun once the first is on screen; and whoever presses something at once goes first.
    requestAnimationFrame(() => requestAnimationFrame(() => idle(then)));
    setTimeout(then, UNSEEN);
  });

  /** `words` is `first/<lang>.json`; `get` gives a setting by its name. */
  constructor(words, get) {
    const pack = get("pack");
    this.words = words;
    this.level = Number(get("heading-level"));
    // All but the plan are there in either view.
    this.ways = get("view") === "all" ? words.ways : words.ways.slice(0, -1);
    this.packs = [...words.packs].sort((one, other) => (other.id === pack) - (one.id === pack));
    [this.chosen] = this.packs;
    this.element = el(
      "div",
      { class: "sf sf-first", lang: words.lang, dir: words.dir },
      div("sf-bar", el("span", { class: "sf-name" }, words.name)),
      this.#card,
      div("sf-said", this.#status),
      // What can't be done yet is not seen, and has its place: so nothing moves when it comes.
      div("sf-foot", el("p", { class: "sf-kept" }, words.kept[get("storage")]), ...words.files.map(link)),
    );
    this.element.addEventListener("pointerdown", () => {
      const ends = ["pointerup", "pointercancel"];
      this.#rested = new Promise((then) => ends.forEach((end) => addEventListener(end, () => setTimeout(then), { once: true })));
    });
    this.#start();
  }

  /** Resolves as soon as the app may take the card's place, with what it needs at hand to show nothing else in between. */
  async ready(load) {
    const { begun } = this.done;
    if (begun) await load([`packs/${begun}.${this.words.lang}.json`]);
    await this.#rested;
  }

  /** Whether the app in `root` has come to where the visitor is here. */
  isFollowed(root) {
    return !this.done.begun || root.querySelector("[part=progress]") !== null;
  }

  /** Who has chosen how long it may take, and not begun, has that chosen in the app as well. */
  choose(root) {
    const length = this.packs.indexOf(this.chosen);
    if (length && !this.done.begun) root.querySelectorAll("fieldset input")[length]?.click();
  }

  /** Says that the rest could not be loaded; `again` tries once more. So does whoever goes on. */
  fail(again) {
    this.#again = () => {
      this.#again = undefined;
      // The button goes, and the focus is not to go with it.
      if (button.matches(":focus")) this.#card.querySelector(".sf-title").focus();
      this.#said(this.words.wait);
      again();
    };
    const button = this.#button("again", "sf-line", this.#again);
    this.#said(this.words.failed);
    this.#status.after(button);
  }

  /** Notes what was done; who does something else than to wait has not gone on. */
  #act(act) {
    if (this.isWaiting) this.#acts.pop();
    this.isWaiting = false;
    this.#acts.push(act);
    this.done.acts = this.#acts.join(" ");
  }

  #said(text = "") {
    this.#status.replaceChildren(text);
    while (this.#status.nextSibling) this.#status.nextSibling.remove();
  }

  #draw(isStep, ...parts) {
    this.#card.replaceChildren(...parts);
    if (isStep) this.#card.querySelector(".sf-title").focus();
  }

  #title(text) {
    return el("h2", { class: "sf-title", "aria-level": this.level, tabindex: "-1" }, text);
  }

  #heading(text) {
    return el("h3", { class: "sf-heading", "aria-level": this.level + 1 }, text);
  }

  #button(name, kind, press) {
    const button = el("button", { type: "button", class: `sf-button ${kind}`, part: "button" }, this.words[name]);
    if (press) button.addEventListener("click", press);
    return button;
  }

  #radio(name, id, isChosen, choose, ...label) {
    const input = el("input", { type: "radio", name, id: `${name}-${id}` });
    input.checked = isChosen;
    input.addEventListener("change", choose);
    const row = el("div", { class: "sf-option", part: "option" }, input);
    row.append(el("label", { for: input.id }, ...label));
    return row;
  }

  #start(isStep) {
    const { words } = this;
    const rows = this.packs.map((pack) => {
      const choose = () => {
        this.chosen = pack;
      };
      const note = el("span", { class: "sf-note" }, pack.note);
      return this.#radio("length", pack.id, pack === this.chosen, choose, `${pack.name} `, note);
    });
    const begin = () => {
      this.done = { begun: this.chosen.id };
      this.#acts = [];
      this.#answers = [];
      this.#question(0);
    };
    this.#draw(
      isStep,
      this.#title(words.title),
      el("p", { class: "sf-lead" }, words.lead),
      el("fieldset", { class: "sf-options" }, el("legend", {}, words.length), ...rows),
      div("sf-actions", this.#button("start", "sf-solid", begin)),
      div("sf-aside", this.#heading(words.know), el("p", { class: "sf-text" }, this.packs[0].intro)),
      div("sf-also", this.#heading(words.also), el("ul", { class: "sf-plain" }, ...this.ways.map(way))),
    );
  }

  #question(at) {
    const { chosen, words } = this;
    const { text, hint, options } = chosen.questions[at];
    const error = el("p", { class: "sf-error", id: "error", role: "alert" });
    const rows = options.map(([id, text]) => {
      const choose = () => {
        this.#answers[at] = id;
        this.#act(id);
        error.replaceChildren();
      };
      return this.#radio(`answer${at}`, id, id === this.#answers[at], choose, text);
    });
    const fieldset = el("fieldset", { class: "sf-options", "aria-describedby": "hint error" });
    fieldset.append(el("legend", {}, this.#title(text)));
    if (hint) fieldset.append(el("p", { class: "sf-hint", id: "hint" }, hint));
    fieldset.append(error, ...rows);
    const back = () => {
      if (!this.#again) this.#said();
      if (at) {
        this.#act("back");
        return this.#question(at - 1);
      }
      this.done = {};
      this.isWaiting = false;
      return this.#start(true);
    };
    const skip = () => {
      delete this.#answers[at];
      this.#goOn("skip", at);
    };
    const next = this.#button("next", "sf-solid");
    next.type = "submit";
    const buttons = [this.#button("back", "sf-quiet", back), this.#button("skip", "sf-quiet", skip), next];
    const form = el("form", { class: "sf-form" }, fieldset, div("sf-actions", ...buttons));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.#answers[at]) return this.#goOn("next", at);
      return error.replaceChildren(el("span", { class: "sf-hidden" }, words.error), ` ${words.choose}`);
    });
    this.#draw(true, this.#progress(at), form);
  }

  /** To the next question; after the last one here, as soon as the app is there. */
  #goOn(act, at) {
    this.#act(act);
    this.isWaiting = !this.chosen.questions[at + 1];
    if (!this.isWaiting) this.#question(at + 1);
    if (this.#again) this.#again();
    else if (this.isWaiting) this.#said(this.words.wait);
  }

  #progress(at) {
    const { cells, questions } = this.chosen;
    const { progress, stage } = questions[at];
    const count = el("p", { class: "sf-progress-words" }, el("span", {}, progress), " ");
    count.append(el("span", { class: "sf-progress-stage" }, stage));
    let place = 0;
    const cell = () => el("span", { class: place++ < at ? "sf-cell sf-done" : "sf-cell" });
    const segment = (cells) => el("span", { class: "sf-segment" }, ...Array.from(Array(cells), cell));
    const segments = div("sf-segments", ...cells.map(segment));
    segments.setAttribute("aria-hidden", "true");
    return el("div", { class: "sf-progress", part: "progress" }, count, segments);
  }
}
