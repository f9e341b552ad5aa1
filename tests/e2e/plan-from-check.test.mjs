// From the result of a check to the plan: where it opens, what it offers and does not write, and the ways back.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { PlanPage } from "./lib/plan.mjs";
import { NO_STORAGE } from "./lib/scripts.mjs";
import { copy } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";

const forbidden = await copy({ script: NO_STORAGE });

/** The quick check with next to nothing on objectives, one group of people that matters, and a feeling for what works. */
const ANSWERS = { q02: "b", q03: "a", q05: "b", q08: "d", q09: "b", q12: "d", q13: "b", q16: "b" };

async function toResult(page) {
  const choices = page.pack("quick").items.map(({ id, options }) => options.findIndex((one) => one.id === ANSWERS[id]));
  await page.open();
  await page.listen();
  await page.take("quick", choices);
  const [{ first }] = await page.heard("sf-complete");
  assert.deepEqual(first, { stage: "OBJ", item: "q03" }, "these answers lead to objectives");
  return page.heading();
}

const suggestions = (page) =>
  JSON.parse(
    readFileSync(new URL(`../../content/${page.lang}/suggestions.json`, import.meta.url), "utf8").replace(/\s/g, " "),
  );

/** What a suggestion's button is called. */
const offer = (page, key, text) => page.t("list.do_to", { do: page.t(key), name: text });

const offered = async (page, text) => (await page.words()).includes(text);

/** What stands in the fields of the plan that nobody has written in. */
const written = (page) =>
  page.run(() => all(".sf-card textarea, .sf-card input[type=text]").map((field) => field.value).join(""));

visitors("From the check to the plan", (path) => {
  for (const [by, lang] of [
    ["mouse", "en"],
    ["keyboard", "fr"],
  ]) {
    path(
      `it opens at what is missing, and offers what the answers say without writing it (${by}, ${lang})`,
      async (page) => {
        await page.quickly(() => toResult(page));
        const said = suggestions(page);
        const [guess, group] = [said["feels-busy"].text, said["one-group"].text];
        await page.go("app.build");
        assert.equal(await page.heading(), page.section("objectives"));
        await page.focusIsIn("objectives.0.text");
        assert.equal(await written(page), "");

        await page.go("handed.more", { section: page.section("situation"), n: 1 });
        await page.focusIsOnHeading();
        assert.ok(await offered(page, said["feels-busy"].because), "it says which answer this comes from");
        assert.equal(await page.held("situation.assumptions"), "", "it is offered, and not written");
        assert.equal(await page.kept(), null, "nor is anything kept");
        await page.press(offer(page, "handed.take", guess));
        await page.focusIsIn("situation.assumptions");
        assert.equal(await page.held("situation.assumptions"), guess);
        await page.keeps(({ situation }) => situation?.assumptions?.includes(guess), "what was taken over");
        assert.equal(await page.hasNamed(offer(page, "handed.take", guess)), false, "and no longer offered");

        await page.go("handed.more", { section: page.section("choices"), n: 1 });
        assert.ok(await page.hasNamed(offer(page, "handed.take", group)));
        await page.go(offer(page, "handed.leave", group));
        await page.focusIsOnHeading();
        assert.equal(await page.hasNamed(offer(page, "handed.take", group)), false);
        const { audiences = [] } = await page.kept();
        assert.deepEqual(audiences, [], "what is left is not written");
        await page.takeBack("change.cover");
        await page.keeps(({ situation }) => !situation?.assumptions, "the plan without it");
      },
      { as: PlanPage, by, lang },
    );
  }

  path(
    "a row taken over opens with the focus in its name, and Undo takes it out again",
    async (page) => {
      await toResult(page);
      const { text } = suggestions(page)["one-group"];
      await page.go("app.build");
      await page.go("handed.more", { section: page.section("choices"), n: 1 });
      await page.press(offer(page, "handed.take", text));
      await page.focusIsIn("audiences.0.name");
      await page.keeps(({ audiences: [made] }) => made?.priority === "primary", "an audience that comes first");
      await page.takeBack("add.audiences");
      await page.keeps(({ audiences }) => audiences.length === 0, "the plan without it");
    },
    { as: PlanPage },
  );

  path(
    "Back leads to the result and Forward to the plan, a reload stays in the plan, and the name leads to the check",
    async (page) => {
      let result;
      await page.quickly(async () => (result = await toResult(page)));
      await page.go("app.build");
      await page.quickly(() => page.put("objectives.0.text", "More evening classes"));
      await page.keeps(({ objectives: [made] }) => made?.text, "the objective");
      await page.step(() => page.driver.navigate().back());
      assert.equal(await page.heading(), result);
      await page.step(() => page.driver.navigate().forward());
      assert.equal(await page.heading(), page.section("objectives"));
      assert.deepEqual(await page.names("objectives"), ["More evening classes"]);
      await page.reload();
      assert.equal(await page.heading(), page.section("objectives"));
      assert.deepEqual(await page.names("objectives"), ["More evening classes"]);
      assert.equal(await page.run(() => location.hash), "#plan");
      // How these are pressed is not the question, and WebKit’s driver misses some after a reload.
      await page.quickly(() => page.go("app.name"));
      assert.equal(await page.run(() => location.hash), "");
      await page.reload();
      assert.equal(await page.run(() => Boolean(builder())), false, "the check is in view again");
      await page.quickly(() => page.home());
      await page.quickly(() => page.go("app.open_plan"));
      assert.deepEqual(await page.names("objectives"), ["More evening classes"]);
    },
    // WebKit goes back over what no hand has opened.
    { as: PlanPage, by: "mouse" },
  );

  path(
    "what was typed a moment before Back is kept",
    async (page) => {
      await page.quickly(() => toResult(page));
      await page.go("app.build");
      await page.quickly(() => page.put("objectives.0.text", "More evening classes"));
      await page.step(() => page.driver.navigate().back());
      await page.step(() => page.driver.navigate().forward());
      assert.deepEqual(await page.names("objectives"), ["More evening classes"]);
    },
    { as: PlanPage, by: "mouse" },
  );

  path(
    "where the browser keeps nothing, the result is there on the way back, and then the plan",
    async (page) => {
      let result;
      await page.quickly(async () => (result = await toResult(page)));
      await page.go("app.build");
      await page.quickly(() => page.put("objectives.0.text", "More evening classes"));
      const said = (no) => text(all(".sf-saved")[0]) === no;
      await page.until(said, "the word that it is not saved", page.t("saved.no"));
      await page.step(() => page.driver.navigate().back());
      assert.equal(await page.heading(), result);
      await page.step(() => page.driver.navigate().forward());
      assert.deepEqual(await page.names("objectives"), ["More evening classes"]);
    },
    { as: PlanPage, by: "mouse", site: forbidden },
  );
});
