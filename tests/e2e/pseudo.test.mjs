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

/** Links of the map that don’t lead from one thing to another. */
function looseEnds() {
  const near = (one, other) => Math.abs(one - other) < 3;
  const things = all(".sf-map-thing, .sf-map button").map((thing) => thing.getBoundingClientRect());
  const links = all(".sf-map-links path").map((path) => path.getBoundingClientRect());
  const isAt = ({ top, bottom }, { top: above, bottom: below }) => [top, bottom].some((y) => near(y, (above + below) / 2));
  const isHeld = (link) =>
    things.some((thing) => near(thing.right, link.left) && isAt(link, thing)) &&
    things.some((thing) => near(thing.left, link.right) && isAt(link, thing));
  return links.length > 10 ? links.filter((link) => !isHeld(link)).map(({ left, top }) => `${left} ${top}`) : ["too few links"];
}

/** Bars that don’t begin in the week they are said to: all begin on its day, or later in it. */
function weeksAstray() {
  const starts = all(".sf-weeks-scale > span").map((week) => week.getBoundingClientRect().left);
  const today = root.querySelector(".sf-weeks-today").getBoundingClientRect().left;
  const isInOrder = starts.every((start, at) => at === 0 || start > starts[at - 1]);
  return [!isInOrder && "the weeks run backwards", (today < starts[0] - 3 || today > starts[1]) && "today is not in the first week"].filter(Boolean);
}

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

  const inPictures = {
    "the map": looseEnds,
    "the weeks": weeksAstray,
  };
  for (const [name, look] of Object.entries(inPictures)) {
    it(`${name}, on a desk`, async () => {
      try {
        await dress(browser, { width: 1280 });
        const [state] = called(name);
        const page = await reach(browser, state, "en", { as: inPseudo(state.as), site: { files } });
        assert.deepEqual(await page.run(look), []);
      } finally {
        await ordinary(browser);
      }
    });
  }

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
