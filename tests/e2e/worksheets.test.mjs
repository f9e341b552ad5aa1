// Worksheets: chosen, filled from a file, shown as leaves, and printed as they are shown, with nothing cut and nothing lost.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findings } from "./lib/axe.mjs";
import { letters, PAPERS } from "./lib/pdf.mjs";
import { Page } from "./lib/page.mjs";
import { BASE, LANGUAGES, fill, published } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";

const file = (path) => new URL(`../../${path}`, import.meta.url);
const json = (path) => JSON.parse(readFileSync(file(path), "utf8"));
const words = Object.fromEntries(LANGUAGES.map((lang) => [lang, json(`locales/worksheets/${lang}.json`)]));
const example = (lang) => `content/${lang}/example.json`;

/** A result file, with the first answer to every question. */
function resultFile(lang) {
  const answers = Object.fromEntries(published(`packs/full.${lang}.json`).items.map(({ id, options }) => [id, options[0].id]));
  const result = { format: "strategy-first/result", version: 1, id: "r", pack: "full", taken_at: "2026-11-22", answers };
  const path = join(tmpdir(), `strategy-first-result-${process.pid}.json`);
  writeFileSync(path, JSON.stringify(result));
  return path;
}

class Worksheets extends Page {
  async forgetEverything() {
    await this.driver.get(`${BASE}frame.css`);
    await this.driver.executeScript("localStorage.clear(); sessionStorage.clear();");
  }

  isUp() {
    return this.until(() => all(".sf-leaf").length > 0, "the preview");
  }

  t(key, blanks) {
    const held = words[this.lang][key];
    assert.ok(held, `there are no words for ${key}`);
    return fill(held, blanks).replace(/[\u00a0\u202f]/g, " ");
  }

  called(key) {
    return this.t(key);
  }

  /** Does something that changes the leaves, and waits until they are drawn anew. */
  async turn(act) {
    await this.run(() => {
      all(".sf-leaf")[0].isOld = true;
    });
    await act();
    await this.until(() => all(".sf-leaf").length > 0 && !all(".sf-leaf")[0].isOld, "the leaves drawn anew");
  }

  /** Opens a file of this disk. */
  async openFile(path) {
    const field = await this.until(() => all("input[type=file]")[0], "the field for files");
    await this.turn(() => field.sendKeys(path));
  }

  letter() {
    return this.turn(async () => this.hand.press(await this.find("input[type=radio]", this.t("paper.letter"))));
  }

  /** The leaves by their names, and what is wrong with any of them. */
  leaves() {
    return this.run(() => {
      const inside = (leaf) => {
        const [body, foot] = [leaf.querySelector(".sf-leaf-body"), leaf.querySelector(".sf-leaf-foot")];
        const end = Math.max(...[...body.children].map((block) => block.getBoundingClientRect().bottom));
        return end <= foot.getBoundingClientRect().top && leaf.scrollWidth <= leaf.clientWidth + 1;
      };
      return all(".sf-leaf").map((leaf) => ({ name: leaf.getAttribute("aria-label"), isWhole: inside(leaf) }));
    });
  }
}

/** The texts that somebody wrote in a plan: whatever has a blank in it is a sentence or a name. */
function sentences(value) {
  if (typeof value === "string") return value.includes(" ") ? [value] : [];
  return value && typeof value === "object" ? Object.values(value).flatMap(sentences) : [];
}

/** The pages that the browser prints now, each with its words and where they stand, in points. */
async function printed(browser, paper) {
  const size = PAPERS[paper];
  const settings = { ...size, top: 0, bottom: 0, left: 0, right: 0 };
  const input = Buffer.from(await browser.driver.printPage(settings), "base64");
  const html = execFileSync(process.env.PDFTOTEXT, ["-bbox", "-", "-"], { input, encoding: "utf8", maxBuffer: 1e8 });
  const number = (text, name) => Number(text.match(new RegExp(`${name}="([\\d.-]+)"`))[1]);
  const plain = (text) => text.replaceAll("&amp;", "&").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"');
  return html.split("<page ").slice(1).map((page) => {
    const found = [...page.matchAll(/<word ([^>]+)>([^<]*)<\/word>/g)];
    const [width, height] = [number(page, "width"), number(page, "height")];
    const outside = found.filter(([, at]) => {
      const [left, right] = [number(at, "xMin"), number(at, "xMax")];
      return left < 14 || right > width - 14 || number(at, "yMin") < 14 || number(at, "yMax") > height - 14;
    });
    return { text: letters(found.map(([, , word]) => plain(word)).join("")), outside: outside.map(([, , word]) => word) };
  });
}

/** Fails unless what is printed is what the preview shows: as many pages, each with its foot, all within the paper. */
async function printsAsShown(page, browser, paper) {
  const leaves = await page.leaves();
  assert.deepEqual(leaves.filter(({ isWhole }) => !isWhole), [], "nothing runs into the foot or over the edge");
  const pages = await printed(browser, paper);
  assert.equal(pages.length, leaves.length, "as many pages as leaves");
  assert.deepEqual(pages.flatMap(({ outside }) => outside), [], "nothing stands outside the page");
  pages.forEach(({ text }, at) => {
    const { sheet, number } = leaves[at].name.match(/^(?<sheet>.*), page (?<number>\d+ \w+ \d+)$/).groups;
    // A reader of the whole line takes its words in another order.
    const foot = [sheet, "Strategy First"].every((part) => text.includes(letters(part)));
    assert.ok(foot && text.endsWith(letters(number)), `${leaves[at].name} ends ${text.slice(-60)}`);
  });
  return pages.map(({ text }) => text).join("");
}

visitors("Worksheets", (path) => {
  path(
    "are chosen and filled from a file, in either language, with nothing found by axe",
    async (page) => {
      await page.open();
      assert.deepEqual((await page.leaves()).map(({ isWhole }) => isWhole), [true], "the one page, blank");
      const before = await page.storage();
      await page.turn(() => page.press("sheets.all"));
      const blank = await page.leaves();
      assert.deepEqual(await findings(page), []);
      assert.ok(blank.length > 15 && blank.every(({ isWhole }) => isWhole), JSON.stringify(blank));
      await page.openFile(fileURLToPath(file(example("en"))));
      await page.openFile(resultFile("en"));
      const filled = await page.leaves();
      assert.ok(filled.every(({ isWhole }) => isWhole), JSON.stringify(filled));
      const said = letters(await page.run(() => all(".sf-leaf").map((leaf) => leaf.textContent).join(" ")));
      const plan = json(example("en"));
      assert.deepEqual(sentences(plan).filter((text) => !said.includes(letters(text))), []);
      const ticked = await page.run(() => all(".sf-leaf .sf-box-ticked").length);
      assert.ok(ticked >= 17 + 8, `${ticked} boxes are ticked`);
      await page.turn(async () => page.hand.pick(await page.find("select", "Language"), "fr"));
      page.lang = "fr";
      await page.until(() => all(".sf-leaf h3")[0].textContent === "Bilan rapide", "French");
      assert.deepEqual(await page.storage(), before, "nothing is changed by it");
    },
    { as: Worksheets, site: `${BASE}worksheets.html` },
  );

  for (const [lang, paper] of [
    ["en", "Letter"],
    ["fr", "A4"],
  ]) {
    path(
      `are printed as they are shown, blank and filled (${lang}, ${paper})`,
      async (page, browser) => {
        await page.open();
        await page.turn(() => page.press("sheets.all"));
        if (paper === "Letter") await page.letter();
        const blank = await printsAsShown(page, browser, paper);
        for (const { text } of page.pack("full").items) assert.ok(blank.includes(letters(text)), text);
        const { statements } = published(`drills/strategy-or-tactic.${lang}.json`);
        for (const { text, why } of statements) assert.ok(blank.includes(letters(text)) && blank.includes(letters(why)), text);
        await page.openFile(fileURLToPath(file(example(lang))));
        await page.openFile(resultFile(lang));
        const filled = await printsAsShown(page, browser, paper);
        assert.deepEqual(sentences(json(example(lang))).filter((text) => !filled.includes(letters(text))), []);
      },
      {
        as: Worksheets,
        site: `${BASE}worksheets.html`,
        lang,
        not: { WebKit: "its driver prints nothing", ...(lang === "en" && { Firefox: "it takes its time, and prints A4" }) },
      },
    );
  }
});
