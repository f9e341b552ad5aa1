// A result as a link: what it holds, what whoever opens it sees, and what it leaves alone.
import assert from "node:assert/strict";
import { answers } from "./lib/score.mjs";
import { visitors } from "./lib/suite.mjs";

const CHOICES = [1, 0, null, 3, 2, 1, 0, 3, 1, 2, 0, 3, 1, 0, 2, 1, 3];

/** Takes a check to its result, and makes the link to it. */
async function makeLink(page, pack, choices) {
  await page.open();
  await page.take(pack, choices);
  await page.press("result.link");
  return page.until((label) => named("input", label)?.value, "the link", page.t("result.link_label"));
}

/** Visits the page with a fragment, as from a mail. */
const follow = (page, fragment) => page.open({}, fragment);

visitors("A result as a link", (path) => {
  path("holds the pack, the day and the answers in its fragment, and nothing else", async (page) => {
    const link = await makeLink(page, "full", CHOICES);
    const { origin, pathname, search, hash } = new URL(link);
    assert.equal(origin + pathname + search, page.site);
    const pack = page.pack("full");
    const given = Object.entries(answers(pack, CHOICES)).map((pair) => pair.join("~"));
    const parts = Object.fromEntries(
      hash
        .slice(1)
        .split("&")
        .map((part) => part.split("=")),
    );
    const { result, v, on, a, n, ...more } = parts;
    assert.deepEqual([result, v, a, n], ["full", pack.pack_version, given.join("."), `${given.length}`]);
    assert.match(on, /^\d{4}-\d\d-\d\d$/);
    assert.deepEqual(more, {});
    assert.ok(link.length < 2000);
  });

  path("shows the same result to somebody who was never here, and says whose it is", async (page) => {
    const link = await makeLink(page, "full", CHOICES);
    const summary = () => page.run(() => all("[part=result]")[0].innerText.replace(/\n.*(Change|Modifier)/g, ""));
    await page.press("result.link");
    const shown = (await page.heading()) + (await page.run(() => all("svg desc").map(text).join()));
    await page.forgetEverything();
    await page.visit(link);
    await page.isUp();
    const words = await page.words();
    for (const key of ["shared.title", "shared.note", "shared.own"]) assert.ok(words.includes(page.t(key)), key);
    assert.equal((await page.heading()) + (await page.run(() => all("svg desc").map(text).join())), shown);
    assert.ok(await summary());
    const names = await page.buttons();
    for (const key of ["result.change", "result.retake", "result.link"]) assert.ok(!names.includes(page.t(key)), key);
    await page.go("shared.own");
    assert.equal(await page.heading(), page.t("start.title"));
    assert.equal(await page.hasButton("app.history"), false, "somebody else’s result is not kept");
  });

  path("opens in the reader’s language", async (page) => {
    const link = await makeLink(page, "quick", [1, 1, 1, 1, 1, 1, 1, 1]);
    const { readings } = page.pack("quick");
    const heading = await page.heading();
    const reading = Object.keys(readings).find((key) => readings[key].lead === heading);
    await page.forgetEverything();
    page.lang = "fr";
    await follow(page, new URL(link).hash);
    assert.equal(await page.heading(), page.pack("quick").readings[reading].lead);
    assert.ok((await page.words()).includes(page.t("shared.note")));
  });

  path("leaves one’s own check and results as they were", async (page) => {
    const link = await makeLink(page, "quick", [3, 3, 3, 3, 3, 3, 3, 3]);
    await page.forgetEverything();
    await page.open();
    await page.take("quick", [0, 0, 0, 0, 0, 0, 0, 0]);
    const own = await page.heading();
    await page.home();
    await page.start("full");
    await page.answer([1, 2]);
    await page.choose(3);
    const before = await page.place();
    await page.visit(link);
    await page.isUp();
    assert.ok((await page.words()).includes(page.t("shared.note")));
    assert.notEqual(await page.heading(), own);
    await page.open();
    assert.deepEqual(await page.place(), before);
    await page.home();
    await page.go("app.history");
    assert.equal(await page.run(() => all("ol li").length), 1);
    assert.ok((await page.words()).includes(own));
  });

  path("a check begun after reading somebody’s result is still there after a reload", async (page) => {
    const link = await makeLink(page, "quick", [2, 2, 2, 2, 2, 2, 2, 2]);
    await page.forgetEverything();
    await page.visit(link);
    await page.isUp();
    await page.go("shared.own");
    await page.start("quick");
    await page.answer([1, 1]);
    const before = await page.place();
    await page.reload();
    assert.deepEqual(await page.place(), before);
  });

  path("pasted where the page is open already, it is shown too", async (page) => {
    const link = await makeLink(page, "quick", [2, 2, 2, 2, 2, 2, 2, 2]);
    await page.forgetEverything();
    await page.open();
    await page.run((hash) => {
      location.hash = hash;
    }, new URL(link).hash);
    await page.until((note) => document.body && text(document.body).includes(note), "the shared result", page.t("shared.note"));
  });

  const UNREADABLE = {
    "without its answers": "#result=full&v=2.0&on=2026-11-21",
    "cut in the middle of an answer": "#result=full&v=2.0&on=2026-11-21&a=q01~a.q02~",
    "cut in the middle of its count": "#result=full&v=2.0&on=2026-11-21&a=q01~a.q02~a&n=",
    "cut behind its first word": "#result=",
    "with something else in it": "#result=full&v=2.0&on=2026-11-21&a=<b>q01</b>&n=1",
    "longer than any link": `#result=full&v=2.0&on=2026-11-21&a=${"q01~a.".repeat(500)}&n=1`,
  };
  for (const [what, fragment] of Object.entries(UNREADABLE)) {
    const walk = async (page) => {
      await follow(page, fragment);
      assert.equal(await page.status(), page.t("shared.unreadable"));
      assert.equal(await page.heading(), page.t("start.title"));
      await page.start("quick");
      assert.equal(await page.status(), "", "it is said once");
    };
    path(`a link ${what} says that it can’t be read, and the check is there`, walk, { once: true });
  }

  path("wherever a link is cut, what is shown is the whole result or the sentence", async (page) => {
    const { hash } = new URL(await makeLink(page, "quick", [2, 2, 2, 2, 2, 2, 2, 2]));
    await page.forgetEverything();
    const dot = hash.lastIndexOf(".");
    // Before the answers, in the middle of one, at the end of one, behind the last, and in their count.
    const ends = [hash.indexOf("&a="), dot + 1, dot, hash.indexOf("&n="), hash.length - 1];
    for (const end of ends) {
      await follow(page, hash.slice(0, end));
      assert.equal(await page.status(), page.t("shared.unreadable"), hash.slice(0, end));
    }
  });

  path("answers to questions that are not here any more are counted, and the rest is shown", async (page) => {
    const link = new URL(await makeLink(page, "quick", [2, 2, 2, 2, 2, 2, 2, 2]));
    await page.forgetEverything();
    // Of an older version of the questions: an item and an option that are gone.
    const older = link.hash.replace("q02~", "x99~").replace(/q03~\w+/, "q03~zz");
    await follow(page, older);
    const words = await page.words();
    assert.ok(words.includes(page.t("app.unmapped", { n: 2, items: "q03, x99" })), words.slice(0, 600));
    assert.ok(words.includes(page.t("shared.note")));
  });

  path("a link to questions that are not here says so, and the check is there", async (page) => {
    await follow(page, "#result=theirs&v=1&on=2026-11-21&a=q01~a&n=1");
    assert.notEqual(await page.status(), "");
    await page.start("quick");
    assert.ok(await page.hasButton("question.next"));
  });

  path("copying says whether it worked", async (page) => {
    await makeLink(page, "quick", [2, 2, 2, 2, 2, 2, 2, 2]);
    await page.press("result.copy");
    const said = await page.until(() => text(all("[role=status]")[0]), "the status");
    assert.ok([page.t("result.copied"), page.t("result.not_copied")].includes(said), said);
  });

  path("where the browser forbids copying, the link can be selected", async (page) => {
    await makeLink(page, "quick", [2, 2, 2, 2, 2, 2, 2, 2]);
    await page.run(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("forbidden"));
    });
    await page.press("result.copy");
    await page.until((said) => text(all("[role=status]")[0]) === said, "the sentence", page.t("result.not_copied"));
  });
});
