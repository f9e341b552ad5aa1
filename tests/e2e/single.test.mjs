// The page in one file, opened from a disk with no server: everything in it works, and it asks nobody for anything.
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { planning } from "./lib/plan.mjs";
import { Page } from "./lib/page.mjs";
import { SAVES } from "./lib/scripts.mjs";
import { published, words } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";

const PATH = `${process.env.SF_DIST}/strategy-first.html`;
const FILE = pathToFileURL(PATH).href;

/** The page on a disk. */
class OnDisk extends planning(Page) {
  async forgetEverything() {
    await this.visit(FILE);
    await this.driver.executeScript("try { localStorage.clear(); sessionStorage.clear(); } catch {}");
  }

  /** Notes what the page asks of anybody, or is kept from asking, from now on. */
  watch() {
    return this.run(() => {
      window.asked = [];
      document.addEventListener("securitypolicyviolation", ({ blockedURI }) => window.asked.push(blockedURI));
    });
  }

  /** Fails if it has asked for anything that is not in itself. */
  async asksNobody() {
    const asked = await this.run(() => [
      ...window.asked,
      ...performance.getEntriesByType("resource").map(({ name }) => name),
    ]);
    assert.deepEqual(
      asked.filter((address) => !/^(blob|data):/.test(address)),
      [],
    );
  }
}

visitors("In one file, from a disk", (path) => {
  path(
    "the check to its result and through a reload, the plan and its Word file, and back, with no request",
    async (page) => {
      await page.open();
      await page.watch();
      assert.equal(await page.run(() => text(all(".sf-kept")[0])), words.en["kept.local"]);
      await page.start("quick");
      await page.choose(1);
      await page.next();
      const place = await page.place();
      await page.reload();
      assert.deepEqual(await page.place(), place, "what it said it would keep is there");
      await page.watch();
      await page.answer(Array(7).fill(1));
      const said = await page.heading();
      await page.asksNobody();
      await page.driver.executeScript(SAVES);
      await page.press("result.picture_save");
      await page.press("result.picture_as", { kind: "PNG" });
      await page.until(() => window.saved.length === 1, "the picture");
      await page.go("app.build");
      await page.until(() => all(".sf-plan").length === 1, "the plan builder");
      assert.equal(await page.run(() => location.hash), "#plan");
      await page.go("take.button");
      await page.press("take.word_save");
      await page.until(() => window.saved.length === 2, "the Word file");
      const [picture, word] = await page.run(() => window.saved.map(({ name, bytes }) => ({ name, size: bytes.length })));
      assert.ok(picture.name.endsWith(".png") && picture.size > 10_000, JSON.stringify(picture));
      assert.ok(word.name.endsWith(".docx") && word.size > 10_000, JSON.stringify(word));
      await page.run(() => history.back());
      await page.until((said) => all("h2").some((title) => text(title) === said), "the result once more", said);
      await page.asksNobody();
    },
    { as: OnDisk, site: FILE },
  );

  path(
    "a session by its link, French by its address, and the drill in either language",
    async (page) => {
      // The link of a session, with the file's address before its fragment.
      await page.visit(`${FILE}#session=1&lang=fr&view=drill&seed=7`);
      await page.isUp();
      assert.equal(await page.heading(), published("drills/strategy-or-tactic.fr.json").title);
      await page.open();
      await page.watch();
      assert.equal(await page.heading(), words.fr["start.title"]);
      await page.go("app.drill");
      await page.switchTo("en");
      assert.ok(await page.hasButton("start.start"));
      await page.asksNobody();
    },
    { as: OnDisk, site: FILE, lang: "fr" },
  );
});

