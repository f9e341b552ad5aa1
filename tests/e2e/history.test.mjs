// Results kept, compared, opened again, deleted, brought back; and a quick check that grows into a full one.
import assert from "node:assert/strict";
import { published } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";

const full = published("packs/full.en.json");
const best = full.items.map(({ options }) => options.findIndex((option) => option.score === 3));
const least = full.items.map(({ options }) => options.findIndex((option) => option.score === 0));
const middling = full.items.map(({ options }) => options.findIndex((option) => option.score === 1));

/** `choices` with other ones at some places. */
const but = (choices, others) => choices.map((choice, index) => (index in others ? others[index] : choice));

/** The best answers on the direction, the least on the work. */
const onPaper = full.items.map(({ measures }, index) => (measures === "work" ? least : best)[index]);

/** What the comparison says: its sentences, what follows them, and the rows of its table; null where there is none. */
function comparison(page) {
  const [title] = page.t("compare.title").split("{");
  return page.run((title) => {
    const heading = all("h3").find((heading) => text(heading).startsWith(title));
    if (!heading) return null;
    const list = heading.nextElementSibling;
    const table = heading.parentElement.querySelector("table");
    return {
      sentences: [...list.children].map(text),
      rest: text(list.nextElementSibling),
      rows: [...(table?.tBodies[0].rows ?? [])].map((row) => [...row.cells].map(text)),
    };
  }, title.trim());
}

/** Takes a full check with `choices` from the start page. */
async function takeFull(page, choices) {
  await page.home();
  await page.take("full", choices);
}

/** Opens or deletes the result in a row of the history. */
const openRow = (page, row) =>
  page.step(() => page.run((row) => all("ol li")[row].querySelector("button").click(), row));
const deleteRow = (page, row) =>
  page.step(() => page.run((row) => all("ol li")[row].querySelector("button:last-child").click(), row));

/** The rows of the history: what opens and what deletes each. */
const rows = (page) => page.run(() => all("ol li").map((row) => [...row.querySelectorAll("button")].map(name)));

visitors("Earlier results", (path) => {
  path("a difference inside the band is called none, and the table lists the changed answers alone", async (page) => {
    await page.open();
    await page.take("full", middling);
    assert.equal(await comparison(page), null, "there is nothing to compare the first with");
    await takeFull(page, but(middling, { 0: best[0], 4: null }));
    const { sentences, rows } = await comparison(page);
    const within = (axis) => page.t("compare.within", { axis: full.axes[axis].name });
    assert.deepEqual(sentences, [within("direction"), within("work")]);
    const option = (index, choices) => full.items[index].options[choices[index]].text;
    assert.deepEqual(rows, [
      [full.items[0].text, option(0, middling), option(0, best)],
      [full.items[4].text, option(4, middling), page.t("result.skipped")],
    ]);
  });

  path("a difference beyond the band is said, axis by axis, either way", async (page) => {
    await page.open();
    await page.take("full", least);
    await takeFull(page, onPaper);
    const says = (key, axis) => page.t(key, { axis: full.axes[axis].name });
    const first = await comparison(page);
    assert.deepEqual(first.sentences, [says("compare.higher", "direction"), says("compare.within", "work")]);
    await takeFull(page, least);
    const second = await comparison(page);
    assert.deepEqual(second.sentences, [says("compare.lower", "direction"), says("compare.within", "work")]);
    await takeFull(page, [...least.slice(0, 3), ...Array(14).fill(null)]);
    const third = await comparison(page);
    assert.deepEqual(third.sentences, [says("compare.unknown", "direction"), says("compare.unknown", "work")]);
  });

  path("the same answers again are called the same", async (page) => {
    await page.open();
    await page.take("full", best);
    await page.go("result.retake");
    assert.equal((await page.question()).chosen, -1, "a retake begins with nothing preselected");
    await page.answer(best);
    const { rest, rows } = await comparison(page);
    assert.deepEqual([rest, rows], [page.t("compare.same"), []]);
  });

  path("a result is compared with the last one on the same questions only", async (page) => {
    await page.open();
    await page.take("full", best);
    await page.home();
    await page.take("quick", Array(8).fill(0));
    assert.equal(await comparison(page), null);
  });

  path("the list has the last first; an earlier one opens, and its answers can’t be changed any more", async (page) => {
    await page.open();
    await page.go("app.difference");
    await page.go("app.back");
    await page.take("full", best);
    const earlier = await page.heading();
    await takeFull(page, least);
    const later = await page.heading();
    assert.notEqual(earlier, later);
    await page.go("app.history");
    const list = await page.run(() => all("ol li").map(text));
    assert.ok(list[0].includes(later) && list[1].includes(earlier), list.join(" / "));
    await openRow(page, 1);
    assert.equal(await page.heading(), earlier);
    const words = await page.run(() => all("button").map(text));
    assert.ok(!words.includes(page.t("result.change")), words.join(" / "));
    await page.go("app.history");
    await openRow(page, 0);
    assert.equal(await page.heading(), later);
  });

  path("each row’s buttons are told apart by their names", async (page) => {
    await page.open();
    await page.take("full", best);
    await takeFull(page, least);
    await page.home();
    await page.take("quick", Array(8).fill(0));
    await page.go("app.history");
    const names = (await rows(page)).flat();
    assert.equal(names.length, 6);
    assert.equal(new Set(names).size, 6, names.join(" / "));
  });

  path("a deleted result is gone for good, unless Undo is pressed", async (page) => {
    await page.open();
    await page.take("full", best);
    await takeFull(page, least);
    await page.go("app.history");
    const both = await page.place();
    await deleteRow(page, 1);
    assert.equal(await page.status(), page.t("history.deleted"));
    assert.equal((await rows(page)).length, 1);
    await page.go("app.undo");
    assert.deepEqual(await page.place(), both);
    assert.equal(await page.hasButton("app.undo"), false);
    await page.reload();
    assert.deepEqual(await page.place(), both, "what was brought back stays");
    await deleteRow(page, 0);
    await page.reload();
    assert.equal((await rows(page)).length, 1);
    assert.equal(await page.hasButton("app.undo"), false);
    await deleteRow(page, 0);
    assert.ok((await page.words()).includes(page.t("history.none")));
    await page.go("history.take");
    assert.equal(await page.heading(), full.items[0].text);
  });

  path("Back from the history leads on, also when the result behind it was deleted", async (page) => {
    await page.open();
    await page.take("full", best);
    await page.go("app.history");
    await deleteRow(page, 0);
    await page.go("app.back");
    assert.equal(await page.heading(), page.t("start.title"));
    assert.equal(await page.status(), "");
  });

  path("starting over forgets the check under way and no result, and Undo brings it back", async (page) => {
    await page.open();
    await page.take("full", best);
    await page.home();
    await page.start("full");
    await page.answer([1, 2, 0]);
    const before = await page.place();
    await page.go("app.start_over");
    assert.equal(await page.status(), page.t("app.started_over"));
    assert.equal(await page.hasButton("start.resume"), false);
    assert.ok(await page.hasButton("app.history"), "the result is still there");
    await page.go("app.undo");
    assert.deepEqual(await page.place(), before);
    assert.equal(await page.status(), page.t("app.undone"));
    await page.back();
    assert.equal((await page.question()).chosen, 0);
    await page.go("app.start_over");
    await page.start("full");
    assert.equal((await page.question()).chosen, -1);
    assert.equal(await page.hasButton("app.undo"), false, "a new check takes the old one’s place");
  });

  path("Undo brings back what was deleted, and takes nothing that was done since", async (page) => {
    await page.open();
    await page.start("quick");
    await page.go("app.start_over");
    await page.go("app.drill");
    await page.go("start.start");
    const [first] = page.choicesInDrill();
    await page.go(first);
    const reason = await page.run(() => text(all("[part=card]")[0]));
    if (await page.hasButton("app.undo")) await page.go("app.undo");
    await page.home();
    await page.go("app.drill");
    assert.equal(await page.run(() => text(all("[part=card]")[0])), reason, "the drill is where it was");
  });

  path("a changed answer renews the result, and adds none", async (page) => {
    await page.open();
    await page.take("full", best);
    const before = await page.heading();
    for (const [index, item] of full.items.entries()) {
      if (item.stage !== "OBJ" && item.stage !== "CHO") continue;
      await page.go("result.change_full", { question: item.text });
      assert.equal((await page.question()).chosen, best[index]);
      await page.choose(least[index]);
      await page.next();
    }
    assert.notEqual(await page.heading(), before);
    assert.equal(await comparison(page), null);
    await page.go("app.history");
    assert.equal((await rows(page)).length, 1);
  });

  path("the full check after the quick one asks only what is left, and keeps the eight answers", async (page) => {
    const quick = page.pack("quick");
    const choices = [1, 0, 2, 3, 0, 1, 2, 3];
    await page.open();
    await page.take("quick", choices);
    assert.ok((await page.words()).includes(page.t("result.full_note", { n: 9 })));
    await page.go("result.full");
    const asked = [];
    for (let question = 1; question <= 9; question += 1) {
      const { text, progress } = await page.question();
      assert.ok(progress.startsWith(page.t("question.progress", { n: question, total: 9 })), progress);
      asked.push(text);
      await page.choose(0);
      await page.next();
    }
    const known = new Set(quick.items.map((item) => item.id));
    assert.deepEqual(
      asked,
      full.items.filter((item) => !known.has(item.id)).map((item) => item.text),
    );
    const given = await page.run(
      (texts) => texts.map((wanted) => text(all("li").find((row) => text(row).startsWith(wanted)))),
      quick.items.map((item) => item.text),
    );
    for (const [index, item] of quick.items.entries()) {
      assert.ok(given[index].includes(item.options[choices[index]].text), given[index]);
    }
  });
});
