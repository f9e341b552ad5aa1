// How soon each control answers, on a machine slowed down: the check from its start to its result, and the plan builder.
// usage: node controls.mjs DIST [RUNS], with CHROME, CHROMEDRIVER and SF_DIST set
import { Meter, HEADS } from "./meter.mjs";
import { serve } from "./site.mjs";

const [dist, runs = "3"] = process.argv.slice(2);
const site = await serve(dist);
const meter = await Meter.start(`${site.address}/ours/`);
const { page } = meter;
for (let run = 0; run < Number(runs); run += 1) {
  await check();
  await plan();
}
await meter.stop();
site.stop();
console.log(meter.report(HEADS));

async function check() {
  const press = (name, key) => meter.of(name, () => page.go(key));
  await page.forgetEverything();
  await page.open();
  await meter.of("a length chosen", () => page.choose(1));
  await meter.of("a length chosen", () => page.choose(0));
  await press("Start", "start.start");
  await meter.of("an answer", () => page.choose(1));
  await press("Next", "question.next");
  await press("Back", "question.back");
  await press("Next", "question.next");
  await meter.of("Next without an answer", () => page.press("question.next"));
  await press("Skip", "question.skip");
  await page.quickly(() => page.answer(Array(14).fill(1)));
  await page.choose(2);
  await press("See result", "question.result");
  await meter.of("a stage of the result unfolded", () => page.run(() => all("summary")[0]).then((part) => page.hand.press(part)));
  await meter.of("a link to the result", () => page.press("result.link"));
  await meter.of("a code for a trainer", () => page.press("result.code"));
  await press("What is the difference?", "app.difference");
  await press("the drill", "app.drill");
  await press("the drill’s start", "start.start");
  const [strategy] = page.choicesInDrill();
  await press("a statement sorted", strategy);
  await press("the next statement", "drill.next");
  await meter.of("another language", () => page.switchTo("fr"));
  await meter.of("another language", () => page.switchTo("en"));
  await press("to the start", "app.name");
  await press("my results", "app.history");
}

async function plan() {
  await page.forgetEverything();
  await page.openPlan();
  await meter.of("a worked example opened", () => page.go("start.example"));
  await page.keeps(({ tactics }) => tactics.length > 0, "the example");
  await meter.of("to a section", () => page.toSection("tactics"));
  await meter.of("a row opened", () => page.unfold("tactics", 0));
  await meter.of("a text written over", () => page.put("tactics.0.text", "A talk at the library, once a month"));
  await meter.of("a row added", () => page.add("tactics"));
  await meter.of("a box ticked", async () => {
    const tick = await page.until(() => rowsOf("tactics").at(-1).querySelector(".sf-ticks input"), "a box");
    await page.hand.press(tick);
  });
  await meter.of("Undo", async () => page.hand.press(await undo()));
  await meter.of("the checker’s findings", async () => page.hand.press(await page.until(() => all("button.sf-check")[0], "the findings")));
  for (const view of ["document", "map", "weeks", "one_page", "guided"]) await meter.of(`view: ${view}`, () => page.look(view));
}

function undo() {
  return page.until((begins) => all("button").find((one) => name(one).startsWith(begins)), "Undo", page.t("undo.undo"));
}
