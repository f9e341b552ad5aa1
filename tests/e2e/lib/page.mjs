// The page as a visitor meets it: verbs to act, questions to look. Parts are found by what they are and are called.
import assert from "node:assert/strict";
import { HANDS } from "./hands.mjs";
import { fill, published, words } from "./site.mjs";

/** The milliseconds that anything may take to show. */
const PATIENCE = 15_000;

/** Goes before every script on the page: the few ways to find things there. */
const FINDERS = `
  const root = ROOT;
  const all = (selector) => [...root.querySelectorAll(selector)];
  const plain = (words) => words.replace(/\\s+/g, " ").trim();
  const text = (element) => plain(element.textContent);
  const name = (element) => plain(element.getAttribute("aria-label") ?? (element.labels?.[0] ?? element).textContent);
  const app = () => root.querySelector("[part=card]")?.parentElement ?? root.querySelector(".sf");
  const named = (selector, wanted) => all(selector).find((element) => name(element) === wanted);
`;

export class Page {
  /**
   * `by` is how the visitor works it: mouse, keyboard, or script for paths on which that is not the question. `root` says
   * in JavaScript where the app is: in the document, or in a shadow root.
   */
  constructor(browser, site, { lang = "en", by = "script", root = "document" } = {}) {
    Object.assign(this, { browser, driver: browser.driver, site, lang, finders: FINDERS.replace("ROOT", root) });
    this.hand = new HANDS[by](this);
  }

  /** Does what is only on the way to what the path is about, however that is worked. */
  async quickly(act) {
    const { hand } = this;
    this.hand = new HANDS.script(this);
    await act();
    this.hand = hand;
  }

  /** Brings more helpers within reach of what runs in the page: JavaScript that names them. */
  bring(helpers) {
    if (!this.finders.includes(helpers)) this.finders += helpers;
  }

  // Coming and going.

  /** Opens the page anew, with `asked` in its address: `{ view: "drill" }`; and a fragment. */
  async open(asked = {}, fragment = "") {
    const query = new URLSearchParams(this.lang === "en" ? asked : { lang: this.lang, ...asked }).toString();
    await this.visit(`${this.site}${query && `?${query}`}${fragment}`);
    await this.isUp();
  }

  /** Goes to an address, and loads it even where only the fragment is another. */
  async visit(address) {
    if (address.includes("#")) await this.driver.get("about:blank");
    await this.driver.get(address);
  }

  async reload() {
    await this.driver.navigate().refresh();
    await this.isUp();
  }

  isUp() {
    return this.until(() => all("h2").length > 0 && !root.querySelector(".sf.sf-first"), "the app to be up");
  }

  /** Makes the browser forget all that this site kept. */
  async forgetEverything() {
    // A small file of the site's on which no app runs.
    await this.driver.get(`${this.site}frame.css`);
    await this.driver.executeScript("localStorage.clear(); sessionStorage.clear();");
  }

  /** All that the browser keeps for this site, by key. */
  storage() {
    return this.run(() => Object.fromEntries(Object.entries(localStorage)));
  }

  // Looking.

  /** Runs `look` in the page, with the finders in reach. */
  run(look, ...details) {
    return this.driver.executeScript(`${this.finders} return (${look}).apply(null, arguments);`, ...details);
  }

  /** Waits until `look` gives something true in the page, and gives it. */
  until(look, awaited, ...details) {
    return this.driver.wait(() => this.run(look, ...details), PATIENCE, `waited in vain for ${awaited}`, 20);
  }

  /** The words for `key` in the page's language, with blanks filled; for a counted text, in the form for `blanks.n`. */
  t(key, blanks = {}) {
    const held = words[this.lang][key];
    assert.ok(held, `there are no words for ${key}`);
    const form = new Intl.PluralRules(this.lang).select(Number(blanks.n ?? 0));
    return fill(this.wording(typeof held === "string" ? held : (held[form] ?? held.other)), blanks);
  }

  /** What a text of ours is on this page: itself, unless the page is in a language that is made up. */
  wording(text) {
    return text;
  }

  /** A pack as published in the page's language. */
  pack(id) {
    return published(`packs/${id}.${this.lang}.json`);
  }

  /** What a statement of the drill can be sorted as: two ways in the main round, two in the bonus round. */
  choicesInDrill() {
    const { keys } = published(`drills/strategy-or-tactic.${this.lang}.json`);
    return ["strategy", "tactic", "objective", "control"].map((key) => this.wording(keys[key]));
  }

  heading() {
    return this.run(() => text(all("h2")[0]));
  }

  /** All the words in view. */
  words() {
    return this.run(() => plain(app().innerText));
  }

  status() {
    return this.run(() => text(all("[role=status]")[0]));
  }

  alert() {
    return this.run(() => text(all("[role=alert]")[0]));
  }

  /** The names of the buttons in view, in order. */
  buttons() {
    return this.run(() => all("button").map(name));
  }

  hasButton(key) {
    return this.run((wanted) => Boolean(named("button", wanted)), this.t(key));
  }

  /** The question in view, with its answers and the place of the chosen one, or -1. */
  question() {
    return this.run(() => ({
      text: text(all("fieldset legend")[0]),
      options: all("fieldset label").map(text),
      chosen: all("fieldset input[type=radio]").findIndex((input) => input.checked),
      progress: text(all("form")[0].previousElementSibling),
    }));
  }

  /** What has the focus: what it is, and what it is called. */
  focus() {
    return this.run(() => {
      const focused = root.activeElement ?? document.body;
      return { tag: focused.localName, type: focused.type ?? "", name: focused === document.body ? "" : name(focused) };
    });
  }

  /** Fails unless the first heading has the focus. */
  async focusIsOnHeading() {
    const { tag, name } = await this.focus();
    assert.deepEqual([tag, name], ["h2", await this.heading()], "the heading of the new screen has the focus");
  }

  /** The screen in view, in one value that is equal only for the same place with the same answers. */
  place() {
    return this.run(() => ({
      heading: text(all("h2")[0]),
      words: text(root.querySelector("[part=card]")),
      chosen: all("input[type=radio]").map((input) => input.checked),
    }));
  }

  /** Notes the app's events on the document from now on, and until the page is left. */
  listen() {
    return this.run(() => {
      window.heard = [];
      const names = ["ready", "start", "step", "complete", "plan-change", "export", "reset", "storage", "error"];
      const note = (event) => window.heard.push({ name: event.type, detail: event.detail });
      for (const name of names) document.addEventListener(`sf-${name}`, note);
    });
  }

  /** The events noted, those called `name` alone if one is given. */
  async heard(name) {
    const heard = await this.run(() => window.heard);
    return name ? heard.filter((event) => event.name === name).map((event) => event.detail) : heard;
  }

  /** Waits until nothing moves any more, what begins to with the next picture included. */
  still() {
    return this.run(async () => {
      await new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)));
      await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
      return true;
    });
  }

  // Acting.

  /** The element of `selector` that is called one of `wanted`, once it is there. */
  find(selector, ...wanted) {
    const look = (selector, wanted) => wanted.map((wanted) => named(selector, wanted)).find(Boolean);
    return this.until(look, `${selector} called ‘${wanted.join("’ or ‘")}’`, selector, wanted);
  }

  /** What a button is called, given a key of the words, or the name itself. */
  called(key, blanks) {
    return key in words.en ? this.t(key, blanks) : key;
  }

  /** Presses the button that has the words for `key`. */
  async press(key, blanks) {
    const press = async () => this.hand.press(await this.find("button", this.called(key, blanks)));
    // What shows it may be drawn anew between the look and the press.
    await press().catch((error) => {
      if (error.name !== "StaleElementReferenceError") throw error;
      return press();
    });
  }

  /** Does what leads to another screen, and waits for that. */
  async step(act) {
    // There may be none while a part of the program is on its way.
    await this.run(() => all("h2").forEach((heading) => (heading.isLeft = true)));
    await act();
    await this.until(() => all("h2").length > 0 && !all("h2")[0].isLeft, "the next screen");
  }

  /** Presses a button that leads to another screen. */
  go(key, blanks) {
    return this.step(() => this.press(key, blanks));
  }

  /** Chooses the answer at `index`. */
  async choose(index) {
    await this.hand.choose(index);
    await this.until((index) => all("fieldset input")[index].checked, "the answer to be chosen", index);
  }

  /** Opens or closes the part that folds under `wanted`, or the one that begins so. */
  async fold(wanted) {
    const summary = await this.until(
      (wanted) => all("summary").find((summary) => text(summary).startsWith(wanted)),
      `a part that folds under ‘${wanted}’`,
      wanted,
    );
    await this.hand.press(summary);
  }

  /** Begins the `full` or the `quick` check from the start. */
  async start(pack = "full") {
    const offered = await this.run(() => all("fieldset input").findIndex((input) => input.id.endsWith("quick")));
    if (pack === "quick") await this.choose(offered);
    await this.go("start.start");
  }

  /** On from an answered question; from the last one to the result. */
  next() {
    const names = [this.t("question.next"), this.t("question.result")];
    return this.step(async () => this.hand.press(await this.find("button", ...names)));
  }

  back() {
    return this.go("question.back");
  }

  skip() {
    return this.go("question.skip");
  }

  /** Answers the questions from the one in view on, with the options at `choices`; null skips. */
  async answer(choices) {
    if (this.hand.through) {
      const on = [this.t("question.next"), this.t("question.result")];
      const skip = [this.t("question.skip")];
      const steps = choices.map((choice) => (choice === null ? { press: skip } : { choose: choice, press: on }));
      return this.hand.through(steps);
    }
    for (const choice of choices) {
      if (choice === null) {
        await this.skip();
      } else {
        await this.choose(choice);
        await this.next();
      }
    }
  }

  /** Sorts `count` statements of the drill, each as whichever of `keys` it offers; gives the statements in order. */
  async sort(count, keys) {
    const on = [this.t("drill.next"), this.t("drill.end")];
    const passed = await this.hand.through(
      Array(count)
        .fill([{ press: keys }, { press: on }])
        .flat(),
    );
    return passed.filter((_, at) => at % 2 === 0);
  }

  /** Takes a whole check from the start, to its result. */
  async take(pack, choices) {
    await this.start(pack);
    await this.answer(choices);
  }

  /** To the start page, from anywhere. */
  home() {
    return this.go("app.name");
  }

  /** Changes the language, as with the list at the top. */
  async switchTo(lang) {
    await this.step(async () => this.hand.pick(await this.find("select", this.t("language.choose")), lang));
    this.lang = lang;
  }
}
