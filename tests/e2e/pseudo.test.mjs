// Every step in a language that is longer and runs from right to left, on the narrowest screen: all of it there, and in order.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { findings, SHAPES } from "./lib/axe.mjs";
import { Browser, CHROMIUM } from "./lib/engines.mjs";
import { faults } from "./lib/layout.mjs";
import { dress, ordinary } from "./lib/picture.mjs";
import { inPseudo, pseudo, pseudoFiles } from "./lib/pseudo.mjs";
import { called, reach } from "./lib/states.mjs";

const STEPS = [
  "the start",
  "a question, with its error",
  "a result, unfolded",
  "a result beside the one before",
  "a result with its link, its code and its QR code",
  "a statement, sorted as tactic",
  "the drill’s end",
  "the difference",
  "the earlier results",
  "the plan’s start",
  "the plan, an objective open",
  "the map",
  "the weeks",
  "the plan on one page",
  "what is this for?",
  "a new tool",
  "the checker, with findings",
  "a question before a deletion",
  "the plans",
  "the plan to take away",
  "the trainer’s page, with a group",
  "the wall, the stages",
  "the editor, with a fault",
];

const files = pseudoFiles();

it("a text in the made-up language is longer, and keeps its blanks", () => {
  assert.equal(pseudo("Question {n} of {total}"), "Qûéšţîöñ {n} öf {total} ûñ ð");
  assert.equal(pseudo("plan.title"), "plan.title");
});

describe("In a language that is longer and runs from right to left", { concurrency: 1 }, () => {
  let browser;
  before(async () => {
    browser = await Browser.start(CHROMIUM);
  });
  after(() => browser?.quit());

  for (const name of STEPS) {
    it(name, async () => {
      try {
        await dress(browser, { width: 320 });
        const [state] = called(name);
        const page = await reach(browser, state, "en", { as: inPseudo(state.as), site: { files } });
        assert.equal(await page.run(() => getComputedStyle(all("h1, h2")[0]).direction), "rtl");
        const found = (await faults(page)).map(([fault]) => fault);
        assert.deepEqual([...found, ...(await findings(page, SHAPES))], []);
      } finally {
        await ordinary(browser);
      }
    });
  }
});
