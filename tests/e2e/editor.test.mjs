// The pack editor: from a copy of ours to a pack of one's own that is tried and saved.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { findings } from "./lib/axe.mjs";
import { data } from "./lib/kept.mjs";
import { Page } from "./lib/page.mjs";
import { NO_STORAGE, SAVES, SPY } from "./lib/scripts.mjs";
import { copy, fill } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";

const site = await copy({ script: SPY + SAVES });
const forbidden = await copy({ script: SPY + NO_STORAGE });

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
const plain = (text) => text.replace(/[\u00a0\u202f]/g, " ");
const WORDS = { en: read("locales/editor/en.json"), fr: read("locales/editor/fr.json") };
const FAULTS = read("content/en/faults.json");

const WITHIN = `
  const field = (id) => all("[id]").find((element) => element.id.endsWith("-" + id));
  const faults = () => all(".sf-fault").map((fault) => text(fault));
  const tried = () => document.querySelector("strategy-first")?.shadowRoot;
`;

class Editor extends Page {
  constructor(...details) {
    super(...details);
    this.bring(WITHIN);
  }

  say(key, blanks = {}) {
    const words = WORDS[this.lang][key];
    return plain(fill(typeof words === "string" ? words : (blanks.n === 1 ? words.one : words.other), blanks));
  }

  async edit() {
    await this.visit(`${this.site}editor.html?lang=${this.lang}`);
    await this.isUp();
  }

  /** Presses the button called so, once it is there. */
  async pressed(key, blanks) {
    const wanted = this.say(key, blanks);
    const button = (wanted) => all("button").find((button) => name(button).replace(/ \(.*\)$/, "") === wanted);
    const isThere = `(wanted) => Boolean((${button})(wanted))`;
    await this.until(isThere, `a button called ‘${wanted}’`, wanted);
    await this.run(`(wanted) => (${button})(wanted).click()`, wanted);
  }

  /** From a copy of ours to the form. */
  async copied(key = "start.full") {
    await this.edit();
    await this.pressed(key);
    await this.until(() => Boolean(field("0:name")), "the form");
  }

  /** Types into a field, or chooses there. */
  async fill(id, value) {
    await this.until((id) => Boolean(field(id)), `the field ${id}`, id);
    await this.run(
      (id, value) => {
        const control = field(id);
        control.focus();
        control.value = value;
        for (const event of ["input", "change"]) control.dispatchEvent(new Event(event, { bubbles: true }));
      },
      id,
      value,
    );
  }

  value(id) {
    return this.run((id) => field(id)?.value, id);
  }

  async unfold(words) {
    await this.run(
      (words) => all("summary").find((summary) => text(summary).startsWith(words)).click(),
      words,
    );
  }

  /** Waits until so many faults are listed. */
  listed(count) {
    return this.until((count) => faults().length === count, `${count} faults`, count);
  }

  /** Gives a file to the field for it. */
  async open(text) {
    await this.run((text) => {
      const holder = new DataTransfer();
      holder.items.add(new File([text], "pack.json", { type: "application/json" }));
      const file = root.querySelector("input[type=file]");
      file.files = holder.files;
      file.dispatchEvent(new Event("change", { bubbles: true }));
    }, text);
  }

  says(words) {
    return this.until((words) => text(all("[role=status]")[0]).includes(words), `‘${words}’ to be said`, words);
  }

  async isSound() {
    // What stays in view lies on other things, whose colours axe then can't tell.
    await this.run(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(".sf .sf-tools, .sf .sf-said, .sf .sf-check { position: static !important }");
      document.adoptedStyleSheets = [sheet];
    });
    assert.deepEqual(await findings(this), []);
    assert.deepEqual(await this.run(() => [noted.breaches, noted.errors]), [[], []]);
  }
}

visitors("The pack editor", (path) => {
  path(
    "from a copy of ours to questions of one’s own, tried and saved",
    async (page) => {
      await page.copied();
      assert.equal(await page.value("0:id"), "my-questions");
      await page.fill("0:id", "bakery");
      await page.fill("0:name", "Bakers’ check");
      await page.unfold(page.say("part.items", { n: 1 }));
      await page.fill("0:items[0].text", "Who comes in before eight?");
      await page.pressed("tools.try");
            const start = () => tried() && !tried().host.hidden && [...tried().querySelectorAll("button")].find((button) => text(button) === "Start");
      await page.until(`() => Boolean((${start})())`, "its start");
      await page.run(`() => (${start})().click()`);
      const asks = () => text(tried()).includes("Who comes in before eight?");
      await page.until(asks, "our own question");
      await page.isSound();
      await page.pressed("tools.save", { file: "bakery.en.json" });
      const saved = await page.until(() => saved[0], "the file");
      assert.deepEqual([saved.name, saved.kind], ["bakery.en.json", "application/json"]);
      const file = JSON.parse(Buffer.from(saved.bytes).toString("utf8"));
      const expected = asPublished("full.en");
      Object.assign(expected, { id: "bakery", pack_version: "1.0", name: "Bakers’ check" });
      expected.items[0].text = "Who comes in before eight?";
      assert.deepEqual(file, expected);
      // A reload goes on, and the widget's own things were left alone.
      await page.until(() => Object.keys(localStorage).some((key) => key.includes("pack-draft")), "it to be kept");
      await page.edit();
      assert.equal(await page.value("0:id"), "bakery");
      const kept = await page.storage();
      assert.ok(Object.keys(kept).every((key) => key.startsWith("strategy-first/1/default/pack-draft")), Object.keys(kept));
      assert.equal(data(kept, "pack-draft").files[1].id, "bakery");
    },
    { site, as: Editor },
  );

  path(
    "every fault leads to its field, with the mend; every step can be taken back",
    async (page) => {
      await page.copied("start.quick");
      await page.unfold(page.say("part.items", { n: 2 }));
      await page.fill("1:items[1].text", "");
      await page.fill("0:items[1].options[0].score", "7");
      await page.listed(2);
      const [score, french] = await page.run(() => faults());
      assert.ok(score.startsWith("Question 2, Answer 1: Points, 0 to 3"), score);
      assert.ok(french.includes(FAULTS.problems.empty.mend), french);
      // Folded away, it is found again.
      await page.unfold(page.say("section.items"));
      await page.run(() => all(".sf-fault button")[1].click());
      await page.until(() => document.activeElement === field("1:items[1].text"), "the focus in the field");
      assert.equal(await page.run(() => document.activeElement.getAttribute("aria-invalid")), "true");
      await page.isSound();
      for (let step = 0; step < 2; step += 1) await page.pressed("tools.undo");
      await page.until(() => text(all(".sf-check")[0]).includes("Nothing is missing."), "no fault");
      // Parts, with the focus where it goes on.
      const answers = () => all("fieldset.sf-row").length;
      const before = await page.run(answers);
      await page.pressed("row.remove");
      const isOnNext = (before) =>
        all("fieldset.sf-row").length < before && document.activeElement === field("list:items[1].options");
      await page.until(isOnNext, "an answer less, and the focus where one can be added", before);
      await page.pressed("tools.undo");
      await page.until((before) => all("fieldset.sf-row").length === before, "the answer to be back", before);
      await page.pressed("add.items");
      await page.until(() => document.activeElement === field("0:items[8].text"), "the focus in the new question");
      await page.pressed("tools.close");
      await page.pressed("tools.undo");
      await page.until(() => Boolean(field("0:items[8].text")), "all of it back");
    },
    { site, as: Editor },
  );

  path(
    "a file with faults is opened with all it has; what is no pack is refused with the reason",
    async (page) => {
      await page.edit();
      await page.until(() => Boolean(root.querySelector("input[type=file]")), "the field for a file");
      await page.isSound();
      for (const [text, refusal] of [
        ["{", "not-json"],
        [JSON.stringify({ format: "strategy-first/plan", version: 1 }), "other-format"],
        [JSON.stringify({ format: "strategy-first/pack", version: 9 }), "newer"],
        [`"${"x".repeat(1 << 20)}"`, "too-large"],
      ]) {
        await page.open(text);
        await page.says(FAULTS.refusals[refusal].mend);
      }
      const pack = { ...asPublished("quick.en"), id: "mine", stages: 5, mine: { kept: true } };
      await page.open(JSON.stringify(pack));
      await page.until(() => Boolean(field("0:name")), "the form");
      await page.until(() => faults().length > 0, "its faults");
      await page.unfold(page.say("json.title"));
      const json = await page.until(() => all("textarea.sf-json")[0]?.value, "the JSON");
      assert.deepEqual(JSON.parse(json), pack);
      // The same pack in another language comes beside it.
      await page.open(JSON.stringify({ ...asPublished("quick.fr"), id: "mine" }));
      await page.until(() => Boolean(field("1:name")), "a column more");
    },
    { site, as: Editor },
  );

  path(
    "where the browser keeps nothing it says so, in French too, and works on",
    async (page) => {
      page.lang = "fr";
      await page.copied("start.quick");
      assert.ok((await page.run(() => text(all(".sf-kept-words")[0]))).startsWith(page.say("kept.none")));
      await page.unfold(page.say("section.flags"));
      await page.unfold(page.say("part.flags", { n: 1 }));
      await page.until(() => all(".sf-condition").length > 0, "a pattern’s conditions");
      await page.isSound();
    },
    { site: forbidden, as: Editor },
  );
});

/** As published, with its own spaces. */
function asPublished(name) {
  return JSON.parse(readFileSync(`${process.env.SF_DIST}/packs/${name}.json`, "utf8"));
}
