// What assistive technology is told in each step is what somebody read and accepted; `cargo xtask gallery --accept` accepts anew.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { isAccepting } from "./lib/compared.mjs";
import { Browser, CHROMIUM } from "./lib/engines.mjs";
import { called, reach } from "./lib/states.mjs";
import { tree } from "./lib/tree.mjs";

const TREES = fileURLToPath(new URL("../trees/", import.meta.url));

const STEPS = {
  start: "the start",
  question: "a question, answered",
  error: "a question, with its error",
  result: "a result",
  unfolded: "a result, unfolded",
  comparison: "a result beside the one before",
  code: "a result with its link, its code and its QR code",
  statement: "a statement",
  reason: "a statement, sorted as tactic",
  "drill-end": "the drill’s end",
  difference: "the difference",
  history: "the earlier results",
  "plan-start": "the plan’s start",
  objective: "the plan, an objective open",
  map: "the map",
  weeks: "the weeks",
  "one-page": "the plan on one page",
  sort: "what is this for?",
  tool: "a new tool",
  checker: "the checker, with findings",
  deletion: "a question before a deletion",
  plans: "the plans",
  take: "the plan to take away",
  trainer: "the trainer’s page, with a group",
  wall: "the wall, the stages",
  editor: "the editor, with a fault",
  worksheets: "the worksheets",
  configurator: "the page that makes snippets",
  blog: "a question on a blog, magazine",
};

describe("What assistive technology is told", { concurrency: 1 }, () => {
  let browser;
  before(async () => {
    browser = await Browser.start(CHROMIUM);
  });
  after(() => browser?.quit());

  for (const [name, state] of Object.entries(STEPS)) {
    it(`of ${state}`, async () => {
      const page = await reach(browser, called(state)[0], "en");
      await page.still();
      // Its port is another each time.
      const now = `${(await tree(browser)).replace(/127\.0\.0\.1:\d+/g, "127.0.0.1")}\n`;
      const file = join(TREES, `${name}.txt`);
      if (isAccepting) return writeFileSync(file, now);
      assert.ok(existsSync(file), `there is no accepted tree ${name}.txt yet: \`cargo xtask gallery --accept\` makes it`);
      assert.equal(now, readFileSync(file, "utf8"));
    });
  }

  it("each accepted tree is of a step that is looked at", () => {
    assert.deepEqual(readdirSync(TREES).sort(), Object.keys(STEPS).map((name) => `${name}.txt`).sort());
  });
});
