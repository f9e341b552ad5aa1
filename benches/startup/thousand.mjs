// A plan of a thousand tactics on a machine slowed down: opening it, typing, checking, scrolling the map and the 90 days.
// usage: node thousand.mjs DIST [RUNS] [--write], with CHROME, CHROMEDRIVER and SF_DIST set
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Meter, HEADS } from "./meter.mjs";
import { serve } from "./site.mjs";
import { publish, told } from "./table.mjs";

const TACTICS = 1000;
const EXAMPLE = "plan/example.en.json";
const WORKER = "worker.js";

const { dist, runs } = told(1);
const example = readFileSync(join(dist, EXAMPLE), "utf8");
const long = JSON.stringify(large(JSON.parse(example)));
// The worker holds it against its digest, like every file.
const worker = readFileSync(join(dist, WORKER), "utf8").replace(digest(example), digest(long));
// The worked example is as large as that, for once: opened as any other, it is a plan like any other.
const site = await serve(dist, { [`/ours/${EXAMPLE}`]: long, [`/ours/${WORKER}`]: worker });
const meter = await Meter.start(`${site.address}/ours/`);
const { page } = meter;
for (let run = 0; run < runs; run += 1) await work();
await meter.stop();
site.stop();
publish("a thousand tactics", meter.report(HEADS));

/** The plan with a thousand tactics, every one with an action in its 90 days, all under the strategies that there are. */
function large(plan) {
  const { tactics, actions } = plan;
  const many = (make) => Array.from({ length: TACTICS }, (_, at) => make(at));
  return {
    ...plan,
    tactics: many((at) => ({ ...tactics[at % tactics.length], id: `tactic-${at}`, text: `Number ${at}: ${tactics[at % tactics.length].text}` })),
    actions: many((at) => ({ ...actions[at % actions.length], id: `action-${at}`, tactic_id: `tactic-${at}`, text: `Step ${at}: ${actions[at % actions.length].text}` })),
  };
}

function digest(text) {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** Whether the button says what was found, and no longer only what it is for. */
function isChecked(unchecked) {
  const button = all("button.sf-check")[0];
  return button && text(button) !== unchecked;
}

async function work() {
  await page.forgetEverything();
  await page.openPlan();
  await meter.of("the plan begun", () => page.go("start.example"));
  await page.keeps(({ tactics }) => tactics.length === TACTICS, "the plan");
  await meter.of("opened again", () => page.reload());
  await meter.of("checked, a second later", () => page.until(isChecked, "the checker", page.t("check.button")));
  await meter.of("to its tactics", () => page.toSection("tactics"));
  await meter.scrolling("the list of tactics scrolled", { yDistance: -3000 });
  await meter.of("a row opened", () => page.unfold("tactics", 5));
  const field = await page.control("tactics.5.text");
  await meter.of("a press into a text", () => field.click());
  for (const letter of "Every week a new one") await meter.of("a letter typed", () => page.driver.actions().sendKeys(letter).perform());
  await meter.of("the checker’s findings", async () => page.hand.press(await page.until(() => all("button.sf-check")[0], "the findings")));
  await page.until(() => all(".sf-checked")[0]?.textContent, "what the checker found");
  await meter.scrolling("the findings scrolled", { yDistance: -3000 });
  for (const [view, name] of Object.entries({ map: "the map", weeks: "the 90 days", document: "the whole plan", one_page: "one page" })) {
    await meter.of(name, () => page.look(view));
    await meter.scrolling(`${name} scrolled`, { yDistance: -3000 });
  }
}
