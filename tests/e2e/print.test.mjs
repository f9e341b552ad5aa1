// The result on paper: all words, no controls, nothing cut off, on A4 and on Letter.
import assert from "node:assert/strict";
import { CHROMIUM } from "./lib/engines.mjs";
import { visitors } from "./lib/suite.mjs";

const MM = 96 / 25.4;
/** What is left between the margins that the style sheet sets, in CSS pixels; and the whole, in inches. */
const PAPERS = {
  A4: { width: Math.floor((210 - 32) * MM), inches: { paperWidth: 8.27, paperHeight: 11.69 } },
  Letter: { width: Math.floor(8.5 * 96 - 32 * MM), inches: { paperWidth: 8.5, paperHeight: 11 } },
};

/** Looks at the page as it is printed, `width` wide. */
async function onPaper(page, browser, width, look) {
  await browser.devtools("Emulation.setEmulatedMedia", { media: "print" });
  await browser.devtools("Emulation.setDeviceMetricsOverride", {
    width,
    height: 1000,
    deviceScaleFactor: 1,
    mobile: false,
  });
  try {
    await page.run(() => window.dispatchEvent(new Event("beforeprint")));
    return await look();
  } finally {
    await browser.devtools("Emulation.clearDeviceMetricsOverride");
    await browser.devtools("Emulation.setEmulatedMedia", { media: "" });
  }
}

visitors(
  "On paper",
  (path) => {
    for (const lang of ["en", "fr"]) {
      for (const [paper, { width, inches }] of Object.entries(PAPERS)) {
        path(
          `the result on ${paper} (${lang})`,
          async (page, browser) => {
            const pack = page.pack("full");
            const choices = pack.items.map((item, index) => (index * 2 + 1) % item.options.length);
            await page.open();
            await page.take("full", choices);
            await onPaper(page, browser, width, async () => {
              const { controls, folded, wide, words, colours } = await page.run(() => {
                const isShown = (element) => element.getClientRects().length > 0;
                return {
                  controls: all("button, select, input, label").filter(isShown).map(name),
                  folded: all("details:not([open])").length,
                  wide: all("*")
                    .filter((element) => isShown(element) && element.getBoundingClientRect().right > innerWidth + 1)
                    .map((element) => element.outerHTML.slice(0, 120)),
                  words: plain(app().innerText),
                  colours: [
                    getComputedStyle(all("[part=card]")[0]).color,
                    getComputedStyle(document.body).backgroundColor,
                  ],
                };
              });
              assert.deepEqual(controls, [], "nothing to press");
              assert.equal(folded, 0, "everything is unfolded");
              assert.deepEqual(wide, [], "nothing is wider than the paper");
              for (const [index, item] of pack.items.entries()) {
                const option = item.options[choices[index]];
                for (const text of [item.text, option.text, option.feedback]) assert.ok(words.includes(text), text);
              }
              assert.deepEqual(colours, ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
            });
            const { data } = await browser.devtools("Page.printToPDF", {
              ...inches,
              preferCSSPageSize: false,
              printBackground: false,
            });
            const pdf = Buffer.from(data, "base64").toString("latin1");
            const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g).length;
            assert.ok(pages >= 2 && pages <= 8, `${pages} pages`);
            assert.ok(pdf.length > 20_000, `${pdf.length} bytes`);
          },
          { lang },
        );
      }
    }

    path("in the dark theme it is black on white all the same", async (page, browser) => {
      await page.open({ theme: "dark" });
      await page.take("quick", Array(8).fill(1));
      const colours = await onPaper(page, browser, PAPERS.A4.width, () =>
        page.run(() => [
          getComputedStyle(all("[part=card]")[0]).color,
          getComputedStyle(document.body).backgroundColor,
        ]),
      );
      assert.deepEqual(colours, ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
    });

    path("the page on the difference with all that unfolds", async (page, browser) => {
      await page.open();
      await page.go("app.difference");
      await onPaper(page, browser, PAPERS.A4.width, async () => {
        const [folded, wide] = await page.run(() => [
          all("details:not([open])").length,
          document.documentElement.scrollWidth > innerWidth,
        ]);
        assert.deepEqual([folded, wide], [0, false]);
      });
    });
  },
  [CHROMIUM],
);
