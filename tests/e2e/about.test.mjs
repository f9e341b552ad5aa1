// The glossary and the page about what this is: reached from the check, from the plan and from the pages beside them, and left
// again to where somebody was. One engine decides: they are drawn as all other screens are.
import assert from "node:assert/strict";
import { findings } from "./lib/axe.mjs";
import { CHROMIUM } from "./lib/engines.mjs";
import { PlanPage } from "./lib/plan.mjs";
import { LANGUAGES, published } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";
import { Trainer } from "./lib/trainer.mjs";

const ARTICLES = ["app.glossary", "app.about"];

/** What axe finds on the page in view, in both themes. */
async function inBothThemes(page) {
  const found = [];
  for (const theme of ["light", "dark"]) {
    await page.run((theme) => (document.documentElement.dataset.theme = theme), theme);
    found.push(...(await findings(page)));
  }
  return found;
}

visitors(
  "The glossary and the page about this",
  (path) => {
    for (const lang of LANGUAGES) {
      path(
        `lead back to the question, with its answer (${lang})`,
        async (page) => {
          await page.open();
          await page.start("quick");
          await page.choose(1);
          const question = await page.question();
          for (const key of ARTICLES) {
            await page.go(key);
            await page.focusIsOnHeading();
            assert.equal(await page.heading(), page.t(key));
            assert.deepEqual(await inBothThemes(page), []);
            await page.go("app.back");
            assert.deepEqual(await page.question(), question);
          }
        },
        { lang },
      );

      path(
        `are read in the plan, and left for where somebody was (${lang})`,
        async ({ browser, site }) => {
          const page = new PlanPage(browser, site, { lang });
          await page.openExample();
          await page.toSection("objectives");
          await page.fold(page.t("guided.words"));
          const target = published(`plan/glossary.${lang}.json`).objectives[4][1][1];
          await page.until((target) => all("dt").some((term) => text(term) === target), `the word ‘${target}’`, target);
          assert.deepEqual(await findings(page), []);
          for (const key of ARTICLES) {
            await page.go(key);
            await page.focusIsOnHeading();
            assert.deepEqual(await inBothThemes(page), []);
          }
          await page.reload();
          assert.equal(await page.heading(), page.t("app.about"));
          await page.go("app.back");
          assert.equal(await page.run(() => all("nav [aria-current=step]").length), 1, "guided work again");
        },
        { lang },
      );
    }

    path("are one link away from the trainer’s page, in its language", async ({ browser, site }) => {
      const page = new Trainer(browser, site, { lang: "fr" });
      await page.enter();
      await page.hand.press(await page.find("a", page.t("app.about")));
      await page.until((title) => all("h2").some((head) => text(head) === title), "the page", page.t("app.about"));
      await page.go("app.back");
      assert.equal(await page.heading(), page.t("start.title"));
    });
  },
  [CHROMIUM],
);
