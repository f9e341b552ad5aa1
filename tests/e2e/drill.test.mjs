// The drill: the same order for a whole class, the score at the end, and the way back to where one was.
import assert from "node:assert/strict";
import { published } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";

const drill = published("drills/strategy-or-tactic.en.json");
const TOTAL = drill.statements.length + drill.bonus.length;

const STATEMENTS = [...drill.statements, ...drill.bonus];

/** The statement with these words. */
function statement(words) {
  const found = STATEMENTS.find(({ text }) => text === words);
  assert.ok(found, `‘${words}’ is a statement of the drill`);
  return found;
}

/** Goes through the whole drill, sorting all as one of `keys`; gives the ids in order. */
async function goThrough(page, keys) {
  const order = await page.sort(
    TOTAL,
    keys.map((key) => drill.keys[key]),
  );
  return order.map((words) => statement(words).id);
}

const OTHER = { strategy: "tactic", tactic: "strategy", objective: "control", control: "objective" };

/** What the first engine to get here saw; the others must see the same. */
let orderOf42;

visitors("The drill", (path) => {
  path("a number in the address gives everybody the same order, with the bonus round last", async (page) => {
    await page.open({ view: "drill", seed: "42" });
    await page.go("start.start");
    const first = await goThrough(page, ["strategy", "objective"]);
    assert.ok((await page.words()).includes(page.t("drill.seed", { seed: 42 })));
    await page.forgetEverything();
    await page.open({ view: "drill", seed: "42" });
    await page.go("start.start");
    const again = await goThrough(page, ["tactic", "control"]);
    assert.deepEqual(again, first);
    assert.equal(new Set(first).size, TOTAL, "each statement once");
    const bonus = new Set(drill.bonus.map(({ id }) => id));
    assert.deepEqual(
      first.map((id) => bonus.has(id)),
      first.map((_, at) => at >= drill.statements.length),
    );
    orderOf42 ??= first;
    assert.deepEqual(first, orderOf42, "in every engine");
  });

  path("another number gives another order", async (page) => {
    const starts = [];
    for (const seed of ["1", "2", "3"]) {
      await page.forgetEverything();
      await page.open({ view: "drill", seed });
      await page.go("start.start");
      const order = await page.sort(3, [drill.keys.tactic]);
      starts.push(order.join());
    }
    assert.equal(new Set(starts).size, 3, starts.join(" / "));
  });

  path("somebody in the middle of another order gets the one that the address asks for, and theirs back by Undo", async (page) => {
    await page.open({ view: "drill", seed: "7" });
    await page.go("start.start");
    await page.sort(2, [drill.keys.tactic]);
    await page.go(drill.keys.tactic);
    const before = await page.place();
    await page.open({ view: "drill", seed: "42" });
    await page.go("start.start");
    assert.ok((await page.words()).includes(page.t("drill.progress", { n: 1, total: drill.statements.length })));
    assert.equal(await page.status(), page.t("drill.anew"));
    const { id } = statement(await page.heading());
    await page.go("app.undo");
    assert.deepEqual(await page.place(), before);
    await page.reload();
    assert.equal(await page.heading(), drill.title, "the address asks for its own order again");
    await page.forgetEverything();
    await page.open({ view: "drill", seed: "42" });
    await page.go("start.start");
    assert.equal(id, statement(await page.heading()).id);
  });

  path("says after each statement whether we would sort it so, and why", async (page) => {
    await page.open({ view: "drill", seed: "42" });
    await page.go("start.start");
    for (const isRight of [true, false]) {
      const { key, why } = statement(await page.heading());
      await page.go(drill.keys[isRight ? key : OTHER[key]]);
      const words = await page.words();
      assert.ok(words.includes(page.t(isRight ? "drill.right" : "drill.wrong", { key: drill.keys[key] })), words);
      assert.ok(words.includes(why));
      await page.go("drill.next");
    }
  });

  path("at the end: how many, those to look at again with what was said, and two ways to go again", async (page) => {
    await page.open({ view: "drill", seed: "42" });
    await page.go("start.start");
    const order = await goThrough(page, ["strategy", "objective"]);
    const missed = STATEMENTS.filter(({ key }) => key === "tactic" || key === "control");
    const words = await page.words();
    assert.ok(
      missed.length > 0 && words.includes(page.t("drill.score", { n: TOTAL - missed.length, total: TOTAL })),
      words,
    );
    for (const { text, why, key } of missed) {
      assert.ok(words.includes(text) && words.includes(why), text);
      assert.ok(words.includes(page.t("drill.you_said", { key: drill.keys[OTHER[key]] })));
    }
    assert.equal(await page.run(() => all("[part=card] li").length), missed.length);
    await page.go("drill.same");
    assert.equal(statement(await page.heading()).id, order[0]);
  });

  path("goes on in the middle after a look at the difference, and after leaving the page", async (page) => {
    await page.open({ view: "drill", seed: "42" });
    await page.go("start.start");
    await page.sort(4, [drill.keys.tactic]);
    const { id } = statement(await page.heading());
    await page.home();
    await page.go("app.difference");
    await page.go("app.drill");
    assert.equal(statement(await page.heading()).id, id);
    await page.open();
    assert.equal(statement(await page.heading()).id, id);
  });

  path("the address alone leads into it, and from it to the check, where a reload stays", async (page) => {
    await page.open({ view: "drill" });
    assert.equal(await page.heading(), drill.title);
    await page.home();
    await page.start("quick");
    await page.answer([1]);
    const before = await page.place();
    await page.reload();
    assert.deepEqual(await page.place(), before);
  });
});
