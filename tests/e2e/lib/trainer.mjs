// The trainer's page as a trainer uses it.
import { readFileSync } from "node:fs";
import { Page } from "./page.mjs";
import { fill } from "./site.mjs";

const words = Object.fromEntries(
  ["en", "fr"].map((lang) => {
    const text = readFileSync(new URL(`../../../locales/trainer/${lang}.json`, import.meta.url), "utf8");
    return [lang, JSON.parse(text.replace(/[\u00a0\u202f]/g, " "))];
  }),
);

export class Trainer extends Page {
  /** Opens the page, and waits for its questions. */
  async enter(asked = {}) {
    await this.visit(`${this.site}trainer.html?${new URLSearchParams({ lang: this.lang, ...asked })}`);
    await this.until(() => all("section textarea").length > 0, "the page’s sections");
  }

  t(key, blanks = {}) {
    if (!(key in words.en)) return super.t(key, blanks);
    const held = words[this.lang][key];
    const form = typeof held === "string" ? held : held[new Intl.PluralRules(this.lang).select(Number(blanks.n ?? 0))];
    return fill(this.wording(form), blanks);
  }

  press(key) {
    return super.press(this.t(key));
  }

  /** Puts `text` into the field called after `key`, and presses what belongs to it. */
  async add(key, text, button) {
    await this.hand.fill(await this.find("textarea, input", this.t(key)), text);
    await this.press(button);
  }

  paste(codes) {
    return this.add("gather.paste", codes.join("\n"), "gather.add");
  }

  /** Picks files, by name and text, as a drop of several does. */
  async pick(files) {
    const field = await this.find("input", this.t("gather.files"));
    await this.run(
      (field, files) => {
        const carried = new DataTransfer();
        for (const [name, text] of Object.entries(files)) carried.items.add(new File([text], name));
        field.files = carried.files;
        field.dispatchEvent(new Event("change", { bubbles: true }));
      },
      field,
      files,
    );
  }

  /** Waits until what came of the last addition says this. */
  async cameTo(words) {
    await this.until((words) => text(root.querySelector(".sf-came") ?? root.body).startsWith(words), `‘${words}’`, words);
  }

  /** The titles of the figures in view. */
  figures() {
    return this.run(() => all(".sf-figure > h3").map(text));
  }

  /** All that is said in the figure with that title. */
  figure(key) {
    return this.run((wanted) => text(all(".sf-figure").find((figure) => text(figure.querySelector("h3")) === wanted)), this.t(key));
  }

  /** The native radio button or box with these words. */
  async choose(key) {
    const input = await this.find("input", this.t(key));
    await this.hand.press(input);
  }

  /** What the dialogue in front says; nothing where there is none. */
  wall() {
    return this.run(() => {
      const main = root.querySelector("dialog[open] .sf-show-main");
      return main && text(main);
    });
  }

  link() {
    return this.run((label) => named("textarea", label).value, this.t("session.link"));
  }

  /** To where nothing lies over anything else. */
  toEnd() {
    return this.run(() => scrollTo(0, document.documentElement.scrollHeight));
  }
}
