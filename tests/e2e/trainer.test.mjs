// The trainer's page: what a group hands in, what is shown of it and what stays hidden, the link of a session, the drill for a class.
import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import draw from "../../embed/qr.js";
import { readSession } from "../../embed/session.js";
import { findings } from "./lib/axe.mjs";
import { coder, drillPack } from "./lib/codes.mjs";
import { SAVES, SPY } from "./lib/scripts.mjs";
import { copy, published } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";
import { Trainer } from "./lib/trainer.mjs";

const site = await copy({ script: SPY + SAVES });
const full = published("packs/full.en.json");
const code = coder(full);
const drill = published("drills/strategy-or-tactic.en.json");
const drillCode = coder(drillPack(drill));

/** Answers whose options stand at `place`, as far as there are so many. */
const answers = (place) => Object.fromEntries(full.items.map(({ id, options }) => [id, options[place % options.length].id]));

/** Codes of so many people, no two of them alike. */
const group = (people, moment) => Array.from({ length: people }, (_, who) => code(answers(who + (moment === "after")), who + 1, moment));

/** Fifty of five hundred with a slip, twenty of the sound ones once more. */
function fiveHundred() {
  const codes = group(480);
  const slips = [(text) => text.slice(0, 30), (text) => text.replace("-", "-X"), (text) => text.slice(6)];
  for (let slip = 0; slip < 50; slip += 1) codes[slip * 9] = slips[slip % 3](codes[slip * 9]);
  const again = Array.from({ length: 20 }, (_, at) => codes[at * 9 + 1].replaceAll("-", " ").toLowerCase());
  return [...codes, ...again];
}

const accessible = async (page, state) => {
  await page.toEnd();
  assert.deepEqual(await findings(page), [], state);
};

/** Who comes to the page. */
const trainer = { site, as: Trainer };

visitors("The trainer’s page", (path) => {
  path(
    "five hundred codes are sorted rightly, small groups stay hidden, and everything can be undone",
    async (page) => {
      await page.enter();
      await accessible(page, "empty");
      const loaded = await page.run(() => performance.getEntriesByType("resource").length);
      await page.paste(fiveHundred());
      await page.cameTo("430 results taken. 20 were here already. 50 refused.");
      const refused = await page.run(() => all(".sf-came-list li").map(text));
      assert.equal(refused.length, 70);
      assert.match(refused[0], /^Line 1 SF17A\S+ This code ends too soon\. Ask for it once more/);
      assert.match(await page.figure("square.title"), /430 people are in the picture/);
      await accessible(page, "five hundred codes");

      await page.press("gather.clear");
      await page.until((t) => text(root.querySelector(".sf-part-results")).includes(t), "an empty page", page.t("results.empty"));
      await page.press("gather.undo");
      await page.until(() => all(".sf-figure").length > 0, "the group again");
      await page.press("gather.clear");

      await page.paste(group(4));
      await page.cameTo("4 results taken.");
      assert.match(await page.figure("square.title"), /Hidden: 4 answered, and it takes 5/);
      assert.ok(!(await page.figures()).includes(page.t("stages.title")));
      await page.choose("results.three");
      await page.until((t) => all(".sf-figure > h3").map(text).includes(t), "a group of four", page.t("stages.title"));
      await page.choose("results.five");
      // One more, typed by hand.
      await page.add("gather.one", group(5)[4].toLowerCase().replaceAll("-", ""), "gather.add_one");
      await page.until((t) => all(".sf-figure > h3").map(text).includes(t), "a group of five", page.t("stages.title"));
      assert.equal(await page.run(() => performance.getEntriesByType("resource").length), loaded, "nothing was asked for");
      assert.deepEqual(await page.run(() => [...noted.errors, ...noted.breaches]), []);
    },
    trainer,
  );

  path(
    "before and after are compared, by files too; the group is kept only where that is asked, and taken away",
    async (page) => {
      await page.enter();
      await page.pick({
        "before.txt": group(6).join(", "),
        "after.txt": [...group(6, "after"), code(answers(0), 1, "then")].join("\n"),
        "drill.txt": Array.from({ length: 5 }, (_, who) => drillCode({ [drill.statements[0].id]: "strategy", [drill.statements[1].id]: "tactic" }, who + 1)).join("\n"),
        "photo.json": "{",
        "shopping.txt": "bread, salt",
      });
      await page.cameTo("18 results taken. 2 refused.");
      const moves = await page.figure("moves.title");
      assert.match(moves, /a fall is not a failure/);
      assert.match(moves, /Before → After: 6 people answered both times/);
      assert.match(moves, /Hidden: 1 answered, and it takes 5/);
      assert.match(await page.figure("hardest.title"), /5 of 5 sorted it differently/);
      await accessible(page, "before and after");
      const names = await page.run(() => text(root.body));
      assert.ok(!group(6).some((one) => names.includes(one)), "no code of anybody’s is shown");

      const own = () => page.run(() => Object.keys(localStorage).filter((key) => key.includes("/group")).length);
      assert.equal(await own(), 0);
      await page.choose("keep.browser");
      await page.until(() => Object.keys(localStorage).some((key) => key.includes("/group")), "the group to be kept");
      await page.enter();
      await page.until(() => all(".sf-figure").length > 3, "the kept group");
      await page.press("keep.group");
      await page.press("keep.csv");
      await page.press("keep.svg");
      const saved = await page.until(() => saved.length === 3 && saved, "three files");
      const texts = saved.map(({ bytes }) => Buffer.from(bytes).toString());
      assert.equal(new Set(texts[0].trim().split("\n")).size, 18);
      assert.ok(texts[0].includes(group(6)[2]));
      assert.match(texts[1], /"Full check","before"/);
      assert.match(texts[2], /^<\?xml.*<svg/s);
      await page.choose("keep.browser");
      await page.until(() => !Object.keys(localStorage).some((key) => key.includes("/group")), "the kept group to go");
    },
    trainer,
  );

  path(
    "the link of a session says what was chosen, and its drill is the class’s, worked by keys",
    async (page) => {
      await page.enter();
      await page.choose("session.drill");
      await page.choose("session.quick");
      await page.hand.fill(await page.find("input", page.t("session.page")), "https://blog.example/check/");
      await page.hand.fill(await page.find("input", page.t("session.seed")), "42");
      await page.hand.pick(await page.find("select", page.t("session.lang")), "fr");
      await page.hand.fill(await page.find("input", page.t("session.href")), "javascript:alert(1)");
      await page.until((t) => all("[role=alert]").map(text).includes(t), "the fault", page.t("session.href_wrong"));
      await page.hand.fill(await page.find("input", page.t("session.href")), "https://blog.example/course");
      await page.hand.fill(await page.find("input", page.t("session.label")), "The course");
      const link = await page.link();
      assert.ok(link.startsWith("https://blog.example/check/#session=1&"), link);
      assert.deepEqual(readSession(new URL(link).hash), {
        view: "drill",
        pack: "quick",
        lang: "fr",
        seed: "42",
        "cta-href": "https://blog.example/course",
        "cta-label": "The course",
      });
      await page.until((path) => root.querySelector(".sf-qr path")?.getAttribute("d") === path, "the QR code", draw(link).path);
      await accessible(page, "a session");

      const start = await page.find("button", page.t("class.start"));
      await page.run((start) => start.focus(), start);
      await page.hand.press(start);
      await page.until(() => root.querySelector("dialog[open]"), "the drill");
      const keys = (...keys) => page.driver.actions().sendKeys(...keys).perform();
      const first = await page.run(() => text(root.querySelector("dialog h2")));
      await keys(Key.ARROW_RIGHT);
      const { key, why } = drill.statements.find((statement) => statement.text === first);
      assert.match(await page.wall(), new RegExp(`${drill.keys[key]}\\s*${why.slice(0, 20)}`));
      await accessible(page, "a statement, revealed");
      await keys(Key.PAGE_DOWN, Key.ARROW_RIGHT, Key.ARROW_RIGHT);
      const third = await page.run(() => text(root.querySelector("dialog h2")));
      await keys(Key.ARROW_LEFT, Key.ARROW_LEFT, Key.ARROW_LEFT, Key.ARROW_LEFT);
      assert.equal(await page.run(() => text(root.querySelector("dialog h2"))), first);
      await keys(Key.ESCAPE);
      await page.until(() => !root.querySelector("dialog"), "the drill to end");
      assert.equal((await page.focus()).name, page.t("class.start"));

      // What a learner with the same number sees.
      await page.visit(`${site}index.html?view=drill&lang=en&seed=42`);
      await page.until(() => all("h2").length > 0, "the drill");
      await page.run(() => named("button", "Start").click());
      const passed = await page.sort(3, [drill.keys.strategy]);
      assert.deepEqual([passed[0], passed[2]], [first, third]);
    },
    trainer,
  );

  path(
    "an example shows it all, in French too, and on the wall a figure at a time",
    async (page) => {
      page.lang = "fr";
      await page.enter();
      await page.press("empty.example");
      await page.until(() => all(".sf-figure").length === 6, "six figures");
      await accessible(page, "the example");
      await page.press("results.show");
      await page.until(() => root.querySelector("dialog[open]"), "the wall");
      const titles = [];
      for (let at = 0; at < 6; at += 1) {
        titles.push(await page.run(() => text(root.querySelector("dialog h2"))));
        if (at === 1) await accessible(page, "the wall");
        await page.press("show.next");
      }
      assert.deepEqual(titles, await page.figures());
      await page.press("show.end");
      await page.until(() => !root.querySelector("dialog"), "the page again");
      await page.paste(group(2));
      await page.cameTo(page.t("came.taken", { n: 2 }));
      assert.match(await page.figure("square.title"), /Masqué : 2 sur les 5 réponses/);
    },
    trainer,
  );
});
