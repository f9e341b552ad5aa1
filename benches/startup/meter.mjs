// Measures what a visitor does in a browser that is slowed down: how soon the page answers, and how long it is busy.
import { readFileSync } from "node:fs";
import { SLOWDOWN } from "./browser.mjs";
import { Browser, CHROMIUM } from "../../tests/e2e/lib/engines.mjs";
import { PlanPage } from "../../tests/e2e/lib/plan.mjs";
import { median, table } from "./table.mjs";

const script = `{${readFileSync(new URL("meter.js", import.meta.url), "utf8")}}`;
/** The milliseconds between two frames at sixty a second. */
const FRAME = 1000 / 60;
/** What Chromium does not tell of: answers within one frame. */
const LEAST = 16;

export class Meter {
  #figures = new Map();

  /** A visitor who works the page with the mouse, and a meter of what comes of it. */
  static async start(site, settings = {}) {
    const browser = await Browser.start(CHROMIUM);
    await browser.devtools("Page.addScriptToEvaluateOnNewDocument", { source: script });
    const page = await browser.visitor(site, { as: PlanPage, by: "mouse", ...settings });
    await browser.devtools("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
    return new Meter(browser, page);
  }

  constructor(browser, page) {
    Object.assign(this, { browser, page });
  }

  /** What comes of one act, under its name; the same act may be measured again. */
  async of(name, act) {
    await this.page.run(() => meter.clear());
    await act();
    await this.#quiet();
    const { events, tasks, shift, pressed } = await this.page.run(() => meter);
    const longest = (all) => Math.max(0, ...all.map(({ duration }) => duration));
    const after = tasks.filter(({ startTime, duration }) => startTime + duration > (pressed ?? 0));
    const answer = pressed ? longest(events) || LEAST : 0;
    this.#note(name, { answer, task: longest(after), shift });
  }

  /** How many frames were not drawn while the page was scrolled by so many pixels at a reader's haste. */
  async scrolling(name, { x = 640, y = 500, xDistance = 0, yDistance = 0 }) {
    await this.page.run(() => (meter.clear(), meter.watch()));
    await this.browser.devtools("Input.synthesizeScrollGesture", { x, y, xDistance, yDistance, speed: 1200 });
    const { frames, tasks, shift } = await this.page.run(() => (meter.rest(), meter));
    const gaps = frames.slice(1).map((time, at) => time - frames[at]);
    const dropped = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / FRAME) - 1), 0);
    const task = Math.max(0, ...tasks.map(({ duration }) => duration));
    this.#note(name, { dropped, frames: gaps.length + dropped, task, shift });
  }

  stop() {
    return this.browser.quit();
  }

  /** The table, a line an act: the medians of its answers, and the worst of the rest. */
  report(heads) {
    const rows = [...this.#figures].map(([name, all]) => {
      const worst = (key) => Math.max(...all.map((one) => one[key]));
      const answers = all.map(({ answer }) => answer).filter(Boolean);
      const answer = answers.length ? median(answers) : 0;
      const [{ frames }] = all;
      return [
        name,
        answer ? (answer > LEAST ? String(answer) : `≤ ${LEAST}`) : "–",
        worst("task") ? worst("task").toFixed(0) : "< 50",
        worst("shift").toFixed(3),
        frames ? `${worst("dropped")} of ${frames}` : "–",
      ];
    });
    return table([heads, ...rows]);
  }

  #note(name, figure) {
    if (!this.#figures.has(name)) this.#figures.set(name, []);
    this.#figures.get(name).push(figure);
  }

  /** Until the browser has told of what was painted: two frames, and a moment in which nothing runs. */
  #quiet() {
    return this.page.driver.executeAsyncScript((then) => {
      const idle = () => requestIdleCallback(() => setTimeout(then, 120), { timeout: 3000 });
      requestAnimationFrame(() => requestAnimationFrame(idle));
    });
  }
}

export const HEADS = ["", "next paint, ms", "longest task, ms", "layout shift", "frames dropped"];
