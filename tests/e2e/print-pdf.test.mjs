// The result, the plan in each order and the one page as PDF: all that was written is there, no row is cut in two, no heading
// is left behind, and nothing is there to press.
import assert from "node:assert/strict";
import { CHROMIUM, FIREFOX } from "./lib/engines.mjs";
import { letters, printed } from "./lib/pdf.mjs";
import { inWords, PlanPage } from "./lib/plan.mjs";
import { published } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";

const PAPER = { en: "Letter", fr: "A4" };
/** The keys of what stands on buttons, and on no paper. */
const PRESSED = ["undo.undo", "tool.button", "list.duplicate", "plans.button", "page.print"];

const at = (record, path) => path.split(".").reduce((value, name) => value?.[name], record);

/** What a value is read as on paper, in parts; figures and money are left to other tests. */
function read(page, plan, field, value) {
  const rows = Object.values(plan).flatMap((list) => (Array.isArray(list) ? list : []));
  const name = (id) => rows.find((row) => row.id === id)?.text ?? rows.find((row) => row.id === id)?.name;
  if (Array.isArray(value)) return value.flatMap((each) => read(page, plan, field, each));
  if (typeof value !== "string" || field === "language" || field.endsWith("message.language")) return [];
  if (/_ids?$/.test(field)) return [name(value)];
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return [inWords(value, page.lang)];
  return [page.choice(field, value) ?? value];
}

/** What the sheet says in an order: for each field of the plan its parts, and for each row those of all its fields. */
function expected(page, plan, outline) {
  const { sections } = published(`plan/outlines.${page.lang}.json`).outlines.find(({ id }) => id === outline);
  const [lines, rows, headings] = [[], [], []];
  for (const { name, entries } of sections) {
    headings.push(name);
    for (const entry of entries) {
      if (entry.field) lines.push(...read(page, plan, entry.field, at(plan, entry.field)));
      for (const row of (entry.list && plan[entry.list]) ?? []) {
        const paths = entry.fields.map((field) => field.field ?? field);
        rows.push(paths.flatMap((path) => read(page, plan, `${entry.list}.${path}`, at(row, path))));
      }
      if (entry.list) headings.push(entry.name);
    }
  }
  return { lines, rows, headings };
}

/** Fails unless the pages say all of it, with each row on one page and no heading last. */
function holds(page, pages, { lines, rows, headings }) {
  const texts = pages.map((page) => letters(page.join("")));
  const whole = texts.join("");
  const missing = [...lines, ...rows.flat()].filter((text) => !whole.includes(letters(text)));
  assert.deepEqual(missing, [], "all that was written is on paper");
  const cut = rows.filter((parts) => !texts.some((text) => parts.every((part) => text.includes(letters(part)))));
  assert.deepEqual(cut, [], "each row stands on one page");
  assert.ok(!pages.some((page) => page.length === 0), "no page is blank");
  // Some are numbered.
  const lasts = pages.map((page) => page.at(-1).replace(/^\d+\. /, ""));
  assert.deepEqual(
    lasts.filter((last) => headings.some((heading) => letters(heading) === letters(last))),
    [],
    "no heading is left behind",
  );
  const pressed = PRESSED.map((key) => page.t(key)).filter((name) => pages.flat().includes(name));
  assert.deepEqual(pressed, [], "nothing is there to press");
}

visitors(
  "As a PDF",
  (path) => {
    for (const lang of Object.keys(PAPER)) {
      path(
        `the worked example in each order, and on one page (${lang}, ${PAPER[lang]})`,
        async (page, browser) => {
          await page.openExample();
          const plan = await page.kept();
          await page.look("document");
          await page.still();
          for (const outline of Object.keys(page.outlines())) {
            await page.readAs(outline);
            await page.until(() => all(".sf-print-only").length === 1, "the sheet to print");
            const said = expected(page, plan, outline);
            assert.ok(said.rows.length > 10 && said.headings.length > 5, outline);
            holds(page, await printed(browser, PAPER[lang]), said);
          }
          await page.go("take.button");
          await page.until(() => all(".sf-print-only").length === 1, "the sheet to print");
          await page.still();
          const taken = await printed(browser, PAPER[lang]);
          holds(page, taken, expected(page, plan, Object.keys(page.outlines()).at(-1)));
          const said = taken.flat();
          assert.equal(letters(said[0]), letters(plan.title), "over it stands the plan’s name");
          assert.ok(!said.includes(page.t("take.title")), "what is on the screen is not on paper");
          await page.look("one_page");
          await page.still();
          // All that it says on the screen.
          const lines = await page.run(() => all(".sf-sheet :is(h2, h3, p, li):not(:has(li))").map(text));
          const pages = await printed(browser, PAPER[lang]);
          assert.equal(pages.length, 1, "it is one page");
          assert.ok(lines.length > 30);
          holds(page, pages, { lines, rows: [], headings: [] });
        },
        { as: PlanPage, lang },
      );

      path(
        `the result with every answer (${lang}, ${PAPER[lang]})`,
        async (page, browser) => {
          const pack = page.pack("full");
          const choices = pack.items.map((item, index) => (index * 2 + 1) % item.options.length);
          await page.open();
          await page.take("full", choices);
          await page.press("result.code");
          const code = await page.until(() => all("svg.sf-qr")[0] && text(all(".sf-code-signs")[0]), "the code");
          await page.still();
          const lead = await page.heading();
          const rows = pack.items.map((item, index) => {
            const option = item.options[choices[index]];
            return [item.text, option.text, option.feedback];
          });
          const pages = await printed(browser, PAPER[lang]);
          const stages = pack.stages.map(({ name }) => name);
          holds(page, pages, { lines: [lead, code, page.t("code.before"), pack.about], rows, headings: [...stages, page.t("result.stages")] });
          for (const key of ["result.print", "result.picture_save", "result.stages_note", "result.retake", "code.after", "code.copy", "code.had"]) {
            assert.ok(!pages.flat().includes(page.t(key)), page.t(key));
          }
          // The words in the picture too.
          for (const axis of [pack.axes.direction, pack.axes.work]) assert.ok(pages[0].some((line) => line.includes(axis.name)));
        },
        { as: PlanPage, lang },
      );
    }
  },
  [CHROMIUM, FIREFOX],
);
