// axe finds nothing, in any state, in light and dark, in both languages.
import assert from "node:assert/strict";
import { findings, THEMES } from "./lib/axe.mjs";
import { CHROMIUM } from "./lib/engines.mjs";
import { journey } from "./lib/journey.mjs";
import { NO_STORAGE } from "./lib/scripts.mjs";
import { copy, LANGUAGES } from "./lib/site.mjs";
import { called, reach } from "./lib/states.mjs";
import { visitors } from "./lib/suite.mjs";

const forbidden = await copy({ script: NO_STORAGE });
const failing = await copy({ refuse: ["strategy-first_bg.wasm"] });

/** What axe finds in the state in view, in one theme after the other: as with `?theme=`, but without losing the state. */
async function inBothThemes(page, state) {
  const found = [];
  for (const [theme, rules] of Object.entries(THEMES)) {
    await page.run((theme) => {
      document.documentElement.dataset.theme = theme;
    }, theme);
    found.push(...(await findings(page, rules)).map((line) => `${state}, ${theme}: ${line}`));
  }
  return found;
}

/** The pages beside the widget, in one language each. */
const PAGES = {
  "the trainer’s page, with a group": "fr",
  "the trainer’s page, with what was refused": "en",
  "the wall, the stages": "en",
  "the wall, the moves": "fr",
  "the drill for a class": "en",
  "the editor, with a copy of ours": "fr",
  "the editor, with a fault": "en",
  "the worksheets": "fr",
  "the page that makes snippets": "en",
};

visitors("Accessibility, as far as axe can see", (path) => {
  for (const lang of LANGUAGES) {
    path(
      `nothing is wrong in any state, in light and dark (${lang})`,
      async (page) => {
        const found = [];
        let states = 0;
        // So high that the message at the foot of the window lies over nothing.
        await page.driver.manage().window().setRect({ width: 1280, height: 8000 });
        await journey(page, async (state) => {
          states += 1;
          found.push(...(await inBothThemes(page, state)));
        });
        assert.ok(states > 20);
        assert.deepEqual(found, []);
      },
      { lang },
    );

    path(
      `nothing is wrong where nothing can be kept (${lang})`,
      async (page) => {
        await page.open();
        assert.deepEqual(await inBothThemes(page, "nothing kept"), []);
      },
      { lang, site: forbidden },
    );

    path(
      `nothing is wrong where the app could not be loaded (${lang})`,
      async (page) => {
        await page.visit(`${page.site}?lang=${lang}`);
        await page.until(() => all(".sf-first [role=status]").some(text), "a way to try again");
        assert.deepEqual(await inBothThemes(page, "the first card, and no more"), []);
        await page.visit(`${page.site}?lang=${lang}#result=full`);
        await page.until(() => all("[role=alert]").length > 0, "a word on what is wrong");
        assert.deepEqual(await inBothThemes(page, "not loaded"), []);
      },
      { lang, site: failing },
    );
  }

  path("a button without a name and a pale text are found, were there any", async (page) => {
    await page.open();
    await page.run(() => {
      const button = document.createElement("button");
      const pale = document.createElement("p");
      pale.textContent = "Can you read this?";
      pale.style.setProperty("color", "#ccc");
      pale.style.setProperty("background", "#fff");
      all("[part=card]")[0].append(button, pale);
    });
    const found = (await findings(page)).map((line) => line.split(":")[0]);
    assert.deepEqual(found.sort(), ["wrong button-name", "wrong color-contrast"]);
  });

  path("nothing is wrong on the pages beside the widget, in light and dark", async (_, browser) => {
    const found = [];
    for (const [name, lang] of Object.entries(PAGES)) {
      const page = await reach(browser, called(name)[0], lang);
      // So high that what stays in view lies over nothing.
      await page.driver.manage().window().setRect({ width: 1280, height: 8000 });
      for (const [theme, rules] of Object.entries(THEMES)) {
        await browser.devtools("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: theme }] });
        found.push(...(await findings(page, rules)).map((line) => `${name}, ${lang}, ${theme}: ${line}`));
      }
      await browser.devtools("Emulation.setEmulatedMedia", { features: [] });
    }
    assert.deepEqual(found, []);
  });
}, [CHROMIUM]);
