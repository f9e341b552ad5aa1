// Looking at a plan in other ways changes nothing in it; what is pressed there leads to the thing; and no text is markup.
import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { inWords, PlanPage, withoutDay } from "./lib/plan.mjs";
import { SPY } from "./lib/scripts.mjs";
import { copy, published } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";

/** What runs if a text is ever taken for markup, and what else people may write. */
const HOSTILE = [
  `<img src=x onerror="window.hacked = 1">`,
  `"><script>window.hacked = 2</script>`,
  `'" onfocus="window.hacked = 3" autofocus="`,
  "Wirtschaftsförderung".repeat(100),
  "👩‍🌾 🇫🇷 ‮txet desrever‬ שלום עליכם مرحبا بكم",
];

/** What stands in a plan besides texts that people write. */
const NO_TEXT = /^(id|format|language|created|updated|start|end|due|date|look_again|currency|url)$|_ids?$/;
const CODES = /^(scope|kind|status|priority|method_kind)$/;

/** The plan with something hostile in every field that holds a text. */
function hostile(plan) {
  let count = 0;
  const turned = (value, key) => {
    if (Array.isArray(value)) return value.map((one) => turned(one, key));
    if (value !== null && typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, turned(held, name)]));
    }
    if (typeof value !== "string" || NO_TEXT.test(key) || CODES.test(key)) return value;
    count += 1;
    return HOSTILE[count % HOSTILE.length];
  };
  const made = turned(plan, "");
  assert.ok(count > 100, `${count} texts were changed`);
  return made;
}

const EXAMPLE = "plan/example.en.json";
const attacked = await copy({ script: SPY, files: { [EXAMPLE]: hostile(published(EXAMPLE)) } });

const SECTIONS = ["basics", "situation", "objectives", "choices", "tactics", "action", "control"];

/** Opens every row in view. */
const unfoldAll = (page) => page.run(() => all("details").forEach((part) => part.setAttribute("open", "")));

const day = (text, days) => new Date(Date.parse(text) + days * 86_400_000).toISOString().slice(0, 10);

visitors("Looking at a plan", (path) => {
  for (const lang of ["en", "fr"]) {
    path(
      `the document in four orders, each with its sections, and the plan stays as it is (${lang})`,
      async (page) => {
        await page.openExample();
        const before = withoutDay(await page.kept());
        const order = await page.find("select", page.t("document.order"));
        const { outlines } = published(`plan/outlines.${lang}.json`);
        assert.equal(outlines.length, 4);
        for (const { id, name, sections } of [...outlines, outlines[0]]) {
          await page.step(async () => page.hand.pick(await page.find("select", page.t("document.order")), id));
          const named = sections.map((section) => section.name);
          const shown = () => page.run(() => all(".sf-section > h3").map((heading) => text(heading).replace(/^\d+\. /, "")));
          // They come one after the other.
          await page.until((count) => all(".sf-section > h3").length >= count, `the sections of ${name}`, named.length);
          assert.deepEqual(await shown(), named, name);
          assert.ok(await page.hasNamed(page.t("undo.undo")), "looking is no step to take back");
        }
        assert.ok(order);
        await page.reload();
        assert.deepEqual(withoutDay(await page.kept()), before);
      },
      { as: PlanPage, lang, once: true },
    );
  }

  path(
    "the map says what hangs loose, and a press leads to it",
    async (page) => {
      const poster = "A poster in the library";
      await page.quickly(async () => {
        await page.openExample();
        await page.toSection("tactics");
        await page.put(`tactics.${await page.add("tactics")}.text`, poster);
        const strategy = await page.run(() => {
          const ticks = [...rowsOf("tactics").at(-1).querySelectorAll(".sf-ticks input:checked")];
          ticks.forEach((tick) => tick.click());
          return ticks.length;
        });
        assert.ok(strategy > 0, "it was made from a strategy");
        // The map is drawn anew a pause after what was typed.
        await page.settled();
        await page.look("map");
      });
      // What the checker says of a thing is not the question here.
      const things = () =>
        page.run(() =>
          all(".sf-thing").map((thing) => {
            const bare = thing.cloneNode(true);
            bare.querySelectorAll(".sf-thing-mark").forEach((mark) => mark.remove());
            return text(bare);
          }),
        );
      const whole = await things();
      const loose = poster + page.t("map.loose");
      assert.deepEqual(
        whole.filter((thing) => thing.includes(page.t("map.loose").split(":")[0] + ":")),
        [loose],
        "one thing hangs loose",
      );
      assert.ok(await page.run(() => all(".sf-map-links path").length > 10), "links are drawn");
      const inWords = () => page.run(() => text(all(".sf-tree")[0]));
      assert.ok((await inWords()).includes(loose), "the tree says the same");

      await page.hand.pick(await page.find("select", page.t("map.show")), "loose");
      const isAlone = async () => (await things()).join() === loose;
      await page.driver.wait(isAlone, 15_000, "waited in vain for it alone", 20);
      await page.step(async () => page.hand.press(await page.until((poster) => all(".sf-thing").find((thing) => text(thing).startsWith(poster)), "the thing", poster)));
      await page.focusIsIn("tactics.6.text");
      assert.equal(await page.held("tactics.6.text"), poster);
    },
    { as: PlanPage, by: "keyboard" },
  );

  path(
    "in the 90 days a bar is moved by keys and by buttons, says its dates, keeps the focus, and is moved back by Undo",
    async (page) => {
      await page.quickly(async () => {
        await page.openExample();
        await page.look("weeks");
      });
      const name = await page.until(() => text(all("button:has(.sf-weeks-bar) .sf-weeks-name")[0]), "a bar");
      const before = withoutDay(await page.kept());
      const { id, start, end } = before.actions.find(({ text }) => text.replace(/\s/g, " ") === name);
      const thing = () =>
        page.until((name) => all("button:has(.sf-weeks-bar)").find((one) => text(one).startsWith(name)), name, name);
      const dates = ({ actions }) => actions.filter((one) => one.id === id).map((one) => [one.start, one.end])[0];
      const moved = async (days) => {
        const [from, to] = [day(start, days), day(end, days)];
        const said = page.t("weeks.moved", { name, start: inWords(from, page.lang), end: inWords(to, page.lang) });
        await page.until((said) => text(all("[role=status]")[0]) === said, `‘${said}’`, said);
        await page.keeps((plan) => dates(plan).join() === [from, to].join(), `moved by ${days}`);
        const isFocused = (wanted) => name(root.activeElement).includes(wanted);
        await page.until(isFocused, "the focus to stay", name);
      };
      await page.hand.reach(await thing());
      await page.hand.type(Key.ARROW_RIGHT);
      await moved(1);
      await page.hand.chord(Key.SHIFT, Key.ARROW_RIGHT);
      await moved(8);
      await page.hand.type(Key.ARROW_LEFT);
      await moved(7);
      await page.press(page.doTo("weeks.day_on", name));
      await moved(8);
      await page.press(page.doTo("weeks.day_back", name));
      await moved(7);
      for (let steps = 0; steps < 5; steps += 1) {
        if (await page.hasNamed(page.t("undo.undo"))) break;
        await page.quickly(() => page.takeBack("move.actions"));
      }
      await page.same(before);
    },
    { as: PlanPage, by: "keyboard" },
  );

  path(
    "one page says what the plan says, has nothing to fill in, and prints",
    async (page) => {
      await page.openExample();
      const { title, basics, strategies, actions, wont_do } = await page.kept();
      await page.look("one_page");
      await page.until(() => all(".sf-sheet-part").length > 4, "the page");
      assert.equal(await page.heading(), title);
      const words = await page.words();
      for (const text of [basics.who, strategies[0].text, wont_do[0].text, actions[0].owner]) {
        assert.ok(words.includes(text.replace(/\s/g, " ")), text);
      }
      assert.equal(await page.run(() => all(".sf-card :is(input, textarea, select)").length), 0);
      await page.run(() => {
        window.print = () => (window.printed = true);
      });
      await page.press("page.print");
      await page.until(() => window.printed, "the print");
    },
    { as: PlanPage },
  );

  path(
    "texts that look like markup are texts in every view, and nothing of them runs",
    async (page) => {
      const wrong = [];
      const harmless = async (where) => {
        await unfoldAll(page);
        const found = await page.run(() => ({
          elements: all(".sf-plan :is(img, script, iframe, [onerror], [onfocus])").map((one) => one.outerHTML),
          hacked: window.hacked ?? null,
          wider: document.documentElement.scrollWidth - innerWidth,
        }));
        if (found.elements.length || found.hacked || found.wider > 0) wrong.push({ where, ...found });
      };
      await page.openExample();
      for (const { id } of published("plan/outlines.en.json").outlines) {
        await page.step(async () => page.hand.pick(await page.find("select", page.t("document.order")), id));
        await page.run(() => dispatchEvent(new Event("beforeprint")));
        await harmless(`the document, ${id}`);
        await page.run(() => dispatchEvent(new Event("afterprint")));
      }
      await page.look("guided");
      for (const section of SECTIONS) {
        await page.toSection(section);
        await harmless(section);
      }
      for (const view of ["map", "weeks", "one_page"]) {
        await page.look(view);
        await harmless(view);
      }
      for (const key of ["plans.button", "tool.button"]) {
        await page.go(key);
        await harmless(key);
      }
      await page.putIn(page.t("tool.name"), HOSTILE[0]);
      await page.answerWith(page.t("tool.no_objective"));
      await page.answerWith(page.t("tool.no"));
      await page.press("tool.see");
      await page.go("tool.wait");
      assert.ok((await page.status()).includes("<img src=x"), "it is said as it was written");
      await harmless("a new tool");
      await page.go("plans.button");
      await page.go("plans.new");
      await page.go("paste.title");
      await page.putIn(page.t("paste.list"), HOSTILE.join("\n"));
      await page.go("paste.add");
      await harmless("a pasted list");
      assert.ok((await page.run(() => text(all("fieldset legend")[0]))).startsWith("<img src=x"));
      assert.deepEqual(wrong, []);
      const { breaches, errors } = await page.run(() => window.noted);
      assert.deepEqual([breaches, errors], [[], []]);
    },
    { as: PlanPage, site: attacked },
  );
});
