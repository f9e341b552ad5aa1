// A plan is taken away: every kind of file has the plan in it, what can't be saved can be copied, and no text runs.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { findings } from "./lib/axe.mjs";
import { CHROMIUM } from "./lib/engines.mjs";
import { PlanPage } from "./lib/plan.mjs";
import { SAVES, SPY } from "./lib/scripts.mjs";
import { copy, published } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";

/** Each button with the name of the file that it saves, behind the title of the plan, and what `sf-export` says. */
const FILES = [
  ["take.word_save", ".docx", "docx"],
  ["take.markdown_save", ".md", "markdown"],
  ["take.calendar_save", ".ics", "ics"],
  ["take.actions", "-actions.csv", "csv"],
  ["take.measures", "-measures.csv", "csv"],
  ["take.budget", "-budget.csv", "csv"],
  ["take.file_save", ".json", "json"],
];

const EXAMPLE = "plan/example.en.json";

/** The worked example with another hostile text in each field that a person writes words into. */
function hostile() {
  const list = JSON.parse(readFileSync(new URL("../hostile.json", import.meta.url), "utf8"));
  const texts = list.map(({ text }) => text);
  const days = "created|updated|start|end|due|date|look_again";
  const other = new RegExp(`^(id|format|language|currency|kind|status|priority|scope|${days})$|_ids?$`);
  let count = 0;
  const turned = (value, key) => {
    if (Array.isArray(value)) return value.map((one) => turned(one, key));
    if (value !== null && typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, turned(held, name)]));
    }
    return typeof value === "string" && !other.test(key) ? texts[count++ % texts.length] : value;
  };
  const plan = turned(published(EXAMPLE), "");
  assert.ok(count > texts.length, `${count} fields for ${texts.length} texts`);
  return plan;
}

const watched = await copy({ script: SPY + SAVES });
const attacked = await copy({ script: SPY + SAVES, files: { [EXAMPLE]: hostile() } });

/** Opens the worked example where it can be taken away. */
async function toTake(page) {
  await page.quickly(() => page.openExample());
  await page.go("take.button");
  await page.until(() => all(".sf-take-way").length > 0, "the ways to take it away");
}

/** What was saved so far, once there are so many files. */
async function saved(page, count) {
  await page.until((count) => window.saved.length === count, `file ${count}`, count);
  const files = await page.run(() => window.saved);
  return files.map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes), text: Buffer.from(bytes).toString() }));
}

/** Opens the text that can be copied, and gives the field that holds it. */
async function asText(page) {
  await page.fold(page.t("take.nothing"));
  return page.until(() => all(".sf-take-text textarea").find(({ value }) => value !== ""), "the text");
}

visitors("Taking a plan away", (path) => {
  path(
    "every kind of file is saved under the plan’s name, with the plan in it",
    async (page) => {
      await toTake(page);
      const plan = await page.kept();
      for (const [at, [button, , format]] of FILES.entries()) {
        await page.press(button);
        const name = (await saved(page, at + 1))[at].name;
        const said = page.t("take.saved", { file: name });
        await page.until((said) => text(all("[role=status]")[0]) === said, format, said);
      }
      const files = await saved(page, FILES.length);
      const stem = files[0].name.replace(".docx", "");
      assert.match(stem, /^[A-Z][\w-]+$/);
      assert.deepEqual(
        files.map(({ name }) => name),
        FILES.map(([, ending]) => stem + ending),
      );
      const [word, markdown, calendar, actions, , , file] = files;
      assert.deepEqual([...word.bytes.subarray(0, 4)], [0x50, 0x4b, 3, 4], "a Word file is a zip");
      assert.ok(word.text.includes("word/document.xml"));
      assert.ok(markdown.text.startsWith(`# ${plan.title}\n`), markdown.text.slice(0, 80));
      for (const { text } of plan.tactics) assert.ok(markdown.text.includes(text), text);
      assert.equal(calendar.text.match(/BEGIN:VEVENT/g).length, calendar.text.match(/END:VEVENT\r\n/g).length);
      assert.ok(calendar.text.includes(`.${plan.reviews[0].id}.review@`), calendar.text.slice(0, 400));
      assert.deepEqual([...actions.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], "it says that it is UTF-8");
      assert.equal(actions.text.trimEnd().split("\r\n").length, plan.actions.length + 1);
      assert.deepEqual(JSON.parse(file.text), plan);
      const { events, breaches, errors } = await page.run(() => window.noted);
      const formats = events.filter(({ name }) => name === "sf-export").map(({ detail }) => detail.format);
      assert.deepEqual(formats, FILES.map(([, , format]) => format));
      assert.deepEqual([breaches, errors], [[], []]);
    },
    { as: PlanPage, by: "keyboard", site: watched },
  );

  path(
    "it is copied, or shown to be copied by hand; in the order that was chosen; and printed",
    async (page) => {
      await toTake(page);
      const { sections } = page.outlines()["thirteen-elements"];
      await page.hand.pick(await page.find("select", page.t("take.order")), "thirteen-elements");
      const lets = (works) =>
        page.run((works) => {
          const writeText = async (text) => {
            if (!works) throw new Error("not allowed");
            window.copied = text;
          };
          Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
        }, works);
      await lets(true);
      await page.press("take.markdown_copy");
      await page.until((said) => text(all("[role=status]")[0]) === said, "what was done", page.t("take.copied"));
      const copied = await page.run(() => window.copied);
      assert.ok(copied.includes(sections["review-stages"]), copied);
      await lets(false);
      await page.press("take.markdown_copy");
      const field = await page.until(() => all(".sf-take-text textarea").find(({ value }) => value !== ""), "the text");
      assert.equal(await page.run((field) => field.value, field), copied);
      assert.equal(await page.run((field) => field.readOnly, field), true);
      assert.equal(await page.status(), page.t("take.not_copied"));

      await page.run(() => {
        // The sheet is there as long as the browser prints.
        window.print = () => {
          dispatchEvent(new Event("beforeprint"));
          window.printed = plain(all(".sf-print-only")[0].textContent);
          dispatchEvent(new Event("afterprint"));
        };
      });
      await page.press("page.print");
      const printed = await page.until(() => window.printed, "the print");
      assert.ok(printed.includes(sections["review-stages"]) && !printed.includes(page.t("take.lead")), printed);
      const { events } = await page.run(() => window.noted);
      const formats = events.filter(({ name }) => name === "sf-export").map(({ detail }) => detail.format);
      assert.deepEqual(formats, ["markdown", "print"]);
    },
    { as: PlanPage, site: watched, lang: "fr" },
  );

  path(
    "texts that look like markup, formulas or entries stay texts",
    async (page) => {
      await toTake(page);
      await page.press("take.word_save");
      const [word] = await saved(page, 1);
      assert.ok(word.bytes.length > 10_000, `${word.bytes.length} bytes`);
      const field = await asText(page);
      const select = await page.find("select", page.t("take.which"));
      const names = await page.run((select) => [...select.options].map(({ value }) => value), select);
      assert.equal(names.length, FILES.length - 1);
      for (const name of names) {
        await page.hand.pick(select, name);
        const begins = { md: "# ", ics: "BEGIN:VCALENDAR", json: "{", csv: "\ufeff\"" }[name.split(".").at(-1)];
        await page.until((field, begins) => field.value.startsWith(begins), name, field, begins);
      }
      const seen = await page.run(() => ({
        ran: window.ranHostile ?? null,
        elements: all(".sf-plan :is(img, script, iframe, object, style, a[href])").map((one) => one.outerHTML),
        wider: document.documentElement.scrollWidth - innerWidth,
      }));
      assert.deepEqual([seen.ran, seen.elements], [null, []]);
      assert.ok(seen.wider <= 0, `${seen.wider} px too wide`);
      const { breaches, errors } = await page.run(() => window.noted);
      assert.deepEqual([breaches, errors], [[], []]);
    },
    { as: PlanPage, site: attacked },
  );

  for (const lang of ["en", "fr"]) {
    path(
      `axe finds nothing (${lang})`,
      async (page) => {
        await toTake(page);
        await asText(page);
        assert.deepEqual(await findings(page), []);
      },
      { as: PlanPage, lang, once: CHROMIUM },
    );
  }
});
