// Everything by keyboard alone: Tab, the arrows, Space and Enter. The hand checks that the focus is never lost on the way.
import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { visitors } from "./lib/suite.mjs";

const stageName = (page, id) => page.pack("quick").stages.find((stage) => stage.id === id).name;

/** Where Tab stops from the heading to the end of the page. */
async function stopsFromHeading(page) {
  const stops = [];
  for (;;) {
    await page.hand.type(Key.TAB);
    const isOver = await page.run(() => {
      const focused = root.activeElement;
      if (!focused || focused === document.body || focused.wasStop) return true;
      focused.wasStop = true;
      return false;
    });
    if (isOver) return stops;
    stops.push((await page.focus()).name);
    assert.ok(stops.length < 80, `Tab goes round: ${stops.join(" → ")}`);
  }
}

/** What can be worked in front of the heading and behind it, in the order of reading; of a group of radio buttons one. */
function workable(page) {
  return page.run(() => {
    const heading = all("h2")[0];
    const isBehind = (element) => heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    const isStop = (element) => {
      if (element.type !== "radio") return true;
      const group = all("input[type=radio]").filter((input) => input.name === element.name);
      return element === (group.find((input) => input.checked) ?? group[0]);
    };
    const isFolded = (element) => element.closest("details:not([open])") && element.localName !== "summary";
    const stops = all("button, a[href], input, select, summary").filter(
      (element) => isStop(element) && !isFolded(element),
    );
    return { front: stops.filter((stop) => !isBehind(stop)).map(name), behind: stops.filter(isBehind).map(name) };
  });
}

visitors("By keyboard alone", (path) => {
  const byKeyboard = (name, walk, settings) => path(name, walk, { by: "keyboard", ...settings });

  for (const lang of ["fr", "en"]) {
    byKeyboard(
      `the quick check to its result (${lang})`,
      async (page) => {
        await page.open();
        await page.start("quick");
        for (const choice of [1, 0, 2, 3, 1, 2, 0, 4]) {
          await page.focusIsOnHeading();
          assert.equal((await page.question()).chosen, -1);
          await page.choose(choice);
          await page.next();
        }
        await page.focusIsOnHeading();
        assert.ok(await page.hasButton("result.full"), "this is the result of the quick check");
      },
      { lang },
    );
  }

  byKeyboard(
    "the full check in French, where Enter on an answer goes on",
    async (page) => {
      await page.open();
      await page.start("full");
      for (let question = 0; question < 17; question += 1) {
        await page.choose(question % 4);
        await page.step(() => page.hand.type(Key.ENTER));
        await page.focusIsOnHeading();
      }
      assert.ok(await page.hasButton("result.retake"));
    },
    { lang: "fr" },
  );

  byKeyboard("pressing Next without an answer says what is missing, and the focus stays", async (page) => {
    await page.open();
    await page.start("quick");
    const question = await page.heading();
    await page.press("question.next");
    await page.until(() => text(all("[role=alert]")[0]), "the error");
    assert.deepEqual([await page.heading(), (await page.focus()).name], [question, page.t("question.next")]);
  });

  byKeyboard(
    "from the result: a step opened, an answer changed, and back at the result",
    async (page) => {
      const [item] = page.pack("quick").items;
      await page.open();
      await page.quickly(() => page.take("quick", [0, 0, 0, 0, 0, 0, 0, 0]));
      await page.fold(stageName(page, item.stage));
      const isOpen = await page.run(
        () => root.activeElement.localName === "summary" && root.activeElement.parentElement.open,
      );
      assert.ok(isOpen, "Space opens the step, and the focus stays on it");
      const change = page.t("result.change_full", { question: item.text });
      await page.go(change);
      await page.focusIsOnHeading();
      assert.deepEqual([await page.heading(), (await page.question()).chosen], [item.text, 0]);
      await page.choose(1);
      await page.next();
      await page.focusIsOnHeading();
      await page.fold(stageName(page, item.stage));
      const answer = await page.run((change) => text(named("button", change).closest("li")), change);
      assert.ok(answer.includes(item.options[1].text), answer);
    },
    { lang: "fr" },
  );

  for (const lang of ["fr", "en"]) {
    byKeyboard(
      `from the result to the drill, the difference and the history, and back each time (${lang})`,
      async (page) => {
        await page.open();
        await page.quickly(() => page.take("quick", [1, 1, 1, 1, 1, 1, 1, 1]));
        const result = await page.heading();
        for (const key of ["app.drill", "app.difference", "app.history"]) {
          await page.go(key);
          await page.focusIsOnHeading();
          await page.go("app.back");
          await page.focusIsOnHeading();
          assert.equal(await page.heading(), result);
        }
      },
      { lang },
    );

    byKeyboard(
      `the drill: sorting, the reason, the next statement (${lang})`,
      async (page) => {
        await page.open({ view: "drill", seed: "7" });
        await page.go("start.start");
        const [first] = (await page.buttons()).slice(1);
        await page.focusIsOnHeading();
        await page.go(first);
        const { name, tag } = await page.focus();
        assert.match(name, /^(Yes|Rather|Oui|Plutôt)/, `the verdict has the focus, not the ${tag} ‘${name}’`);
        await page.go("drill.next");
        await page.focusIsOnHeading();
        assert.ok((await page.words()).includes(page.t("drill.progress", { n: 2, total: 20 })));
      },
      { lang },
    );
  }

  byKeyboard("the history: an earlier result opened, deleted and brought back", async (page) => {
    await page.open();
    await page.quickly(() => page.take("quick", [1, 1, 1, 1, 1, 1, 1, 1]));
    await page.go("app.history");
    const [open, remove] = (await page.buttons()).slice(1);
    await page.go(open);
    await page.focusIsOnHeading();
    await page.go("app.history");
    await page.go(remove);
    await page.focusIsOnHeading();
    await page.go("app.undo");
    await page.focusIsOnHeading();
    assert.ok((await page.buttons()).includes(open));
  });

  byKeyboard("the language, with the focus kept on the list", async (page) => {
    await page.open();
    await page.start("quick");
    await page.switchTo("fr");
    assert.equal((await page.focus()).name, page.t("language.choose"));
  });

  for (const [screen, reach] of Object.entries({
    start: () => {},
    question: (page) => page.start("quick"),
    result: (page) => page.take("quick", [0, 1, 2, 3, 0, 1, 2, 3]),
    difference: (page) => page.go("app.difference"),
    drill: (page) => page.go("app.drill"),
  })) {
    byKeyboard(`Tab goes through the ${screen} in the order of reading, and out of it`, async (page) => {
      await page.open();
      await page.quickly(() => reach(page));
      await page.run(() => all("h2")[0].focus());
      const { front, behind } = await workable(page);
      const stops = await stopsFromHeading(page);
      assert.deepEqual(stops.splice(0, behind.length), behind);
      // A browser without a bar of its own begins again at the top.
      assert.deepEqual(stops, front.slice(0, stops.length));
    });
  }
});
