// A reload at any step shows the same place, with all that was answered.
import assert from "node:assert/strict";
import { visitors } from "./lib/suite.mjs";

/** Reloads, and fails unless everything is as it was. */
async function reloadsAsItWas(page) {
  const before = await page.place();
  await page.reload();
  assert.deepEqual(await page.place(), before);
}

visitors("Reloading", (path) => {
  path("at each of the questions, before and after choosing, and at the result", async (page) => {
    await page.open();
    await page.start("full");
    for (let question = 0; question < 17; question += 1) {
      if (question % 2) {
        await reloadsAsItWas(page);
        await page.choose(1);
      } else {
        await page.choose(2);
        await reloadsAsItWas(page);
      }
      await page.next();
    }
    assert.ok(await page.hasButton("result.retake"));
    await reloadsAsItWas(page);
  });

  path("the quick check, chosen a moment before, after a skipped question and on the way back", async (page) => {
    await page.open();
    await page.start("quick");
    await reloadsAsItWas(page);
    await page.skip();
    await page.choose(0);
    await page.next();
    await reloadsAsItWas(page);
    await page.back();
    await reloadsAsItWas(page);
    await page.back();
    assert.equal((await page.question()).chosen, -1, "the skipped question is still without an answer");
  });

  path("in the middle of the drill, on its reason, and at its end", async (page) => {
    await page.open();
    await page.go("app.drill");
    await reloadsAsItWas(page);
    await page.go("start.start");
    const [strategy, , objective] = page.choicesInDrill();
    await page.sort(3, [strategy]);
    await reloadsAsItWas(page);
    await page.go(strategy);
    await reloadsAsItWas(page);
    await page.go("drill.next");
    await page.sort(20, [strategy, objective]);
    assert.equal(await page.heading(), page.t("drill.done"));
    await reloadsAsItWas(page);
  });

  path(
    "on the page about the difference and on the history, from where Back still leads to the result",
    async (page) => {
      await page.open();
      await page.take("quick", Array(8).fill(1));
      const result = await page.place();
      for (const screen of ["app.difference", "app.history"]) {
        await page.go(screen);
        await reloadsAsItWas(page);
        await page.go("app.back");
        assert.deepEqual(await page.place(), result);
      }
    },
  );

  path("a question opened again from the result, which Back leads to", async (page) => {
    await page.open();
    await page.take("quick", Array(8).fill(1));
    const result = await page.place();
    const [item] = page.pack("quick").items;
    await page.go("result.change_full", { question: item.text });
    await page.choose(2);
    await reloadsAsItWas(page);
    await page.back();
    assert.deepEqual(await page.place(), result, "what was not carried through has changed nothing");
  });
});
