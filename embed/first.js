// The first card, before the program is there: the start, and the first question, which can be answered. It looks as
// src/ui/start.rs and src/ui/question.rs draw them, and what is done on it is handed on (`done`).

/** The milliseconds that words in another language may take to come. */
const PATIENCE = 9000;

/** What is kept of a check begins so; whoever has one goes on with that. */
const kept = (key) => `strategy-first/1/${key}/session`;

/** Whether nothing of a check is kept in `storage`, as far as the browser lets a page see. */
export function isNew(storage, key) {
  try {
    const area = { local: () => localStorage, session: () => sessionStorage, none: () => ({}) }[storage]();
    return !Object.keys(area).some((name) => name.startsWith(kept(key)));
  } catch {
    return true;
  }
}

/** An element with attributes, text and children. */
function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const div = (kind, ...children) => el("div", { class: kind }, ...children);

export class First {
  /** What was done: the pack begun, the answer to its first question, whether the visitor has gone on from there. */
  done = {};
  #status = el("p", { class: "sf-status", role: "status" });
  #card = el("div", { class: "sf-card", part: "card" });

  /** `words` is `first/<lang>.json`, `pack` the one to propose first, `level` that of the first heading. */
  constructor(words, pack, level) {
    Object.assign(this, { words, level });
    this.packs = [...words.packs].sort((one, other) => (other.id === pack) - (one.id === pack));
    [this.chosen] = this.packs;
    this.element = el(
      "div",
      { class: "sf sf-first", lang: words.lang, dir: words.dir },
      div("sf-bar", el("span", { class: "sf-name" }, words.name)),
      this.#card,
      div("sf-said", this.#status),
    );
    this.#start();
  }

  /** Says that the rest could not be loaded; `again` tries once more. */
  fail(again) {
    const button = this.#button("again", "sf-line", () => {
      this.#said();
      again();
    });
    this.#status.replaceChildren(this.words.failed);
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
      this.#said(words.wait);
    };
    const back = () => {
      this.done = {};
      this.#said();
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

/**
 * Sees to it that what has the focus in a shadow root has it again once it was drawn anew: what stands in its place by then, or the
 * first heading, where `isStep` says so.
 */
export function holdFocus(root, isStep = () => false) {
  const held = root.activeElement;
  if (!held) return;
  const alike = () => [...root.querySelectorAll(held.localName)];
  const at = alike().indexOf(held);
  const drawn = new MutationObserver(() => {
    if (root.contains(held) || !root.querySelector(".sf-title")) return;
    drawn.disconnect();
    const there = (!isStep() && alike()[at]) || root.querySelector(".sf-title");
    there.focus({ preventScroll: true });
  });
  drawn.observe(root, { childList: true, subtree: true });
  // By then nothing was drawn anew.
  setTimeout(() => drawn.disconnect(), PATIENCE);
}
