// Every change can be taken back: deleting, moving, duplicating, and several steps in a row.
import assert from "node:assert/strict";
import { PlanPage, TABLES, withoutDay } from "./lib/plan.mjs";
import { visitors } from "./lib/suite.mjs";

/** How many links lead to the row with this id. */
function linksTo(plan, id) {
  const count = (value) => {
    if (Array.isArray(value)) return value.reduce((sum, one) => sum + (one === id ? 1 : count(one)), 0);
    if (value === null || typeof value !== "object") return 0;
    const fields = Object.entries(value).filter(([name]) => name !== "id");
    return fields.reduce((sum, [, held]) => sum + (held === id ? 1 : count(held)), 0);
  };
  return count(plan);
}

/** The words that ask before a row goes on which others hang; nothing where there are none. */
const question = (page) =>
  page.run(() => {
    const asked = all(".sf-confirm").find((one) => one.textContent);
    return asked ? text(asked) : "";
  });

/** Fails unless something has the focus, or is given it in a moment. */
function hasFocus(page, after) {
  const isSomewhere = () => page.run(() => ![null, document.body].includes(root.activeElement));
  const fail = () => assert.fail(`nothing has the focus after ${after}`);
  return page.driver.wait(isSomewhere, 2000, undefined, 20).catch(fail);
}

/** An open row by its name, opened if it was not. */
async function open(page, list, row) {
  await page.toSection(page.sectionOf(list));
  await page.unfold(list, row);
  return (await page.names(list))[row];
}

visitors("Taking back", (path) => {
  path(
    "a deleted row of each kind comes back to its place, with all that hung on it",
    async (page) => {
      await page.openExample();
      const before = withoutDay(await page.kept());
      for (const list of TABLES) {
        const name = await open(page, list, 0);
        const names = await page.names(list);
        const { id } = before[list][0];
        const links = id ? linksTo(before, id) : 0;
        await page.doRow("list.delete", name);
        if (links > 0) {
          const asked = page.t("list.ask", { n: links });
          assert.ok((await question(page)).startsWith(asked), `${list}: ‘${await question(page)}’, not ‘${asked}’`);
          await page.press("list.delete_still");
        }
        const loosened = links > 0 ? [page.t("list.loosened", { n: links })] : [];
        assert.equal(await page.status(), [page.t("list.deleted", { name }), ...loosened].join(" "));
        assert.deepEqual(await page.names(list), names.slice(1));
        await page.takeBack(`delete.${list}`);
        assert.deepEqual(await page.names(list), names);
      }
      await page.same(before);
    },
    { as: PlanPage, once: true },
  );

  path(
    "what others hang on is not deleted before it was asked, and ‘Keep it’ keeps it",
    async (page) => {
      await page.quickly(() => page.openExample());
      const before = withoutDay(await page.kept());
      const name = await open(page, "objectives", 0);
      await page.doRow("list.delete", name);
      const asked = page.t("list.ask", { n: linksTo(before, before.objectives[0].id) });
      await page.until((asked) => text(root.activeElement) === asked, "the question to have the focus", asked);
      await page.press("list.keep");
      assert.equal(await question(page), "");
      assert.ok((await page.names("objectives")).includes(name));
      assert.deepEqual(withoutDay(await page.kept()), before);
      await hasFocus(page, "‘Keep it’");
    },
    { as: PlanPage, by: "keyboard" },
  );

  path(
    "after a deletion the focus is somewhere",
    async (page) => {
      await page.quickly(() => page.openExample());
      const name = await open(page, "wont_do", 0);
      await page.doRow("list.delete", name);
      await page.keeps(({ wont_do }) => wont_do.every(({ text }) => text !== name), "the list without it");
      await hasFocus(page, "a deletion");
    },
    { as: PlanPage, by: "keyboard" },
  );

  path(
    "four steps are taken back in a row and done again, each called by its name",
    async (page) => {
      await page.openExample();
      const states = [withoutDay(await page.kept())];
      const changed = async (steps) => {
        const now = JSON.stringify(states.at(-1));
        await steps();
        await page.keeps((_, plan) => JSON.stringify(withoutDay(plan)) !== now, "the change");
        await page.settled();
        states.push(withoutDay(await page.kept()));
      };
      await changed(async () => {
        await page.toSection("basics");
        await page.put("title", "Another name");
      });
      await changed(async () => {
        await page.toSection("tactics");
        await page.put(`tactics.${await page.add("tactics")}.text`, "A poster in the library");
      });
      await changed(async () => {
        const name = await open(page, "wont_do", 0);
        await page.doRow("list.delete", name);
      });
      const steps = ["delete.wont_do", "change.tactics", "add.tactics", "change.cover"];
      for (const step of steps) await page.takeBack(step);
      await page.same(states[0]);
      assert.equal(await page.hasNamed(page.t("undo.undo")), true, "there is nothing left to take back");
      for (const step of steps.reverse()) await page.takeBack(step, "redo");
      await page.same(states.at(-1));
    },
    { as: PlanPage },
  );

  path(
    "Undo and Redo keep the focus, so that they can be pressed again",
    async (page) => {
      await page.quickly(() => page.openExample());
      await page.quickly(async () => {
        await page.toSection("basics");
        await page.put("title", "Another name");
        await page.put("basics.who", "Another firm");
      });
      for (const key of ["undo", "redo"]) {
        await page.takeBack("change.cover", key);
        await hasFocus(page, key);
        const { name } = await page.focus();
        assert.ok(name.startsWith(page.t(`undo.${key}`)), `‘${name}’ has the focus after ${key}`);
      }
    },
    { as: PlanPage, by: "keyboard" },
  );

  path(
    "a row moves up and down with the focus on what moved it, and a step back moves it back",
    async (page) => {
      await page.quickly(() => page.openExample());
      const before = withoutDay(await page.kept());
      const name = await open(page, "tactics", 1);
      const ids = async () => (await page.kept()).tactics.map(({ id }) => id);
      const [first, second, third] = before.tactics.map(({ id }) => id);
      const isSo = (wanted) => (plan) => wanted.every((id, at) => plan.tactics[at].id === id);
      const order = (wanted) => page.keeps(isSo(wanted), wanted);
      for (const [key, wanted] of [
        ["list.up", [second, first, third]],
        ["list.down", [first, second, third]],
        ["list.down", [first, third, second]],
      ]) {
        await page.doRow(key, name);
        await order(wanted);
        const focus = await page.focus();
        assert.deepEqual([focus.tag, focus.name], ["button", page.doTo(key, name)]);
      }
      assert.equal((await ids()).length, before.tactics.length);
      await page.takeBack("move.tactics");
      await page.takeBack("move.tactics");
      await page.takeBack("move.tactics");
      await page.same(before);
    },
    { as: PlanPage, by: "keyboard" },
  );

  path(
    "a copy of a row stands behind it with the focus in its name, and serves what it serves",
    async (page) => {
      await page.quickly(() => page.openExample());
      const before = withoutDay(await page.kept());
      const name = await open(page, "tactics", 0);
      await page.doRow("list.duplicate", name);
      await page.focusIsIn("tactics.1.text");
      await page.keeps(({ tactics }) => tactics.length === before.tactics.length + 1, "the copy");
      const [original, { id, ...copy }] = (await page.kept()).tactics;
      assert.notEqual(id, original.id);
      assert.deepEqual({ id: original.id, ...copy }, original);
      await page.takeBack("add.tactics");
      await page.same(before);
    },
    { as: PlanPage, by: "keyboard" },
  );
});
