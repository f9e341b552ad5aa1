// Files that do not come: before the start, and in the middle.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readFileSync } from "node:fs";
import { copy, sentences } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";

const NEEDED = ["strategy-first_bg.wasm", "strategy-first.js", "locales/en.json"];
const without = Object.fromEntries(
  await Promise.all(NEEDED.map(async (name) => [name, await copy({ refuse: [name] })])),
);
const LATER = [
  "drills/strategy-or-tactic.en.json",
  "pages/difference.en.json",
  "packs/quick.en.json",
  "locales/fr.json",
];
const withoutParts = await copy({ refuse: LATER });
const withoutIntroduction = await copy({ refuse: ["packs/full.en.json"] });
const withoutWebAssembly = await copy({ script: "delete window.WebAssembly;" });

/** What the page says in place of the app, at `address`. */
async function says(page, address = page.site) {
  await page.visit(address);
  await page.until(() => all("[role=alert]").length > 0, "a word on what is wrong");
  assert.match(await page.run(() => text(all("h1")[0])), /Strategy/, "what the page is for is still there");
  assert.equal(await page.run(() => all("[role=alert]").length), 1);
  return page.alert();
}

test("without scripts the page says that it needs them", () => {
  const page = readFileSync(`${process.env.SF_DIST}/index.html`, "utf8");
  const [, said] = page.match(/<noscript>([\s\S]*?)<\/noscript>/) ?? [];
  assert.match(said ?? "", /needs JavaScript/);
});

visitors("When files do not come", (path) => {
  for (const [name, site] of Object.entries(without)) {
    path(
      `without ${name} the page says in a sentence what to do, and whoever has just come can try again`,
      async (page) => {
        await page.visit(site);
        const again = () => page.until((again) => named("button", again), "a way to try again", sentences["first.again"]);
        await again();
        assert.equal(await page.status(), sentences["first.failed"]);
        await page.press(sentences["first.again"]);
        await again();
        // Whoever comes by a link to a result has no first card.
        assert.equal(await says(page, `${site}#result=full`), sentences.failed);
      },
      { site },
    );
  }

  path(
    "in a browser without WebAssembly it says what to do",
    async (page) => {
      assert.equal(await says(page), sentences.old);
    },
    { site: withoutWebAssembly },
  );

  path(
    "without the introduction the start is there, and says in its time what is missing",
    async (page) => {
      await page.open();
      assert.equal(await page.heading(), page.t("start.title"));
      await page.press("start.start");
      await page.until((said) => text(all("[role=status]")[0]) === said, "the sentence", page.t("app.failed"));
      await page.start("quick");
      assert.ok(await page.hasButton("question.next"));
    },
    { site: withoutIntroduction },
  );

  path(
    "a part that does not come is said, and everything stays as it was",
    async (page) => {
      await page.open();
      const failed = page.t("app.failed");
      const saysSo = () => page.until((said) => text(all("[role=status]")[0]) === said, "the sentence", failed);
      await page.listen();
      for (const key of ["app.drill", "app.difference"]) {
        await page.press(key);
        await saysSo();
        assert.equal(await page.heading(), page.t("start.title"));
      }
      await page.start("full");
      await page.choose(2);
      const before = await page.place();
      await page.hand.pick(await page.find("select", page.t("language.choose")), "fr");
      await saysSo();
      assert.deepEqual(await page.place(), before);
      assert.equal(await page.run(() => all("select")[0].value), "en", "the list says the language in use");
      assert.deepEqual(await page.heard("sf-error"), Array(3).fill({ code: "load", message: failed }));
      await page.next();
      assert.equal(await page.status(), "");
    },
    { site: withoutParts },
  );
});
