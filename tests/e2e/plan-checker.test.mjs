// The plan checker: what it says, the way to the field, a mend taken back, and a finding that is left and taken back.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { PlanPage } from "./lib/plan.mjs";
import { LANGUAGES } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";

/** The checker's words, with every kind of space a plain one, as all that is read off the page. */
const rules = Object.fromEntries(
  LANGUAGES.map((lang) => {
    const path = new URL(`../../content/${lang}/checker.json`, import.meta.url);
    return [lang, JSON.parse(readFileSync(path, "utf8").replace(/[\u00a0\u202f]/g, " ")).rules];
  }),
);

/** How a rule's message begins, up to its first blank. */
const begins = (page, rule) => rules[page.lang][rule].messages[0].split("{")[0].trim();

/** The row of a finding in the panel; nothing where there is none. */
const FINDING = `
  const finding = (words) => all(".sf-checked > .sf-section li.sf-finding").find((row) => text(row).includes(words));
  const within = (words, name) => [...(finding(words)?.querySelectorAll("button") ?? [])].find((one) => text(one) === name);
`;

const says = (page, rule) => page.until((words) => finding(words), `a finding of ${rule}`, begins(page, rule));
const isSilent = (page, rule) => page.until((words) => !finding(words), `no finding of ${rule}`, begins(page, rule));

async function act(page, rule, name) {
  const button = (words, name) => within(words, name);
  await page.hand.press(await page.until(button, `‘${name}’ at ${rule}`, begins(page, rule), name));
}

/** The button in the frame that leads to the panel, whatever it counts. */
const checkButton = (page) => page.until(() => all("button.sf-check")[0], "the way to the panel");

/** To the panel, with the checker there. */
async function toPanel(page) {
  page.bring(FINDING);
  await page.step(async () => page.hand.press(await checkButton(page)));
  await page.until(() => all(".sf-checked")[0]?.textContent, "what the checker found");
}

const ways = [
  ["by mouse", { as: PlanPage, by: "mouse", lang: "en" }],
  ["by keyboard", { as: PlanPage, by: "keyboard", lang: "fr" }],
];

visitors("The plan checker", (path) => {
  for (const [how, settings] of ways) {
    path(
      `says what is missing, leads there and mends, and what is left can be taken back, ${how}`,
      async (page) => {
        await page.quickly(async () => {
          await page.openPlan();
          await page.go("start.questions");
          await page.toSection("objectives");
          await page.add("objectives");
          await page.put("objectives.0.text", "Cours du soir");
        });
        await page.keeps(({ objectives }) => objectives[0].text === "Cours du soir", "the objective");
        await toPanel(page);
        await says(page, "OBJ-02");
        assert.equal(await page.run((words) => text(finding(words)).includes(words), begins(page, "OBJ-02")), true);

        await act(page, "OBJ-02", page.t("check.go"));
        await page.focusIsIn("objectives.0.metric");

        await toPanel(page);
        await act(page, "CTL-01", rules[page.lang]["CTL-01"].mend);
        await isSilent(page, "CTL-01");
        await page.keeps(({ reviews }) => reviews.length === 1, "the review that was booked");
        await page.quickly(() => page.takeBack("add.reviews"));
        await says(page, "CTL-01");

        await act(page, "OBJ-07", page.t("check.leave"));
        await page.putIn(page.t("check.reason"), "Le but est clair");
        await act(page, "OBJ-07", page.t("check.leave_now"));
        await isSilent(page, "OBJ-07");
        const left = ({ dismissed }) => dismissed[0].rule === "OBJ-07" && dismissed[0].reason === "Le but est clair";
        await page.keeps(left, "that it was left, and why");
        await page.quickly(async () => {
          if (!(await page.run(() => all(".sf-left")[0].open))) await page.fold(page.t("check.left"));
        });
        const back = (words) => all(".sf-left button").find((one) => text(one) === words);
        await page.hand.press(await page.until(back, "the way to take it back", page.t("check.back")));
        await says(page, "OBJ-07");
        await page.keeps((plan) => !plan.dismissed?.length, "that it counts again");
      },
      settings,
    );
  }

  for (const lang of LANGUAGES) {
    path(
      `has nothing to settle and nothing to think about in the worked example (${lang})`,
      async (page) => {
        await page.openExample();
        await toPanel(page);
        const found = await page.run(() => all(".sf-checked > .sf-section .sf-found").map((mark) => text(mark)));
        assert.deepEqual(found.filter((severity) => severity !== page.t("check.hint")), []);
      },
      { as: PlanPage, lang },
    );
  }
});
