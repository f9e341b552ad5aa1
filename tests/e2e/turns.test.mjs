// Back and Forward while the plan is still loading: what the visitor went to last is in view, whole, and works.
import assert from "node:assert/strict";
import { PlanPage } from "./lib/plan.mjs";
import { SPY } from "./lib/scripts.mjs";
import { copy } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";

/** The plan's part waits until it is let go; `arrived` says when the browser has all of it. */
const HELD = `
  ${SPY}
  const real = window.fetch;
  const gate = new Promise((then) => (window.letGo = then));
  window.fetch = async (address, ...more) => {
    const isPlan = new URL(address, location.href).pathname.endsWith("/plan.wasm");
    if (isPlan) await gate;
    const answer = await real(address, ...more);
    if (isPlan) window.arrived = true;
    return answer;
  };
`;
const site = await copy({ script: HELD });

/** Goes to the plan, whose part does not come yet. */
async function toPlan(page) {
  await page.run(() => (location.hash = "#plan"));
  await page.until(() => location.hash === "#plan", "the plan’s address");
}

/** Goes back or forward, as the browser’s own buttons do. */
async function travel(page, by, hash) {
  await page.run((by) => history.go(by), by);
  await page.until((hash) => location.hash === hash, "the other address", hash);
}

async function letPlanCome(page) {
  await page.run(() => window.letGo());
  await page.until(() => window.arrived, "the plan’s part");
}

async function isWhole(page) {
  const { roots, alerts, errors } = await page.run(() => ({
    roots: root.querySelectorAll("#app > .sf").length,
    alerts: all("[role=alert]").map(text),
    errors: window.noted.errors,
  }));
  assert.deepEqual({ roots, alerts, errors }, { roots: 1, alerts: [], errors: [] });
}

visitors("Back and Forward before the plan is there", (path) => {
  path(
    "after Back the check stays, though the plan comes in the end",
    async (page) => {
      await page.open();
      await toPlan(page);
      await travel(page, -1, "");
      await letPlanCome(page);
      await page.take("quick", Array(8).fill(1));
      assert.ok(await page.hasButton("result.retake"), "the check goes on to its end");
      await isWhole(page);
    },
    { as: PlanPage, site },
  );

  path(
    "after Back and Forward the plan is there once, and what is typed in it is kept",
    async (page) => {
      await page.open();
      await toPlan(page);
      await travel(page, -1, "");
      await travel(page, 1, "#plan");
      await letPlanCome(page);
      await page.until(() => builder(), "the plan");
      await page.go("start.questions");
      await page.put("basics.who", "A school of music");
      await page.keeps(({ basics }) => basics?.who === "A school of music", "what was typed");
      await isWhole(page);
    },
    { as: PlanPage, site },
  );
});
