// Key states look as they did when somebody last looked at them and was content; `cargo xtask gallery --accept` says so anew.
// Fonts and controls are the machine's own: where a page that has nothing of ours looks otherwise, nothing can be compared.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { ACCEPTED, difference, fault, halved, isAccepting, isSame } from "./lib/compared.mjs";
import { Browser, CHROMIUM } from "./lib/engines.mjs";
import { Page } from "./lib/page.mjs";
import { dress, ordinary, picture } from "./lib/picture.mjs";
import { copy } from "./lib/site.mjs";
import { called, reach } from "./lib/states.mjs";

const LOOKS = [
  ["start", "the start", { lang: "en", width: 360, theme: "light" }],
  ["question", "a question, answered", { lang: "fr", width: 360, theme: "dark" }],
  ["error", "a question, with its error", { lang: "en", width: 1280, theme: "light" }],
  ["result", "a result", { lang: "en", width: 1280, theme: "light" }],
  ["comparison", "a result beside the one before", { lang: "fr", width: 360, theme: "dark" }],
  ["drill", "a statement, sorted as tactic", { lang: "en", width: 360, theme: "dark" }],
  ["desk", "the plan, an objective open", { lang: "en", width: 1280, theme: "light" }],
  ["desk-phone", "the plan, the tactics", { lang: "fr", width: 360, theme: "light" }],
  ["checker", "the checker, with findings", { lang: "fr", width: 1280, theme: "dark" }],
  ["map", "the map", { lang: "en", width: 1280, theme: "dark" }],
  ["weeks", "the weeks", { lang: "fr", width: 1280, theme: "light" }],
  ["trainer", "the trainer’s page, with a group", { lang: "en", width: 1280, theme: "light" }],
  ["wall", "the wall, the stages", { lang: "fr", width: 1280, theme: "dark" }],
  ["blog", "a question on a blog, developer", { lang: "en", width: 360, theme: "light" }],
];

/** As much of a long page as is compared. */
const MOST = 1200;

/** Nothing of ours: the fonts that our sheets name, and the controls that browsers draw themselves. */
const CALIBRATION = `<!doctype html>
<meta charset="utf-8"><title>Nothing of ours</title><link rel="icon" href="data:,">
<style>
  body { margin: 8px; color-scheme: light; }
  p { font: 16px/1.5 system-ui, "Liberation Sans", sans-serif; }
  b { font: 700 22px/1.2 ui-serif, "Iowan Old Style", "Palatino Linotype", Georgia, "Liberation Serif", serif; }
  code { font: 14px/1.5 ui-monospace, "DejaVu Sans Mono", monospace; }
</style>
<p>Do you approach digital marketing with a strategy? <b>Où en êtes-vous ? “12 %”</b> → ← ↑ <code>SF17A-0O1IL</code>
<p><input type="radio" checked> <input type="radio"> <input type="checkbox" checked> <input type="date" value="2027-01-12">
<select><option>English</select> <input type="file">`;

const SLIGHT = {
  "a button is square": ".sf-solid { border-radius: 0 !important }",
  "a button is a little lighter": ".sf-solid { background: #1f7b79 !important }",
  "rows are two pixels higher": "[part=option] label { min-block-size: 54px !important }",
  "borders of rows are gone": "[part=option] { border-color: transparent !important }",
  "words are a little smaller": "[part=option] label { font-size: 0.95em !important }",
};

describe("What key states look like", { concurrency: 1 }, () => {
  let browser;
  let other;
  before(async () => {
    browser = await Browser.start(CHROMIUM);
    const page = new Page(browser, await copy({ files: { "calibration.html": CALIBRATION } }));
    await page.visit(`${page.site}calibration.html`);
    const found = fault("calibration", halved(await picture(page, { width: 768 })));
    other = found && "not compared: fonts or controls are others here than in the accepted pictures";
    await ordinary(browser);
  });
  after(() => browser?.quit());

  const seen = async (state, { lang, ...asked }, more = () => {}) => {
    try {
      await dress(browser, asked);
      const page = await reach(browser, state, lang);
      await page.still();
      await more(page);
      return halved(await picture(page, { ...asked, most: MOST }));
    } finally {
      await ordinary(browser);
    }
  };

  for (const [name, state, asked] of LOOKS) {
    const { lang, width, theme } = asked;
    it(`${state} (${lang}, ${width} px, ${theme})`, async (test) => {
      if (other) return test.skip(other);
      const found = fault(name, await seen(called(state)[0], asked));
      assert.equal(found, null, found);
    });
  }

  it("what is changed a little is found, and what is not changed is the same", { skip: isAccepting }, async () => {
    const [state] = called("a question, answered");
    const asked = { lang: "en", width: 360, theme: "light" };
    const usual = await seen(state, asked);
    assert.ok(isSame(difference(usual, await seen(state, asked))));
    const missed = [];
    for (const [change, sheet] of Object.entries(SLIGHT)) {
      const changed = await seen(state, asked, (page) =>
        page.run((text) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(text);
          document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        }, sheet),
      );
      if (isSame(difference(usual, changed))) missed.push(change);
    }
    assert.deepEqual(missed, []);
  });

  it("each accepted picture is of a state that is compared", () => {
    const names = [...LOOKS.map(([name]) => name), "calibration"].map((name) => `${name}.png`);
    assert.deepEqual(readdirSync(ACCEPTED).sort(), names.sort());
  });
});
