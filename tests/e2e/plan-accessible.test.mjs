// axe finds nothing on any view of the builder, empty or full; nothing scrolls sideways; nothing comes from elsewhere.
import assert from "node:assert/strict";
import { findings, THEMES } from "./lib/axe.mjs";
import { FRAME } from "./lib/framed.mjs";
import { FramedPlanPage, PlanPage } from "./lib/plan.mjs";
import { SPY } from "./lib/scripts.mjs";
import { copy, LANGUAGES } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";

const framed = await copy({ files: FRAME });
const spied = await copy({ script: SPY });

const SECTIONS = ["basics", "situation", "objectives", "choices", "tactics", "action", "control"];

/** Opens every row and every example in view, and the tree beside the map. */
const unfold = (page) =>
  page.run(() => {
    all("details").forEach((part) => part.setAttribute("open", ""));
    all(".sf-tree-toggle[aria-expanded=false]").forEach((toggle) => toggle.click());
  });

/** Leads `page` through every view, from the first screen to the example, and calls `look` with the name of each. */
async function journey(page, look) {
  const at = async (state) => {
    // The document has the same rows as the sections, and would take long with all of them open.
    if (!state.endsWith("document")) await unfold(page);
    await page.still();
    await look(state);
  };
  const views = async (state) => {
    for (const section of SECTIONS) {
      await page.toSection(section);
      await at(`${state}, ${section}`);
    }
    for (const view of ["document", "map", "weeks", "one_page"]) {
      await page.look(view);
      await at(`${state}, ${view}`);
    }
    await page.go("tool.button");
    await at(`${state}, a new tool`);
  };
  await page.openPlan();
  await at("the start");
  await page.go("start.questions");
  await views("an empty plan");
  await page.press("tool.see");
  await at("what is missing");

  await page.toSection("objectives");
  await page.add("objectives");
  await page.put("objectives.0.target", "?");
  await page.until(() => all(".sf-found-here").length === 1, "what is found in this part");
  await at("a figure that is none");
  await page.openPlan();
  await page.go("plans.button");
  await at("the plans");
  await page.go("plans.new");
  await page.go("paste.title");
  await at("a list to paste");
  await page.putIn(page.t("paste.list"), "Instagram\n-\nInstagram");
  await page.go("paste.add");
  await page.press("sort.next");
  await at("what is this for?");
  await page.answerWith(page.t("sort.wont"));
  await at("we will not");

  await page.go("plans.button");
  await page.go("plans.example");
  await page.keeps(({ tactics }) => tactics.length > 1, "the example");
  await views("the example");
  await page.putIn(page.t("tool.name"), "TikTok");
  await page.answerWith(page.t("tool.no_objective"));
  await page.answerWith(page.t("tool.no"));
  await page.press("tool.see");
  await at("the verdict on a tool");
  await page.toSection("objectives");
  await page.unfold("objectives", 0);
  await page.doRow("list.delete", (await page.names("objectives"))[0]);
  await at("a question before a deletion");
  await page.press("list.delete_still");
  await at("after a deletion");
  await page.go("plans.button");
  const name = (await page.desk()).plans[0].title || page.t("plan.unnamed");
  await page.go(page.t("list.do_to", { do: page.t("plans.archive"), name }));
  await at("a plan put away");
}

/** What axe finds in the state in view, in one theme after the other. */
async function inThemes(page, state) {
  const found = [];
  for (const [theme, rules] of Object.entries(THEMES)) {
    await page.run((theme) => {
      document.documentElement.dataset.theme = theme;
      // The thin lines of the weeks lie over words, and axe can’t weigh what lies under a picture.
      all(".sf-weeks-ground").forEach((ground) => ground.remove());
    }, theme);
    found.push(...(await findings(page, rules)).map((line) => `${state}, ${theme}: ${line}`));
  }
  return found;
}

const ONCE = "one engine shows it";
const CHROMIUM_ONLY = { Firefox: ONCE, WebKit: ONCE };

visitors("The plan builder, as far as axe can see", (path) => {
  for (const lang of LANGUAGES) {
    // Each language at one width: four journeys would take twice as long, and find what two find.
    const width = lang === "fr" ? 360 : 1280;
    path(
      `nothing is wrong on any view, empty and with the example, in light and dark (${lang}, ${width} px)`,
      async (page) => {
        const found = [];
        let states = 0;
        const opens = page.visit;
        page.visit = async (address) => {
          await opens.call(page, address);
          // So high that the message at the foot of the window lies over nothing.
          await page.size(width, 12_000);
        };
        await journey(page, async (state) => {
          states += 1;
          found.push(...(await inThemes(page, state)));
        });
        assert.ok(states > 30, `${states} states were looked at`);
        assert.deepEqual(found, []);
      },
      { as: FramedPlanPage, lang, site: framed, not: CHROMIUM_ONLY },
    );

    path(
      `nothing scrolls sideways at 320 px, with the example in it or nothing (${lang})`,
      async (page) => {
        const wide = [];
        const opens = page.visit;
        page.visit = async (address) => {
          await opens.call(page, address);
          await page.size(320, 640);
        };
        await journey(page, async (state) => {
          const over = await page.run(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          if (over > 0) wide.push(`${state}: by ${over} px`);
        });
        assert.deepEqual(wide, []);
      },
      // How wide words are is the same in every engine; how fields are, is not.
      { as: FramedPlanPage, lang, site: framed, not: lang === "en" ? {} : CHROMIUM_ONLY },
    );
  }

  path(
    "in the whole journey nothing is asked of another origin, and nothing is complained of",
    async (page, browser) => {
      const asked = new Set();
      const noted = [];
      const collect = async () => {
        const { origins, found } = await page.run(() => ({
          origins: performance.getEntriesByType("resource").map(({ name }) => new URL(name).origin),
          found: [...window.noted.breaches, ...window.noted.errors],
        }));
        origins.forEach((origin) => asked.add(origin));
        noted.push(...found);
      };
      const isChromium = browser.engine.name === "Chromium";
      if (isChromium) await browser.consoleErrors();
      await journey(page, collect);
      await collect();
      assert.deepEqual([...asked], [new URL(spied).origin]);
      assert.deepEqual([...new Set(noted)], []);
      if (isChromium) assert.deepEqual(await browser.consoleErrors(), []);
    },
    { as: PlanPage, site: spied, not: CHROMIUM_ONLY },
  );
});
