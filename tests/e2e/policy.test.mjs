// What a careful host and a careful visitor look for: no breach of the policy, no error, no request that nobody asked for.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { SPY } from "./lib/scripts.mjs";
import { copy } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";

const site = await copy({ script: SPY });

/** What is brought ahead of time in the course of a check: the part for what comes after, and what it shares with others. */
const FILES = readdirSync(process.env.SF_DIST);
const MORE = FILES.filter((name) => /^(more|plan-shared-.*more.*)\.wasm$/.test(name)).sort();
/** What shares a result, as a picture or as a code. */
const SHARE = FILES.filter((name) => /^plan-(share|shared-.*-share)\.wasm$/.test(name) && !MORE.includes(name)).sort();

/** Waits until all of these were asked for. */
const areAsked = (page, names, what) =>
  page.until(
    (names) => names.every((name) => performance.getEntriesByType("resource").some((entry) => entry.name.includes(`/${name}`))),
    what,
    names,
  );

/** The files asked for so far, by their paths; a request to anywhere else by its whole address. */
const requests = (page) =>
  page.run((site) => {
    const short = ({ name }) => (name.startsWith(site) ? name.slice(site.length).split("?")[0] : name);
    return performance
      .getEntriesByType("resource")
      .map(short)
      // The worker comes when the browser sees fit; offline.test.mjs is about what it asks for.
      .filter((name) => !["before.js", "worker.js"].includes(name));
  }, page.site);

visitors("Nothing that nobody asked for", (path) => {
  path(
    "over the whole journey: no breach of the policy, no error, no request but for files that are needed",
    async (page, browser) => {
      if (browser.engine.name === "Chromium") await browser.consoleErrors();
      await page.open();
      const first = await requests(page);
      assert.deepEqual([...first].sort(), [
        "boot.js",
        "locales/en.json",
        "more.css",
        "packs/full.en.json",
        "standalone.css",
        "strategy-first.js",
        "strategy-first_bg.wasm",
      ]);
      const asked = async (what, files, act) => {
        const before = await requests(page);
        await act();
        assert.deepEqual((await requests(page)).slice(before.length).sort(), files, what);
      };
      await asked("a whole check", MORE, async () => {
        await page.take("full", Array(17).fill(1));
        await areAsked(page, MORE, "the part for what comes after");
      });
      await asked("the link to the result", [], async () => {
        await page.press("result.link");
        await page.press("result.copy");
        await page.until(() => text(all("[role=status]")[0]), "the status");
      });
      await asked("the picture of the result", SHARE, async () => {
        await page.press("result.picture_save");
        await page.press("result.picture_as", { kind: "SVG" });
      });
      await asked("the code for a trainer", ["code/locale.en.json", "qr.js"], async () => {
        await page.press("result.code");
        await page.until(() => all("svg.sf-qr")[0], "the code with its picture");
      });
      await asked("every part unfolded", [], () =>
        page.run(() => all("details").forEach((part) => (part.open = true))),
      );
      await asked("the difference", ["pages/difference.en.json"], () => page.go("app.difference"));
      await asked("the drill", ["drills/strategy-or-tactic.en.json"], () => page.go("app.drill"));
      await asked("a statement", [], async () => {
        await page.go("start.start");
        await page.go(page.choicesInDrill()[0]);
      });
      await asked("the drill in French", ["drills/strategy-or-tactic.fr.json", "locales/fr.json"], () =>
        page.switchTo("fr"),
      );
      await asked("the start in French", ["packs/full.fr.json"], () => page.home());
      await asked("the history", [], () => page.go("app.history"));
      await asked("the quick check", ["packs/quick.fr.json"], async () => {
        await page.home();
        await page.take("quick", Array(8).fill(0));
      });
      await asked("starting over, and undoing it", [], async () => {
        await page.home();
        await page.start("quick");
        await page.go("app.start_over");
        await page.go("app.undo");
      });
      const { breaches, errors } = await page.run(() => window.noted);
      assert.deepEqual([breaches, errors], [[], []]);
      if (browser.engine.name === "Chromium") assert.deepEqual(await browser.consoleErrors(), []);
    },
    { site },
  );

  path(
    "the policy is a careful host’s, and a breach of it would be seen",
    async (page) => {
      const answer = await fetch(page.site);
      const policy = answer.headers.get("content-security-policy");
      assert.match(policy, /default-src 'none'/);
      assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'/);
      await page.open();
      // The spy sees a breach where there is one: else the test above would show nothing.
      await page.run(() => {
        const style = document.createElement("style");
        style.textContent = "p { color: red }";
        document.head.append(style);
      });
      await page.until(() => window.noted.breaches.length === 1, "the breach to be noted");
    },
    { site },
  );
});
