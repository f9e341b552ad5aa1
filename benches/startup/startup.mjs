// How soon a visitor sees what there is to answer, on a phone and a slow line: our page, our element on a blog, and the same
// questions in SurveyJS and in plain JavaScript, in turns.
// usage: node startup.mjs DIST [RUNS] [--write], with CHROME and CHROMEDRIVER set
import { readFileSync } from "node:fs";
import { account } from "./line.mjs";
import { inBrowser, traffic } from "./browser.mjs";
import { questions, serve } from "./site.mjs";
import { bytes, median, publish, ratio, seconds, table, told } from "./table.mjs";

const { dist, runs } = told(5);

const SUBJECTS = {
  "our page": "/ours/",
  "our element on a blog": "/blog/",
  "our element, its card in the script": "/blog-card/",
  SurveyJS: "/survey/",
  "plain JavaScript": "/plain/",
};
/** How many questions the visitor waits for. */
const ASKED = 3;

const script = `const questions = ${JSON.stringify(questions(dist).slice(0, ASKED))}, ASKED = ${ASKED};\n`;
const visitor = `{${script}${readFileSync(new URL("visitor.js", import.meta.url), "utf8")}}`;

const site = await serve(dist);
const figures = Object.fromEntries(Object.keys(SUBJECTS).map((name) => [name, []]));
// The first visit only warms the host.
for (const run of Array(runs + 1).keys()) {
  for (const [name, path] of Object.entries(SUBJECTS)) {
    const figure = await inBrowser({}, (driver, tell) => visit(driver, tell, site.address + path));
    if (run > 0) figures[name].push(figure);
  }
}
site.stop();
publish("startup", report(figures));

async function visit(driver, tell, address) {
  await tell("Page.addScriptToEvaluateOnNewDocument", { source: visitor });
  await traffic(driver);
  await driver.get(address);
  const seen = () => driver.executeScript("return window.visit");
  await driver.wait(async () => (await seen()).shown[ASKED], 60_000, `the last question of ${address}`, 100);
  const events = [];
  // All that it loads of its own accord.
  await driver.wait(async () => {
    const more = await traffic(driver);
    events.push(...more);
    return more.length === 0;
  }, 60_000, "the line to be quiet", 1000);
  const { shown, firstPaint, longest, shift } = await seen();
  const [early, whole] = [account(events, shown[2]), account(events)];
  return {
    requests: early.requests,
    bytes: early.bytes,
    whole: whole.bytes,
    firstPaint,
    // Not everybody has one.
    start: shown.start ?? 0,
    first: shown[1],
    second: shown[2],
    third: shown[3],
    longest,
    shift,
  };
}

function report(figures) {
  const middle = Object.fromEntries(
    Object.entries(figures).map(([name, all]) => [name, Object.fromEntries(Object.keys(all[0]).map((key) => [key, median(all.map((one) => one[key]))]))]),
  );
  const [survey, plain] = [middle.SurveyJS, middle["plain JavaScript"]];
  const names = Object.keys(middle);
  const line = (title, key, write) => [title, ...names.map((name) => write(middle[name][key]))];
  const to = (title, key, other) => [title, ...names.map((name) => ratio(middle[name][key], other[key]))];
  return table([
    ["", ...names],
    line("requests up to the second question", "requests", String),
    line("bytes up to the second question", "bytes", bytes),
    line("bytes in all", "whole", bytes),
    line("first paint", "firstPaint", seconds),
    line("the start, to be pressed", "start", (ms) => (ms ? seconds(ms) : "–")),
    line("first question", "first", seconds),
    line("second question", "second", seconds),
    line("third question", "third", seconds),
    line("longest task, ms", "longest", (ms) => ms.toFixed(0)),
    line("layout shift", "shift", (shift) => shift.toFixed(3)),
    to("first question, plain JavaScript being 1", "first", plain),
    to("second question, SurveyJS being 1", "second", survey),
    to("bytes up to the second question, SurveyJS being 1", "bytes", survey),
  ]);
}
