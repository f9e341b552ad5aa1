// Saving a copy of everything and opening files: from the check and from the builder, by button, by paste and by drop.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { findings } from "./lib/axe.mjs";
import { CHROMIUM } from "./lib/engines.mjs";
import { PlanPage } from "./lib/plan.mjs";
import { fill, LANGUAGES } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";

const file = (lang) => new URL(`../../locales/files/${lang}.json`, import.meta.url);
const words = Object.fromEntries(
  LANGUAGES.map((lang) => [lang, JSON.parse(readFileSync(file(lang), "utf8").replace(/[\u00a0\u202f]/g, " "))]),
);

/** A page that knows how files are saved and opened. */
class FilesPage extends PlanPage {
  /** The words of saving and opening; else those of the builder and the check. */
  t(key, blanks = {}) {
    const held = words[this.lang][key];
    if (held === undefined) return super.t(key, blanks);
    const form = new Intl.PluralRules(this.lang).select(Number(blanks.n ?? 0));
    return fill(typeof held === "string" ? held : (held[form] ?? held.other), blanks);
  }

  called(key, blanks) {
    return key in words.en ? this.t(key, blanks) : super.called(key, blanks);
  }

  /** Waits until the step of that heading is there. */
  at(key) {
    const isThere = (wanted) => {
      const heading = root.querySelector(".sf-files h3");
      return heading && text(heading) === wanted;
    };
    return this.until(isThere, `the step ‘${this.t(key)}’`, this.t(key));
  }

  /** Saves a copy of everything, and gives what is in the file, and what it is called. */
  async save() {
    await this.run(() => {
      window.offered = [];
      window.make ??= URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        window.offered.push(blob);
        return window.make.call(URL, blob);
      };
      const { click } = HTMLElement.prototype;
      HTMLElement.prototype.click = function () {
        if (this.download) window.named = this.download;
        click.call(this);
      };
    });
    await this.press("app.save");
    await this.at("save.title");
    const [text, name] = await this.run(() => window.offered[0].text().then((text) => [text, window.named]));
    return { text, name, file: JSON.parse(text) };
  }

  /** Puts a file into the field for it, or drops it on the app. */
  async give(text, { drop = false } = {}) {
    await this.at("open.title");
    await this.run(
      (text, drop) => {
        const holder = new DataTransfer();
        holder.items.add(new File([text], "copy.json", { type: "application/json" }));
        const field = root.querySelector("input[type=file]");
        if (drop) {
          const event = new DragEvent("drop", { dataTransfer: holder, bubbles: true, cancelable: true });
          root.querySelector("[part=card]").dispatchEvent(event);
          if (!event.defaultPrevented) throw new Error("the browser would open the file in place of the page");
        } else {
          field.files = holder.files;
          field.dispatchEvent(new Event("change", { bubbles: true }));
        }
      },
      text,
      drop,
    );
  }

  /** Pastes the text of a file. */
  async paste(text) {
    await this.at("open.title");
    const field = await this.find("textarea", this.t("open.paste"));
    await this.run(
      (field, text) => {
        field.value = text;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      },
      field,
      text,
    );
    await this.press("open.look");
  }

  /** What is said of the file, a line a part. */
  lines() {
    return this.run(() => [...root.querySelectorAll(".sf-files-list li")].map(text));
  }
}

/** All but the moment at which it was saved, and the screen that was in view. */
const undated = ({ file: { saved_at, session, ...file } }) => ({
  ...file,
  check: session?.check ?? null,
  drill: session?.drill ?? null,
});

const plan = (fields) => ({ format: "strategy-first/plan", version: 1, id: "p1", title: "Spring", ...fields });

visitors("Saving and opening files", (path) => {
  path(
    "what was saved is all there again after the browser has forgotten everything",
    async (page) => {
      await page.openExample();
      await page.open();
      await page.take("quick", [1, 1, 1, 1, 1, 1, 1, 1]);
      const result = await page.heading();
      await page.listen();
      const saved = await page.save();
      assert.match(saved.name, /^strategy-first-\d{4}-\d\d-\d\d\.json$/);
      assert.deepEqual(await page.heard("sf-export"), [{ format: "json" }]);
      assert.deepEqual([saved.file.plans.length, saved.file.results.length], [1, 1]);

      await page.forgetEverything();
      await page.open();
      await page.press("app.open");
      await page.give(saved.text);
      await page.at("preview.title");
      assert.equal((await page.lines()).length, 2);
      await page.press("choose.bring");
      await page.at("done.title");
      assert.equal(await page.status(), `${page.t("done.plans", { n: 1 })} ${page.t("done.results", { n: 1 })}`);
      assert.deepEqual(undated(await page.save()), undated(saved));
      await page.home();
      await page.go("app.history");
      assert.ok((await page.place()).words.includes(result));

      await page.openPlan();
      assert.deepEqual(undated(await page.save()), undated(saved));
      await page.press("app.open");
      await page.give(saved.text, { drop: true });
      await page.at("preview.title");
      const said = await page.run(() => text(root.querySelector(".sf-files")));
      assert.ok(said.includes(page.t("preview.all_here")), said);
    },
    { as: FilesPage },
  );

  path(
    "a file that can’t be opened says why, and changes nothing",
    async (page) => {
      await page.openExample();
      const saved = await page.save();
      const before = undated(saved);
      await page.press("app.open");
      const whole = saved.text;
      for (const [text, key, blanks] of [
        ["", "refused.empty"],
        [whole.slice(0, -100), "refused.cut_short"],
        ["[".repeat(40), "refused.too_deep"],
        ["x".repeat(2 ** 20 + 1), "refused.too_large"],
        ["<html>", "refused.not_json", { line: 1, column: 1 }],
        ['{"format":"strategy-first/plan","version":2}', "refused.newer"],
        ['{"format":"strategy-first/pack","version":1}', "refused.pack"],
        ['{"__proto__":{"format":"strategy-first/plan","version":1}}', "refused.other_format"],
      ]) {
        await page.give(text);
        const said = (wanted) => all("[role=alert]").some((alert) => text(alert) === wanted);
        await page.until(said, `‘${key}’`, page.t(key, blanks));
      }
      await page.press("cancel");
      assert.deepEqual(undated(await page.save()), before);
    },
    { as: FilesPage },
  );

  path(
    "by keyboard: a plan that differs is shown beside the one here, replaces it, and is taken back",
    async (page) => {
      await page.openPlan();
      await page.press("app.open");
      await page.paste(JSON.stringify(plan({ tactics: [{ id: "t1", text: "Letters" }] })));
      await page.at("preview.title");
      await page.press("choose.bring");
      await page.at("done.title");
      await page.keeps(({ tactics }) => tactics[0].text === "Letters", "the plan that came in");
      await page.press("close");
      await page.press("app.open");
      await page.paste(JSON.stringify(plan({ title: "Summer", tactics: [{ id: "t1", text: "Fairs" }, { id: "t2" }] })));
      await page.at("preview.title");
      const facts = (n) => page.t("preview.rows", { n });
      const blanks = { title: "Summer", own: "Spring", theirs: facts(2), ours: facts(1) };
      assert.deepEqual(await page.lines(), [page.t("preview.plan_renamed", blanks)]);
      await page.press("choose.replace");
      await page.at("done.title");
      await page.keeps(({ tactics }) => tactics.length === 2, "the plan in its place");
      await page.press("done.undo_full");
      await page.keeps(({ title, tactics }) => title === "Spring" && tactics.length === 1, "the plan as it was");
      assert.equal(await page.status(), page.t("done.undone"));
      const { tag, name } = await page.focus();
      assert.deepEqual([tag, name], ["button", page.t("app.open")], "the focus is where it was before");
    },
    { as: FilesPage, by: "keyboard" },
  );

  for (const lang of LANGUAGES) {
    path(
      `axe finds nothing at any step, in ${lang}`,
      async (page) => {
        // What the message in the status line covers axe can't weigh.
        const clean = async (step) => assert.deepEqual(await findings(page, undefined, ".sf-files"), [], step);
        await page.openPlan();
        await page.press("app.open");
        await page.at("open.title");
        await clean("which file");
        await page.give(JSON.stringify(plan({})));
        await page.at("preview.title");
        await page.press("choose.bring");
        await page.at("done.title");
        await page.open();
        await page.press("app.open");
        await page.give("?");
        await page.until(() => all("[role=alert]").length > 0, "why not");
        await clean("refused");
        await page.give(JSON.stringify(plan({ title: "Summer", start: "soon" })));
        await page.at("preview.title");
        await clean("a choice");
        await page.press("choose.both");
        await page.at("done.title");
        await clean("done");
        await page.save();
        await page.press("save.as_text");
        await page.until(() => all(".sf-files textarea").length > 0, "the text");
        await clean("saved");
      },
      { as: FilesPage, lang, once: CHROMIUM },
    );
  }
});
