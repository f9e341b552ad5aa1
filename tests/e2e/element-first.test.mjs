// What visitors have before the program is there: the page's own link, then the first card, which can be answered.
import assert from "node:assert/strict";
import { blog, host, snippet } from "./lib/host.mjs";
import { visitors } from "./lib/suite.mjs";

const PROGRAM = "strategy-first_bg.wasm";

/**
 * Blogs on which the program comes only once it is let in: one for each visit, since engines take their paths at the same time.
 * Gives what a path needs, and `arrive`, which comes to the post, waits for the first card, and gives what lets the program in.
 */
async function waiting(attributes) {
  const html = blog(snippet(attributes));
  const arrive = async (page) => {
    let letIn;
    const isIn = new Promise((then) => {
      letIn = then;
    });
    ({ site: page.site } = await host(html, { held: { [PROGRAM]: isIn } }));
    await toFirstCard(page);
    return letIn;
  };
  return { arrive, ...(await host(html)) };
}

/** Answers the first question of a blog that has no program, until that is said; gives what puts the program there. */
async function answerAndFail(page) {
  const refuse = [PROGRAM];
  ({ site: page.site } = await host(blog(), { refuse }));
  await toFirstCard(page);
  await page.press("start.start");
  await page.choose(3);
  await page.until(() => Boolean(named("button", "Try again")), "the words that it failed");
  return () => {
    refuse.length = 0;
  };
}

async function toFirstCard(page) {
  await page.arrive();
  await page.until(() => root.querySelector(".sf-first h2") !== null, "the first card");
}

const { arrive: toFull, ...FULL } = await waiting();
const { arrive: toQuick, ...QUICK } = await waiting('pack="quick" view="quiz" lang="fr"');

/** Waits for the app, at question `n`. */
const isAt = (page, n) =>
  page.until(
    (begins) => root.querySelector("select") && text(root.querySelector("[part=progress]") ?? root.host).startsWith(begins),
    `question ${n} in the app`,
    page.t("question.progress", { n, total: "" }).replace(/\S*$/, "").trim(),
  );

visitors("Before the program is there", (path) => {
  path(
    "the first question can be answered, and the answer is not lost",
    async (page) => {
      const letIn = await toFull(page);
      await page.listen();
      await page.press("start.start");
      const first = await page.question();
      assert.equal(first.text, page.pack("full").items[0].text);
      await page.choose(2);
      await page.run(() => all("fieldset input")[2].focus());
      letIn();
      await isAt(page, 1);
      assert.deepEqual(await page.question(), { ...first, chosen: 2 });
      await page.until(() => root.activeElement === all("fieldset input")[2], "the focus to be where it was");
      const names = (await page.heard()).map((event) => event.name);
      assert.deepEqual(names, ["sf-storage", "sf-ready", "sf-start", "sf-step"]);
      await page.reload();
      assert.equal((await page.question()).chosen, 2);
    },
    FULL,
  );

  path(
    "who goes on at once waits only for the program, and is at the fourth question then",
    async (page) => {
      page.lang = "fr";
      const letIn = await toQuick(page);
      await page.press("start.start");
      await page.press("question.next");
      assert.match(await page.alert(), new RegExp(page.t("question.choose").slice(0, 12)));
      const asked = [];
      for (const choice of [1, 0, 2]) {
        asked.push((await page.question()).text);
        await page.choose(choice);
        await page.press("question.next");
      }
      assert.deepEqual(
        asked,
        page.pack("quick").items.slice(0, 3).map(({ text }) => text),
      );
      assert.notEqual(await page.status(), "");
      letIn();
      await isAt(page, 4);
      await page.until(() => root.activeElement === all("h2")[0], "the focus on the question");
      for (const choice of [2, 0, 1]) {
        await page.back();
        assert.equal((await page.question()).chosen, choice);
      }
    },
    QUICK,
  );

  path(
    "who goes back and changes an answer finds both where they were, in the app too",
    async (page) => {
      page.lang = "fr";
      const letIn = await toQuick(page);
      await page.press("start.start");
      await page.choose(1);
      await page.press("question.next");
      await page.choose(2);
      await page.press("question.back");
      assert.equal((await page.question()).chosen, 1);
      await page.choose(3);
      await page.press("question.next");
      assert.equal((await page.question()).chosen, 2);
      letIn();
      await isAt(page, 2);
      assert.equal((await page.question()).chosen, 2);
      await page.back();
      assert.equal((await page.question()).chosen, 3);
    },
    QUICK,
  );

  path(
    "who skips has skipped, who goes back has begun nothing, and who looks elsewhere keeps the focus there",
    async (page) => {
      let letIn = await toQuick(page);
      page.lang = "fr";
      await page.press("start.start");
      await page.press("question.skip");
      letIn();
      await isAt(page, 2);
      letIn = await toQuick(page);
      await page.press("start.start");
      await page.press("question.back");
      await page.run(() => {
        const link = document.createElement("a");
        link.href = "#else";
        document.body.prepend(link);
        link.focus();
      });
      letIn();
      await page.isUp();
      assert.equal(await page.heading(), page.t("start.title"));
      assert.equal(await page.run(() => document.activeElement.localName), "a");
    },
    QUICK,
  );

  path(
    "the shorter check can be chosen there; the app begins that one",
    async (page) => {
      let letIn = await toFull(page);
      await page.choose(1);
      letIn();
      await page.isUp();
      await page.until(() => all("fieldset input")[1].checked, "the length to be chosen in the app too");
      letIn = await toFull(page);
      await page.choose(1);
      await page.press("start.start");
      await page.choose(0);
      await page.run(() => all("fieldset input")[0].focus());
      letIn();
      await isAt(page, 1);
      await page.until(() => root.activeElement === all("fieldset input")[0], "the focus to be where it was");
      assert.match((await page.question()).progress, / 8 /);
      assert.equal((await page.question()).chosen, 0);
    },
    FULL,
  );

  path(
    "nothing moves when the app takes the place of the first card",
    async (page) => {
      const letIn = await toFull(page);
      const look = () =>
        page.run(() =>
          ["h2", "fieldset", ".sf-solid", ".sf-aside", ".sf-foot"].map((part) => {
            const { top, height } = root.querySelector(part).getBoundingClientRect();
            return [part, Math.round(top), Math.round(height)];
          }),
        );
      await page.still();
      const before = await look();
      const after = () => page.run(() => document.getElementById("after").getBoundingClientRect().top);
      const end = await after();
      letIn();
      await page.isUp();
      await page.still();
      assert.deepEqual(await look(), before);
      assert.ok(Math.abs((await after()) - end) <= 1, `${end} became ${await after()}`);
    },
    FULL,
  );

  path(
    "where the program can’t be had, that is said with the mend, the answer stays, and trying again goes on",
    async (page) => {
      const putThere = await answerAndFail(page);
      putThere();
      await page.press("Try again");
      await isAt(page, 1);
      assert.equal((await page.question()).chosen, 3);
    },
    FULL,
  );

  path(
    "to go on there is to try again",
    async (page) => {
      const putThere = await answerAndFail(page);
      putThere();
      await page.press("question.next");
      await isAt(page, 2);
    },
    FULL,
  );
});
