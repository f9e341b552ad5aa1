// The plan builder as a planner meets it: its words, its fields, its rows, and what is kept of it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { FramedPage } from "./framed.mjs";
import { data, plan } from "./kept.mjs";
import { Page } from "./page.mjs";
import { LANGUAGES, published } from "./site.mjs";

const file = (path) => new URL(`../../../${path}`, import.meta.url);
/** With every kind of space a plain one, as all that is read off the page. */
const json = (path) => JSON.parse(readFileSync(file(path), "utf8").replace(/[\u00a0\u202f]/g, " "));
const each = (read) => Object.fromEntries(LANGUAGES.map((lang) => [lang, read(lang)]));

const words = each((lang) => json(`locales/plan/${lang}.json`));
const content = each((lang) => json(`content/${lang}/plan.json`));
const outlines = each((lang) => json(`content/${lang}/outlines.json`));

/** The lists that planners fill. */
export const TABLES =
  "business_goals objectives audiences strategies wont_do tactics actions people kpis reviews".split(" ");
/** What is not written down of an empty plan. */
const EMPTY = Object.fromEntries(TABLES.map((table) => [table, []]));

/** Ways to find things of the plan in the page. A spot is a field: its list and row, if it is in one, and its label. */
const FINDERS = `
  const builder = () => root.querySelector(".sf-plan");
  const rowsOf = (list) => [...root.querySelectorAll('[data-list="' + list + '"] .sf-rows > li')];
  const spot = ([list, row, label]) => {
    const scope = list ? rowsOf(list)[row] : builder();
    const labels = [...(scope?.querySelectorAll("label, legend") ?? [])];
    const found = labels.find((one) => text(one) === label && Boolean(one.closest("[data-list]")) === Boolean(list));
    return found?.control ?? found?.parentElement.querySelector("input") ?? null;
  };
`;

/** A page that knows the plan builder. */
export const planning = (Base) =>
  class extends Base {
    constructor(...all) {
      super(...all);
      this.bring(FINDERS);
    }

    /** The words of the builder; else those of the check. */
    t(key, blanks = {}) {
      const held = words[this.lang][key];
      if (held === undefined) return super.t(key, blanks);
      const form = new Intl.PluralRules(this.lang).select(Number(blanks.n ?? 0));
      const text = this.wording(typeof held === "string" ? held : (held[form] ?? held.other));
      return text.replace(/\{(\w+)\}/g, (blank, name) => blanks[name] ?? blank);
    }

    called(key, blanks) {
      return key in words.en ? this.t(key, blanks) : super.called(key, blanks);
    }

    /** What `content/<lang>/plan.json` says at this place. */
    said(...path) {
      const found = path.reduce((at, name) => at?.[name], content[this.lang]);
      assert.ok(found, `there is no text at ${path.join("/")}`);
      return this.wording(found);
    }

    /** What a value that is chosen from a list is called: `campaign` of `basics.scope`; nothing where it is not chosen. */
    choice(field, value) {
      return content[this.lang].choices[field]?.[value];
    }

    /** The name of a section of guided work. */
    section(id) {
      return this.wording(this.outlines().sostac.sections[id]);
    }

    /** The orders in which the document is read, with the names of their sections. */
    outlines() {
      return outlines[this.lang].outlines;
    }

    /** The builder on its own, with nothing of the check beside it. */
    openPlan(asked = {}) {
      return this.open({ view: "plan", ...asked });
    }

    /** The worked example, as a plan of its own. */
    async openExample() {
      await this.openPlan();
      await this.go("start.example");
      await this.keeps(({ tactics }) => tactics.length > 0, "the example");
    }

    /** The section in which a list is filled in. */
    sectionOf(list) {
      const { sections } = published(`plan/outlines.${this.lang}.json`).outlines[0];
      return sections.find(({ entries }) => entries.some((entry) => entry.list === list)).id;
    }

    words() {
      return this.run(() => plain(builder().innerText));
    }

    // What is kept.

    /** The open plan as it is kept; nothing where none is. */
    async kept() {
      const all = await this.storage();
      const open = data(all, "desk")?.open;
      return open ? plan(all, open) : null;
    }

    /** All plans, as the list of them is kept. */
    async desk() {
      return data(await this.storage(), "desk") ?? null;
    }

    /**
     * Waits until what is kept of the plan is as `look` wants it, and gives what `look` gave. It is given the plan with an
     * empty list where none is written down, and the plan as it is written.
     */
    async keeps(look, awaited) {
      let kept;
      const isSo = async () => {
        kept = await this.kept();
        try {
          return kept && look({ ...EMPTY, ...kept }, kept);
        } catch {
          // What it looks for is not there yet.
          return false;
        }
      };
      return this.driver
        .wait(isSo, 15_000, undefined, 30)
        .catch(() => assert.fail(`it is not kept: ${awaited}; kept is ${JSON.stringify(kept)}`));
    }

    /** Waits until the kept plan is this one, but for the day of its last change. */
    async same(plan) {
      const wanted = JSON.stringify(plan);
      await this.keeps((_, kept) => JSON.stringify(withoutDay(kept)) === wanted, "the plan as it was").catch(() => {});
      assert.deepEqual(withoutDay(await this.kept()), plan);
    }

    // Fields and rows.

    /** Where a field is: `basics.who`, or `tactics.0.text` for the first row of a list. */
    spot(path) {
      const [, list, row, field] = path.match(/^(\w+)\.(\d+)\.(.+)$/) ?? [];
      const label = this.said("fields", list ? `${list}.${field}` : path, "label");
      return list ? [list, Number(row), label] : [null, null, label];
    }

    /** The control of a field, once it is there. */
    control(path) {
      return this.until((at) => spot(at), `the field ${path}`, this.spot(path));
    }

    /** Fills in a field that is not the plan’s own, by its label. */
    async putIn(label, value) {
      await this.hand.fill(await this.find("input, textarea", label), value);
    }

    /** Chooses the answer that begins with these words. */
    async answerWith(words) {
      const label = await this.until(
        (words) => all("fieldset label").find((label) => plain(label.firstChild?.data ?? "") === words),
        `the answer ‘${words}’`,
        words,
      );
      await this.hand.press(label);
    }

    /** What stands in a field. */
    async held(path) {
      const value = (control) => (control.type === "checkbox" ? control.checked : control.value);
      return this.run(value, await this.control(path));
    }

    /** Fills a field in: text, a figure, or a day as in 2027-06-30. */
    async put(path, value) {
      await this.hand.fill(await this.control(path), value);
    }

    /** Fills many fields in, by their paths. */
    async putAll(fields) {
      for (const [path, value] of Object.entries(fields)) await this.put(path, value);
    }

    /** Fails unless the field has the focus, or is given it in a moment. */
    async focusIsIn(path) {
      const at = this.spot(path);
      const isThere = () => this.run((at) => spot(at) !== null && root.activeElement === spot(at), at);
      await this.driver.wait(isThere, 3000, undefined, 20).catch(async () => {
        const { tag, name } = await this.focus();
        assert.fail(`the focus is not in ${path}, but on ${tag} ‘${name.slice(0, 80)}’`);
      });
    }

    /** Opens a row, so that its fields are there. */
    async unfold(list, row) {
      const summary = await this.until(
        (list, row) => rowsOf(list)[row]?.querySelector("summary"),
        `row ${row} of ${list}`,
        list,
        row,
      );
      const isOpen = await this.run((summary) => summary.parentElement.open, summary);
      if (!isOpen) await this.hand.press(summary);
      await this.until((list, row) => rowsOf(list)[row].querySelector(".sf-fields"), "the row’s fields", list, row);
    }

    /** Adds a row to a list by the button under it; gives the row’s place. */
    async add(list) {
      const count = await this.run((list) => rowsOf(list).length, list);
      await this.press(this.said("tables", list, "add"));
      await this.until((list, count) => rowsOf(list).length > count, `a new row of ${list}`, list, count);
      return count;
    }

    /** What the rows of a list are called. */
    names(list) {
      return this.run((list) => rowsOf(list).map((row) => text(row.querySelector(".sf-row-name"))), list);
    }

    /** What a row says beside its name. */
    chips(list, row) {
      return this.run((list, row) => [...rowsOf(list)[row].querySelectorAll(".sf-chip")].map(text), list, row);
    }

    /** What a button is called that does `key` to the row called `name`. */
    doTo(key, name) {
      return this.t("list.do_to", { do: key in words.en ? this.t(key) : key, name });
    }

    /** Presses what does `key` to the row called `name`. */
    async doRow(key, name) {
      await this.press(this.doTo(key, name));
    }

    /** To a section of guided work, from anywhere. */
    async toSection(id) {
      const link = await this.until(
        (wanted) => all(".sf-section-link").find((link) => text(link).startsWith(wanted)),
        `the way to ${id}`,
        this.section(id),
      );
      if (!(await this.run((link) => link.checkVisibility(), link))) await this.fold(this.t("sections.name"));
      await this.step(() => this.hand.press(link));
    }

    /** To another way of looking. */
    async look(view) {
      await this.go(`view.${view}`);
      // Its sections come one after the other; no order has fewer.
      if (view === "document") await this.until(() => all(".sf-section").length >= 7, "the whole document");
    }

    /** Waits until all that was changed is kept, and what follows a pause has followed. */
    async settled() {
      await this.until((saved) => text(all(".sf-saved")[0]) === saved, "all of it to be kept", this.t("saved.yes"));
    }

    /** Has the document read in the order of an outline, and waits until all of it is there. */
    async readAs(outline) {
      await this.hand.pick(await this.find("select", this.t("document.order")), outline);
      const { sections } = published(`plan/outlines.${this.lang}.json`).outlines.find(({ id }) => id === outline);
      const isRead = (names) => {
        // Some are numbered.
        const headings = all(".sf-section > .sf-heading").map((heading) => text(heading).replace(/^\d+\. /, ""));
        return headings.length === names.length && names.every((name, at) => headings[at] === plain(name));
      };
      const names = sections.map(({ name }) => name);
      await this.until(isRead, `the document as ${outline}`, names);
    }

    /** Whether there is a button of that name. */
    hasNamed(wanted) {
      return this.run((wanted) => Boolean(named("button", wanted)), wanted);
    }

    /** What the button that takes a step back, or does it again, is called. */
    stepName(key, step) {
      return this.t("undo.full", { do: this.t(`undo.${key}`), step: this.said("undo", step) });
    }

    /** Presses Undo, or Redo, which must be called so. */
    async takeBack(step, key = "undo") {
      await this.press(this.stepName(key, step));
      const said = this.t(`undo.${key}ne`, { step: this.said("undo", step) });
      await this.until((said) => text(all("[role=status]")[0]) === said, `‘${said}’`, said);
    }
  };

export class PlanPage extends planning(Page) {}
export class FramedPlanPage extends planning(FramedPage) {}

/** A plan without the day of its last change, which comes with every change. */
export function withoutDay({ updated, ...plan }) {
  return plan;
}

/** A day so many days from today, as in 2027-06-30. */
export function inDays(days) {
  const day = new Date();
  day.setDate(day.getDate() + days);
  const two = (number) => String(number).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** A day in words, as the builder writes it. */
export function inWords(day, lang) {
  const tag = lang === "en" ? "en-GB" : lang;
  const format = new Intl.DateTimeFormat(tag, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return format.format(new Date(`${day}T00:00:00Z`)).replace(/\s/g, " ");
}
