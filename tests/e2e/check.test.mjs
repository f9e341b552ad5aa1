// The full check by mouse, from the start to the result, and what other people's scripts hear of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { score } from "./lib/score.mjs";
import { SPY } from "./lib/scripts.mjs";
import { copy, words } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";

const spied = await copy({ script: SPY });

/** The names that assistive technology and scripts may rely on (contract). */
const PROMISED = {
  "start.start": "Start",
  "question.next": "Next",
  "question.back": "Back",
  "question.skip": "Skip",
  "question.result": "See result",
  "result.retake": "Retake",
  "app.undo": "Undo",
};

/** A different answer each time; the sixth question is left out. */
const choicesFor = (pack) =>
  pack.items.map((item, index) => (index === 5 ? null : (index * 2 + 1) % item.options.length));

test("the buttons have the names that the contract promises", () => {
  const names = Object.keys(PROMISED).map((key) => [key, words.en[key]]);
  assert.deepEqual(Object.fromEntries(names), PROMISED);
});

visitors("The full check, by mouse, and what other people's scripts hear of it", (path) => {
  path(
    "shows each question as a group of native radio buttons, with the focus on its heading and nothing preselected",
    async (page) => {
      const pack = page.pack("full");
      await page.open();
      assert.equal(await page.heading(), page.t("start.title"));
      await page.start("full");
      const choices = choicesFor(pack);
      for (const [index, item] of pack.items.entries()) {
        const { text, options, chosen, progress } = await page.question();
        assert.equal(text, item.text);
        assert.deepEqual(
          options,
          item.options.map((option) => option.text),
        );
        assert.equal(chosen, -1, "nothing is preselected");
        assert.ok(progress.startsWith(`Question ${index + 1} of 17`), progress);
        await page.focusIsOnHeading();
        assert.equal(await page.hasButton("question.result"), index === 16, "the last question leads to the result");
        if (choices[index] === null) {
          await page.skip();
        } else {
          await page.choose(choices[index]);
          await page.next();
        }
      }
      await page.focusIsOnHeading();
      assert.ok((await page.words()).startsWith("Strategy First"), "the result is shown");
    },
    { by: "mouse", once: true },
  );

  path(
    "says what is missing when Next is pressed without an answer, and goes on once there is one",
    async (page) => {
      await page.open();
      await page.start("full");
      const first = await page.heading();
      assert.equal(await page.alert(), "", "no error before anything was done");
      await page.press("question.next");
      await page.until(() => text(all("[role=alert]")[0]), "the error");
      assert.equal(await page.alert(), "Error: Choose an answer, or press ‘Skip’ to leave this one out.");
      assert.equal(await page.heading(), first);
      assert.equal((await page.focus()).name, "Next", "the focus stays where it was");
      const describes = await page.run(() => {
        const ids = all("fieldset")[0].getAttribute("aria-describedby").split(" ");
        return ids.includes(all("[role=alert]")[0].id);
      });
      assert.ok(describes, "the error describes the group of answers");
      await page.choose(2);
      assert.equal(await page.alert(), "", "the error is gone with its reason");
      await page.next();
      assert.notEqual(await page.heading(), first);
    },
    { by: "mouse" },
  );

  path(
    "goes back with the answers kept, and from the first question to the start and on again",
    async (page) => {
      await page.open();
      await page.start("full");
      await page.choose(3);
      await page.next();
      await page.choose(1);
      await page.back();
      await page.focusIsOnHeading();
      assert.equal((await page.question()).chosen, 3);
      await page.next();
      assert.equal((await page.question()).chosen, 1, "an answer chosen without pressing Next is kept too");
      await page.back();
      await page.back();
      assert.equal(await page.heading(), page.t("start.title"));
      await page.focusIsOnHeading();
      await page.go("start.resume");
      assert.equal((await page.question()).chosen, 3);
    },
    { by: "mouse" },
  );

  path("names every answer and the group by the words in view", async (page) => {
    const [item] = page.pack("full").items;
    await page.open();
    await page.start("full");
    const names = [];
    for (const input of await page.run(() => all("fieldset input"))) {
      names.push([await input.getAriaRole(), await input.getAccessibleName()]);
    }
    assert.deepEqual(
      names,
      item.options.map((option) => ["radio", option.text]),
    );
    const group = await page.run(() => all("fieldset")[0]);
    assert.deepEqual([await group.getAriaRole(), await group.getAccessibleName()], ["group", item.text]);
  });

  path("a whole check is told step by step, and its outcome is what `xtask score` prints", async (page) => {
    const pack = page.pack("full");
    const choices = choicesFor(pack);
    await page.open();
    await page.listen();
    await page.take("full", choices);
    const steps = pack.items.map((_, index) => ({ name: "sf-step", detail: { index: index + 1, total: 17 } }));
    assert.deepEqual(await page.heard(), [
      { name: "sf-start", detail: { pack: "full", packVersion: pack.pack_version } },
      ...steps,
      // Every field is one that the contract names, so there is no room for an answer.
      { name: "sf-complete", detail: score(pack, choices) },
    ]);
  });

  path("other answers, another outcome: the best, the least, and too few", async (page) => {
    const pack = page.pack("full");
    const extreme = (best) =>
      pack.items.map(({ options }) => {
        const scores = options.map((option) => option.score);
        return scores.indexOf(best ? Math.max(...scores) : Math.min(...scores));
      });
    const checks = [extreme(true), extreme(false), pack.items.map((_, index) => (index < 3 ? 0 : null))];
    await page.open();
    await page.listen();
    for (const choices of checks) {
      await page.take("full", choices);
      await page.home();
    }
    assert.deepEqual(
      await page.heard("sf-complete"),
      checks.map((choices) => score(pack, choices)),
    );
  });

  path(
    "the first events come when the app is up, and starting over and printing are told",
    async (page) => {
      await page.open();
      const { events } = await page.run(() => window.noted);
      const { version } = events.find((event) => event.name === "sf-ready").detail;
      assert.match(version, /^\d+\.\d+\.\d+/);
      assert.deepEqual(events, [
        { name: "sf-storage", detail: { tier: "local" } },
        { name: "sf-ready", detail: { version, view: "all", lang: "en" } },
      ]);
      await page.start("quick");
      await page.listen();
      await page.go("app.start_over");
      await page.take("quick", Array(8).fill(0));
      await page.run(() => {
        window.print = () => window.heard.push({ name: "printed" });
      });
      await page.press("result.print");
      const told = (await page.heard()).filter(({ name }) => !/step|start|complete/.test(name));
      assert.deepEqual(told, [
        { name: "sf-reset", detail: null },
        { name: "sf-export", detail: { format: "print" } },
        { name: "printed" },
      ]);
    },
    { site: spied },
  );
});
