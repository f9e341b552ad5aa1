// A plan open in two tabs: each sees what the other does, and nothing is written over.
import assert from "node:assert/strict";
import { data, plan } from "./lib/kept.mjs";
import { PlanPage } from "./lib/plan.mjs";
import { copy } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";

// An origin of its own, which no other test fills or empties meanwhile.
const site = await copy({});

const more = { site, as: PlanPage };

/** Opens the builder in another tab, and gives how to get from one to the other. */
async function anotherTab(page) {
  const [first] = await page.driver.getAllWindowHandles();
  await page.driver.switchTo().newWindow("tab");
  await page.openPlan();
  const second = await page.driver.getWindowHandle();
  const go = (tab) => page.driver.switchTo().window(tab);
  const end = async () => {
    await go(second);
    await page.driver.close();
    await go(first);
  };
  return { toFirst: () => go(first), toSecond: () => go(second), end };
}

async function begin(page) {
  await page.openPlan();
  await page.go("start.questions");
  await page.put("basics.who", "Two potters");
  await page.keeps(({ basics }) => basics?.who === "Two potters", "the first words");
}

/** Waits until a field holds a text. A tab may hear of another’s writing a little later. */
const shows = (page, path, text) =>
  page.driver.wait(async () => (await page.held(path)) === text, 10_000, `${path} never says ‘${text}’`);

visitors("A plan in two tabs", (path) => {
  path(
    "each sees what the other writes, and goes on from there",
    async (page) => {
      await begin(page);
      const tabs = await anotherTab(page);
      await shows(page, "basics.who", "Two potters");
      await page.put("basics.what", "We teach");
      await page.keeps(({ basics }) => basics.what === "We teach", "the second tab’s words");
      await tabs.toFirst();
      await shows(page, "basics.what", "We teach");
      await page.put("basics.for_whom", "Neighbours");
      const basics = await page.keeps(({ basics }) => basics.for_whom && basics, "the words of both");
      assert.deepEqual(
        [basics.who, basics.what, basics.for_whom],
        ["Two potters", "We teach", "Neighbours"],
      );
      assert.equal((await page.desk()).plans.length, 1);
      assert.equal(await page.run(() => all(".sf-notice").length), 0);
      await tabs.end();
    },
    more,
  );

  path(
    "a tab that heard nothing of the other’s changes writes nothing over, and says that both are kept",
    async (page) => {
      await begin(page);
      const id = (await page.desk()).open;
      await page.put("basics.what", "From another");
      await page.keeps(({ basics }) => basics.what === "From another", "what will be the other tab’s words");
      await page.put("basics.what", "Before");
      await page.keeps(({ basics }) => basics.what === "Before", "the words before");
      // The first of these pauses once more, as the next one: a tab hears nothing of what is written in itself.
      await page.run((key) => {
        const { data } = JSON.parse(localStorage.getItem(key));
        const other = localStorage.getItem(`${key}/${data.slot}/1`);
        localStorage.setItem(`${key}/${data.slot}/3`, other);
      }, `strategy-first/1/default/plan/${id}`);
      await page.put("basics.what", "From here");
      await page.until(() => all(".sf-notice").length === 1, "the notice");
      const all = await page.storage();
      const { open, plans } = data(all, "desk");
      assert.equal(plans.length, 2);
      assert.equal(plan(all, id).basics.what, "From another");
      assert.equal(plan(all, open).basics.what, "From here");
      assert.equal(plan(all, open).title, page.t("tabs.copy", { name: page.t("plan.unnamed") }));
      await page.go("notice.other");
      await shows(page, "basics.what", "From another");
    },
    more,
  );
});
