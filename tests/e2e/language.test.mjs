// The languages there are, and the way from one to another in the middle of everything.
import assert from "node:assert/strict";
import { ENGINES } from "./lib/engines.mjs";
import { blog, host, snippet } from "./lib/host.mjs";
import { copy, EVERY_LANGUAGE, LANGUAGES, published, words } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";

const french = await copy({
  script: `Object.defineProperty(navigator, "languages", { get: () => ["xx", "fr-CA", "en"] });`,
});

/** The languages that the app, and the questions or answers in it, say they are in. */
const tags = (page) => page.run(() => [app().lang, root.querySelector("fieldset, [part=result]")?.lang ?? null]);

/** Which options are chosen, by the ends of their ids, which are the same in every language. */
const chosenIds = (page) =>
  page.run(() => all("fieldset input:checked").map((input) => input.id.split("-").slice(1).join("-")));

visitors("The language", (path) => {
  path("the address asks for French on the first visit, and every word of the start is French", async (page) => {
    await page.open({ lang: "fr" });
    page.lang = "fr";
    assert.equal(await page.heading(), page.t("start.title"));
    assert.deepEqual(await page.run(() => [document.documentElement.lang, app().lang]), ["fr", "fr"]);
    assert.ok(
      (await page.run(() => plain(document.title))).startsWith(page.t("start.title")),
      "the page’s title is French too",
    );
    const own = ["start.lead", "start.length", "start.start", "start.know", "start.also", "kept.local"];
    const shown = await page.words();
    for (const key of own) assert.ok(shown.includes(page.t(key)), key);
  });

  path("a language that is not here becomes English, and fr-CA French", async (page) => {
    await page.open({ lang: "xx" });
    assert.equal(await page.heading(), words.en["start.title"]);
    await page.open({ lang: "fr-CA" });
    assert.equal(await page.heading(), words.fr["start.title"]);
  });

  path(
    "without a wish in the address it is the first of the browser’s own that is here",
    async (page) => {
      await page.open();
      assert.equal(await page.heading(), words.fr["start.title"]);
    },
    { site: french },
  );

  path("switching in the middle of the check keeps answers and place, and is remembered", async (page) => {
    await page.open();
    await page.start("full");
    await page.answer([3, 0, 1]);
    await page.choose(2);
    const before = await chosenIds(page);
    await page.switchTo("fr");
    const item = page.pack("full").items[3];
    const { text, chosen, progress } = await page.question();
    assert.deepEqual([text, chosen], [item.text, 2]);
    assert.ok(progress.startsWith(page.t("question.progress", { n: 4, total: 17 })), progress);
    assert.deepEqual(await chosenIds(page), before);
    assert.deepEqual(await tags(page), ["fr", "fr"]);
    await page.reload();
    assert.deepEqual([await page.heading(), (await page.question()).chosen], [item.text, 2]);
    await page.back();
    assert.equal((await page.question()).chosen, 1);
    await page.switchTo("en");
    assert.equal(await page.heading(), page.pack("full").items[2].text);
    await page.reload();
    assert.equal(await page.heading(), page.pack("full").items[2].text);
  });

  path("a check begun in English and ended in French gives the same outcome", async (page) => {
    const choices = [1, 1, 0, 2, 3, 1, 1, 0];
    await page.open();
    await page.listen();
    await page.take("quick", choices);
    await page.home();
    await page.start("quick");
    await page.answer(choices.slice(0, 4));
    await page.switchTo("fr");
    await page.answer(choices.slice(4));
    const [english, mixed] = await page.heard("sf-complete");
    assert.deepEqual(mixed, english);
    assert.deepEqual(await tags(page), ["fr", "fr"]);
  });

  path("switching keeps the place on every other screen", async (page) => {
    const sentence = ({ readings }, heading) => Object.keys(readings).find((key) => readings[key].lead === heading);
    await page.open({ seed: "5" });
    await page.take("quick", [1, 1, 0, 2, 3, 1, 1, 0]);
    const english = sentence(page.pack("quick"), await page.heading());
    await page.switchTo("fr");
    assert.equal(sentence(page.pack("quick"), await page.heading()), english, "the same reading");
    await page.go("app.history");
    await page.switchTo("en");
    assert.equal(await page.heading(), page.t("history.title"));
    await page.go("app.back");
    await page.go("app.difference");
    const parts = await page.run(() => all("summary").length);
    await page.switchTo("fr");
    assert.equal(await page.run(() => all("summary").length), parts);
    await page.go("app.drill");
    await page.go("start.start");
    const place = async () => {
      const { statements } = published(`drills/strategy-or-tactic.${page.lang}.json`);
      const heading = await page.heading();
      return statements.find((statement) => statement.text === heading)?.id;
    };
    const statement = await place();
    assert.ok(statement);
    await page.switchTo("en");
    assert.equal(await place(), statement);
  });

  path("another wish in the address counts more than an old choice", async (page) => {
    await page.open();
    await page.switchTo("fr");
    await page.open({ lang: "en-GB" });
    assert.equal(await page.heading(), words.en["start.title"]);
  });

  path("what the status says goes on in the new language", async (page) => {
    await page.open();
    await page.start("quick");
    await page.go("app.start_over");
    assert.equal(await page.status(), page.t("app.started_over"));
    await page.switchTo("fr");
    assert.notEqual(await page.status(), words.en["app.started_over"], "no English sentence is left on a French page");
    await page.go("app.undo");
    assert.equal(await page.status(), page.t("app.undone"));
  });
});

/** In one engine: which words there are is the same in each. */
const quietly = ENGINES.slice(0, 1);

for (const lang of EVERY_LANGUAGE.filter((one) => !LANGUAGES.includes(one))) {
  const post = await host(blog(snippet(`lang="${lang}"`)));
  visitors(
    `${lang}, in which the other paths are not walked`,
    (path) => {
      path("asked for in the address: the menu offers every language, and the check ends in a reading", async (page) => {
        page.lang = lang;
        await page.open();
        assert.equal(await page.heading(), page.t("start.title"));
        const menu = await page.run(() => all("select option").map((option) => [option.value, plain(option.textContent)]));
        assert.deepEqual(menu, EVERY_LANGUAGE.map((one) => [one, words[one]["language.name"]]));
        await page.take("quick", [1, 1, 0, 2, 3, 1, 1, 0]);
        const heading = await page.heading();
        const leads = Object.values(page.pack("quick").readings).map(({ lead }) => lead);
        assert.ok(leads.includes(heading), heading);
        assert.deepEqual(await tags(page), [lang, lang]);
      });

      path(
        "an element with this lang on an English page speaks it",
        async (page) => {
          page.lang = lang;
          await page.open();
          assert.equal(await page.heading(), page.t("start.title"));
          assert.deepEqual(await page.run(() => [document.documentElement.lang, app().lang]), ["en", lang]);
        },
        post,
      );
    },
    quietly,
  );
}
