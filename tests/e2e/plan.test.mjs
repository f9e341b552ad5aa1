// A plan from nothing to its first review, on the plan's own page; and what of it is there after each reload.
import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { FRAME } from "./lib/framed.mjs";
import { FramedPlanPage, inDays, inWords, PlanPage, TABLES } from "./lib/plan.mjs";
import { copy } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";

const framed = await copy({ files: FRAME });

const DUE = inDays(120);
const [START, END] = [inDays(3), inDays(17)];

/** What is written, in both languages; figures as each writes them. */
const WRITTEN = {
  en: {
    who: "Two potters, with a shop in the old mill",
    what: "We teach people to make the bowls they eat from.",
    forWhom: "People within ten miles who have never touched clay",
    goal: "Live from the classes alone",
    objective: "More people in evening classes",
    metric: "places booked a month",
    figures: ["12.5", "30.25"],
    strategy: "Be the first evening out in a new town",
    tactics: ["A taster evening every month", "A card in the welcome pack"],
    action: "Set six dates with Sam",
    owner: "Sam",
  },
  fr: {
    who: "Deux potiers, avec un atelier dans l’ancien moulin",
    what: "Nous apprenons à faire les bols où l’on mange.",
    forWhom: "Ceux qui n’ont jamais touché l’argile, à vingt minutes d’ici",
    goal: "Vivre des cours seuls",
    objective: "Plus de monde aux cours du soir",
    metric: "places réservées par mois",
    figures: ["12,5", "30,25"],
    strategy: "Être la première sortie de ceux qui arrivent",
    tactics: ["Une soirée d’essai par mois", "Une carte dans le dossier d’accueil"],
    action: "Fixer six dates avec Sam",
    owner: "Sam",
  },
};

/** Reloads once the plan is kept as `look` wants it, and nothing of what is kept has changed by that. */
async function reloaded(page, look, awaited) {
  await page.keeps(look, awaited);
  const before = await page.kept();
  await page.reload();
  assert.deepEqual(await page.kept(), before);
}

/** Fails unless these fields hold that. */
async function holds(page, fields) {
  const held = {};
  for (const path of Object.keys(fields)) held[path] = await page.held(path);
  assert.deepEqual(held, fields);
}

const sentence = (page) => page.run(() => text(builder().querySelector(".sf-sentence")));

async function threeQuestions(page, { who, what, forWhom }) {
  assert.equal(await page.heading(), page.t("start.title"));
  assert.equal(await page.run(() => localStorage.length), 0, "nothing is kept before something is written");
  await page.go("start.questions");
  assert.equal(await page.heading(), page.section("basics"));
  await page.focusIsIn("basics.who");
  const basics = { "basics.who": who, "basics.what": what, "basics.for_whom": forWhom };
  await page.putAll(basics);
  await reloaded(page, (plan) => plan.basics?.for_whom === forWhom, "the three answers");
  assert.equal(await page.heading(), page.section("basics"), "a reload stays in the section");
  await holds(page, basics);
}

async function objective(page, { goal, objective, metric, figures: [baseline, target] }) {
  const blank = (name) => page.said("sentence", "blank", name);
  const whole = page.said("sentence", "full");
  const full = (blanks) => whole.replace(/\{(\w+)\}/g, (_, name) => blanks[name] ?? blank(name));
  await page.go("guided.next", { section: page.section("situation") });
  await page.go("guided.next", { section: page.section("objectives") });
  await page.add("business_goals");
  await page.focusIsIn("business_goals.0.text");
  await page.put("business_goals.0.text", goal);
  await page.add("objectives");
  await page.focusIsIn("objectives.0.text");
  assert.equal(await sentence(page), full({}), "the sentence begins with nothing but blanks");
  await page.put("objectives.0.text", objective);
  await page.put("objectives.0.metric", metric);
  await page.put("objectives.0.baseline", baseline);
  assert.equal(await sentence(page), full({ metric, baseline }));
  await page.put("objectives.0.target", target);
  await page.put("objectives.0.due", DUE);
  const said = full({ metric, baseline, target, due: inWords(DUE, page.lang) });
  assert.equal(await sentence(page), said);
  await reloaded(page, ({ objectives: [made] }) => made?.due === DUE, "the objective");
  const {
    business_goals: [aim],
    objectives: [kept],
  } = await page.kept();
  assert.deepEqual([kept.baseline, kept.target, kept.business_goal_id], [12.5, 30.25, aim.id]);
  assert.deepEqual(await page.names("objectives"), [objective]);
  await page.unfold("objectives", 0);
  assert.equal(await sentence(page), said, "and so it is after a reload");
  await holds(page, { "objectives.0.baseline": baseline, "objectives.0.target": target, "objectives.0.due": DUE });
}

async function strategyAndTactics(page, { objective, strategy, tactics }) {
  const adds = (list, name) => page.doTo(page.said("tables", list, "add"), name);
  await page.go(adds("strategies", objective));
  await page.focusIsIn("strategies.0.text");
  await page.put("strategies.0.text", strategy);
  await reloaded(page, ({ strategies: [made] }) => made?.text === strategy, "the strategy");
  for (const [index, tactic] of tactics.entries()) {
    if (index > 0) await page.go("guided.back", { section: page.section("choices") });
    await page.unfold("strategies", 0);
    await page.go(adds("tactics", strategy));
    assert.equal(await page.heading(), page.section("tactics"));
    await page.focusIsIn(`tactics.${index}.text`);
    await page.put(`tactics.${index}.text`, tactic);
  }
  await reloaded(page, (plan) => plan.tactics[1]?.text === tactics[1], "the tactics");
  const kept = await page.kept();
  assert.deepEqual(kept.strategies[0].objective_ids, [kept.objectives[0].id]);
  assert.deepEqual(
    kept.tactics.map(({ strategy_ids }) => strategy_ids),
    [[kept.strategies[0].id], [kept.strategies[0].id]],
  );
  assert.deepEqual(await page.names("tactics"), tactics);
  assert.ok((await page.chips("tactics", 0)).includes(strategy), "a folded tactic says what it serves");
}

async function actionAndReview(page, { tactics: [tactic], action, owner }) {
  await page.unfold("tactics", 0);
  await page.go(page.doTo(page.said("tables", "actions", "add"), tactic));
  await page.focusIsIn("actions.0.text");
  await page.put("actions.0.text", action);
  await page.put("actions.0.owner", owner);
  await page.put("actions.0.start", START);
  await page.put("actions.0.end", END);
  await reloaded(page, ({ actions: [made] }) => made?.end === END, "the action");
  await page.unfold("actions", 0);
  await holds(page, { "actions.0.owner": owner, "actions.0.start": START, "actions.0.end": END });
  await page.go("guided.next", { section: page.section("control") });
  await page.add("reviews");
  await page.put("reviews.0.owner", owner);
  await reloaded(page, ({ reviews: [made] }) => made?.owner === owner, "the review");
  const kept = await page.kept();
  assert.equal(kept.actions[0].tactic_id, kept.tactics[0].id);
  const days = (Date.parse(kept.reviews[0].date) - Date.parse(inDays(0))) / 86_400_000;
  assert.ok(days > 0 && days <= 90, `a review is proposed within 90 days, not in ${days}`);
}

async function wholePlan(page) {
  const written = WRITTEN[page.lang];
  await threeQuestions(page, written);
  await objective(page, written);
  await strategyAndTactics(page, written);
  await actionAndReview(page, written);
}

visitors("A plan from nothing to its first review", (path) => {
  path(
    "by mouse, in English, on a desk",
    async (page) => {
      await page.openPlan();
      await wholePlan(page);
    },
    { as: PlanPage, by: "mouse" },
  );

  path(
    "by keyboard alone, in French, on a phone",
    async (page) => {
      await page.openPlan();
      await page.size(360, 740);
      await wholePlan(page);
    },
    { as: FramedPlanPage, by: "keyboard", lang: "fr", site: framed },
  );

  path(
    "the name of a new row of each kind is typed stroke by stroke, and Undo takes the words back at once",
    async (page) => {
      const lost = [];
      await page.quickly(async () => {
        await page.openPlan();
        await page.go("start.questions");
      });
      for (const list of TABLES.filter((list) => list !== "reviews")) {
        const name = `${list}.0.${["audiences", "people", "kpis"].includes(list) ? "name" : "text"}`;
        await page.quickly(async () => {
          await page.toSection(page.sectionOf(list));
          await page.add(list);
        });
        await page.focusIsIn(name);
        await page.hand.type("Two words");
        const held = await page.held(name);
        if (held !== "Two words") lost.push(`${name}: ‘${held}’`);
        await page.quickly(() => page.takeBack(`change.${list}`));
        assert.equal(await page.held(name), "");
      }
      assert.deepEqual(lost, []);
    },
    { as: PlanPage, by: "keyboard" },
  );

  path(
    "whoever has named a row and is on the button below it when the name follows stays there",
    async (page) => {
      await page.quickly(async () => {
        await page.openPlan();
        await page.go("start.questions");
        await page.toSection("objectives");
      });
      const add = page.said("tables", "objectives", "add");
      // From one goal there is but the button; from two it says for which.
      for (const goals of [["Sell more"], ["Sell more", "Waste less"]]) {
        const row = await page.add("business_goals");
        await page.focusIsIn(`business_goals.${row}.text`);
        await page.hand.type(goals.at(-1));
        await page.run((button) => button.focus(), await page.find("button", add));
        await page.settled();
        assert.equal((await page.focus()).name, add);
        const choices = await page.run(() => all("[data-list=objectives] .sf-from option").map(text));
        assert.deepEqual(choices, goals.length > 1 ? goals : []);
      }
      await page.hand.type(Key.ENTER);
      await page.focusIsIn("objectives.0.text");
    },
    { as: PlanPage, by: "keyboard" },
  );

  for (const [lang, wrong, right, number] of [
    ["en", "many", "1,250.5", 1250.5],
    ["fr", "beaucoup", "1 250,5", 1250.5],
  ]) {
    path(
      `a figure that is none says so and is not kept, and a right one takes the words away (${lang})`,
      async (page) => {
        await page.openPlan();
        await page.go("start.questions");
        await page.toSection("objectives");
        await page.add("objectives");
        await page.put("objectives.0.target", wrong);
        const error = () =>
          page.run((control) => {
            const said = control.getAttribute("aria-describedby").split(" ").find((id) => id.endsWith("-error"));
            return [control.getAttribute("aria-invalid"), text(root.querySelector(`#${said}`))];
          }, page.field);
        page.field = await page.control("objectives.0.target");
        assert.deepEqual(await error(), ["true", page.t("field.no_number")]);
        await page.put("objectives.0.target", right);
        assert.deepEqual(await error(), ["false", ""]);
        await page.keeps(({ objectives: [made] }) => made.target === number, "the figure");
      },
      { as: PlanPage, lang },
    );
  }
});
