// The states of the plan builder.
import { PlanPage } from "../plan.mjs";
import { unfold } from "./check.mjs";

async function empty(page, section) {
  await page.openPlan();
  await page.go("start.questions");
  if (section) await page.toSection(section);
}

/** What the checker found is counted above the plan. */
const checked = (page) => page.until(() => all("button.sf-check")[0]?.textContent.includes(":"), "the checker’s count");

async function example(page, section) {
  await page.openExample();
  await checked(page);
  if (section) await page.toSection(section);
}

/** The worked example, looked at as `view`. */
async function seen(page, view) {
  await example(page);
  await page.look(view);
}

/** A list of tactics that serve nothing yet. */
async function pasted(page) {
  await page.openPlan();
  await page.go("paste.title");
  await page.putIn(page.t("paste.list"), "Instagram reels\nA newsletter every month\nFlyers at the market");
  await page.go("paste.add");
}

/** Somebody’s plan with things to settle. */
async function unsettled(page) {
  await empty(page, "objectives");
  await page.add("objectives");
  await page.put("objectives.0.text", "Evening classes");
  await page.toSection("tactics");
  await page.add("tactics");
  await page.put("tactics.0.text", "Post a story on TikTok every day of the week, and two on Sundays");
  await page.keeps(({ tactics }) => tactics[0]?.text, "the tactic");
  await checked(page);
}

const states = [
  ["the plan’s start", (page) => page.openPlan()],
  ["an empty plan, the basics", (page) => empty(page)],
  ["an empty plan, the tactics", (page) => empty(page, "tactics")],
  [
    "an empty plan, the map",
    async (page) => {
      await empty(page);
      await page.look("map");
    },
  ],
  [
    "an empty plan, the weeks",
    async (page) => {
      await empty(page);
      await page.look("weeks");
    },
  ],
  [
    "an empty plan on one page",
    async (page) => {
      await empty(page);
      await page.look("one_page");
    },
  ],
  ["the plan, the objectives", (page) => example(page, "objectives")],
  [
    "the plan, an objective open",
    async (page) => {
      await example(page, "objectives");
      await page.unfold("objectives", 0);
    },
  ],
  ["the plan, the tactics", (page) => example(page, "tactics")],
  ["the plan, the action", (page) => example(page, "action")],
  ["the plan, the control", (page) => example(page, "control")],
  ["the plan as a document", (page) => seen(page, "document")],
  ["the map", (page) => seen(page, "map")],
  ["the weeks", (page) => seen(page, "weeks")],
  ["the plan on one page", (page) => seen(page, "one_page")],
  [
    "a list to paste",
    async (page) => {
      await page.openPlan();
      await page.go("paste.title");
    },
  ],
  ["what is this for?", pasted],
  [
    "the map of loose things",
    async (page) => {
      await pasted(page);
      await page.look("map");
    },
  ],
  [
    "a new tool",
    async (page) => {
      await example(page);
      await page.go("tool.button");
    },
  ],
  [
    "the verdict on a tool",
    async (page) => {
      await example(page);
      await page.go("tool.button");
      await page.putIn(page.t("tool.name"), "TikTok");
      await page.answerWith(page.t("tool.no_objective"));
      await page.answerWith(page.t("tool.no"));
      await page.press("tool.see");
      await page.until((wanted) => text(root.activeElement) === wanted, "the verdict", page.t("tool.against"));
    },
  ],
  ["notes beside the fields", unsettled],
  [
    "the checker, with findings",
    async (page) => {
      await unsettled(page);
      await page.step(async () => page.hand.press(await page.until(() => all("button.sf-check")[0], "the checker")));
      await page.until(() => all(".sf-checked")[0]?.textContent, "what the checker found");
    },
  ],
  [
    "a question before a deletion",
    async (page) => {
      await example(page, "objectives");
      await page.unfold("objectives", 0);
      await page.doRow("list.delete", (await page.names("objectives"))[0]);
    },
  ],
  [
    "after a deletion",
    async (page) => {
      await example(page, "action");
      await page.unfold("actions", 0);
      await page.doRow("list.delete", (await page.names("actions"))[0]);
    },
  ],
  [
    "the plans",
    async (page) => {
      await page.openExample();
      await page.go("plans.button");
    },
  ],
  [
    "the plan to take away",
    async (page) => {
      await example(page);
      await page.go("take.button");
      await page.until(() => all(".sf-take-way").length > 0, "the ways to take it away");
      await unfold(page);
    },
  ],
];

export const PLAN = states.map(([name, reach]) => ({ name, reach, as: PlanPage }));
