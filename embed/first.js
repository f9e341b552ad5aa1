// The first card, before the program is there: the start, and the first question, which can be answered. It looks as
// src/ui/start.rs and src/ui/question.rs draw them, and what is done on it is handed on (`done`).

/** An element with attributes, text and children. */
function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const div = (kind, ...children) => el("div", { class: kind }, ...children);
const link = (name) => el("span", { class: "sf-button sf-link" }, name);

const way = ([name, note = ""]) => el("li", {}, link(name), el("span", { class: "sf-note" }, note));

export class First {
  /** What was done: the pack begun, the answer to its first question, whether the visitor has gone on from there. */
  done = {};
  /** Which of the lengths is chosen, counted from 0. */
  get length() {
    return this.packs.indexOf(this.chosen);
  }

  #status = el("p", { class: "sf-status", role: "status" });
  /** Tries once more, where it has failed. */
  #again;
  #card = el("div", { class: "sf-card", part: "card" });

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
    this.#start();
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
      this.#question();
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

  #question() {
    const { words, chosen, done } = this;
    const error = el("p", { class: "sf-error", id: "error", role: "alert" });
    const rows = chosen.options.map(([id, text]) => {
      const choose = () => {
        done.firstAnswer = id;
        error.replaceChildren();
      };
      return this.#radio("answer", id, false, choose, text);
    });
    const fieldset = el("fieldset", { class: "sf-options", "aria-describedby": "hint error" });
    fieldset.append(el("legend", {}, this.#title(chosen.text)));
    if (chosen.hint) fieldset.append(el("p", { class: "sf-hint", id: "hint" }, chosen.hint));
    fieldset.append(error, ...rows);
    const goOn = () => {
      done.goneOn = "yes";
      if (this.#again) this.#again();
      else this.#said(words.wait);
    };
    const back = () => {
      this.done = {};
      if (!this.#again) this.#said();
      this.#start(true);
    };
    const skip = () => {
      delete done.firstAnswer;
      goOn();
    };
    const next = this.#button("next", "sf-solid");
    next.type = "submit";
    const buttons = [this.#button("back", "sf-quiet", back), this.#button("skip", "sf-quiet", skip), next];
    const form = el("form", { class: "sf-form" }, fieldset, div("sf-actions", ...buttons));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (done.firstAnswer) return goOn();
      return error.replaceChildren(el("span", { class: "sf-hidden" }, words.error), ` ${words.choose}`);
    });
    this.#draw(true, this.#progress(), form);
  }

  #progress() {
    const { progress, stage, cells } = this.chosen;
    const count = el("p", { class: "sf-progress-words" }, el("span", {}, progress), " ");
    count.append(el("span", { class: "sf-progress-stage" }, stage));
    const segment = (cells) => el("span", { class: "sf-segment" }, ...Array.from(Array(cells), () => el("span", { class: "sf-cell" })));
    const segments = el("div", { class: "sf-segments", "aria-hidden": "true" }, ...cells.map(segment));
    return el("div", { class: "sf-progress", part: "progress" }, count, segments);
  }
}
