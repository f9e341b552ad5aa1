// Where things stand: on a phone, at 400 %, on a desk; nothing cut off, nothing that jumps, nothing too small to hit.
import assert from "node:assert/strict";
import { FRAME, FramedPage } from "./lib/framed.mjs";
import { journey } from "./lib/journey.mjs";
import { faults } from "./lib/layout.mjs";
import { copy, LANGUAGES } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";

const site = await copy({ files: FRAME });

const SIZES = [
  { width: 320, height: 640 },
  // 1280 × 1024 at 400 %.
  { width: 320, height: 256 },
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1280, height: 900 },
  { width: 320, height: 640, isSpaced: true },
  { width: 1280, height: 900, isSpaced: true },
];

/** In the other languages nothing but the length of words is other. */
const ONCE = Object.fromEntries(["Firefox", "WebKit"].map((engine) => [engine, "the first language shows what is the engine’s"]));

visitors("Where things stand", (path) => {
  const framed = (name, walk, settings) => path(name, walk, { as: FramedPage, site, ...settings });

  for (const lang of LANGUAGES) {
    framed(
      `nothing is cut off or too small in any state, at any width, with wide spacing too (${lang})`,
      async (page) => {
        const found = {};
        await journey(page, async (state) => {
          for (const [fault, where] of await faults(page, SIZES)) (found[fault] ??= []).push(`${state}, ${where}`);
        });
        assert.deepEqual(found, {});
      },
      { lang, not: lang === "en" ? {} : ONCE },
    );

    for (const pack of ["full", "quick"]) {
      framed(
        `from question to question neither the card’s height nor the place of Next changes (${pack}, ${lang})`,
        async (page) => {
          const sizes = [
            [360, 740],
            [768, 1024],
            [1280, 900],
          ];
          const places = Object.fromEntries(sizes.map((size) => [size.join(" × "), new Map()]));
          await page.open();
          await page.start(pack);
          for (const item of page.pack(pack).items) {
            for (const size of sizes) {
              await page.size(...size);
              await page.still();
              const place = await page.run(() => {
                const box = (selector) => all(selector)[0].getBoundingClientRect();
                // It stays in view where the card is higher than the window, and comes to its place at the card's end.
                scrollTo(0, 0);
                if (box("button[type=submit]").bottom > innerHeight) return "out of view";
                scrollTo(0, document.documentElement.scrollHeight);
                const [card, next] = [box("[part=card]"), box("button[type=submit]")];
                const numbers = [card.height, next.top - card.top, next.right - card.left, next.height];
                return numbers.map(Math.round).join(" ");
              });
              const seen = places[size.join(" × ")];
              seen.set(place, [...(seen.get(place) ?? []), item.id]);
            }
            await page.answer([0]);
          }
          for (const [size, seen] of Object.entries(places)) {
            const told = [...seen].map(([place, items]) => `${place}: ${items.join(" ")}`);
            assert.equal(seen.size, 1, `${size}: card’s height, Next’s top, right and height:\n${told.join("\n")}`);
            assert.ok(!seen.has("out of view"), `${size}: Next is out of view`);
          }
        },
        { lang },
      );
    }
  }

  framed("whatever gets the focus is in view, and nothing lies over it, at 400 % too", async (page) => {
    const hidden = async (state) => {
      await page.size(320, 256);
      const found = await page.run(async () => {
        const lost = [];
        for (const element of all("button, select, summary, input, a[href], h2")) {
          if (element.closest("details:not([open])") && element.localName !== "summary") continue;
          element.focus();
          // WebKit scrolls when it draws.
          await new Promise((then) => requestAnimationFrame(() => setTimeout(then)));
          const target = element.type === "radio" ? element.labels[0] : element;
          const { left, right, top, bottom } = target.getBoundingClientRect();
          // Some of it is enough (WCAG 2.4.11): its beginning, its middle or its end.
          const isSeen = [top + 4, (top + bottom) / 2, bottom - 4].some((y) => {
            const over = document.elementFromPoint((left + right) / 2, y);
            return over && (target.contains(over) || over.contains(target) || element.contains(over));
          });
          if (!isSeen) lost.push(name(element));
        }
        return lost;
      });
      return found.map((element) => `${state}: ${element}`);
    };
    await page.open();
    const found = await hidden("the start");
    await page.start("quick");
    found.push(...(await hidden("a question")));
    await page.go("app.start_over");
    found.push(...(await hidden("the offer to undo")));
    await page.start("quick");
    await page.answer(Array(8).fill(0));
    await page.press("result.link");
    await page.press("result.copy");
    await page.until(() => text(all("[role=status]")[0]), "the status");
    found.push(...(await hidden("the result with a message")));
    assert.deepEqual(found, []);
  });
});
