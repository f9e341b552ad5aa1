// What axe can't weigh: the picture, the marks and the rings, in light, in dark, and in the visitor's own colours.
import assert from "node:assert/strict";
import { CONTRAST } from "./lib/contrast.mjs";
import { LANGUAGES } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";

/** How well each part of the picture stands out from what is behind it: those that don't enough. */
const weakInPicture = (page) => {
  page.bring(CONTRAST);
  return page.run(() => {
    const style = (element) => getComputedStyle(element);
    const card = style(all("[part=card]")[0]).backgroundColor;
    const svg = all("figure svg")[0];
    const quarters = [...svg.querySelectorAll(".sf-quarter")].map((quarter) => over(card, style(quarter).fill));
    const band = style(svg.querySelector(".sf-band"));
    const inBand = quarters.map((quarter) => over(`rgb(${quarter})`, [band.fill, Number(band.fillOpacity)]));
    const weak = [];
    const check = (what, least, colour, behind) => {
      for (const other of behind) {
        const ratio = contrast(over(colour), other);
        if (ratio < least) weak.push(`${what}: ${ratio.toFixed(2)}`);
      }
    };
    for (const words of svg.querySelectorAll("text")) {
      const isInside = words.matches(".sf-quarter-name");
      check(text(words), 4.5, style(words).fill, isInside ? [...quarters, ...inBand] : [over(card)]);
    }
    check("the disc", 3, style(svg.querySelector(".sf-point")).fill, inBand);
    check("the band’s edge", 3, band.stroke, quarters);
    const earlier = svg.querySelector(".sf-earlier");
    if (earlier) check("the open disc", 3, style(earlier).stroke, [...quarters, ...inBand]);
    return weak;
  });
};

/** How an answer that is chosen, and one that has the focus, differ from the others. */
const rows = (page) =>
  page.run(() => {
    const look = (row) => {
      const { borderTopColor, borderTopWidth, backgroundColor, outlineStyle, outlineColor, outlineWidth, boxShadow } =
        getComputedStyle(row);
      return {
        border: `${borderTopWidth} ${borderTopColor}`,
        background: backgroundColor,
        shadow: boxShadow,
        ring: outlineStyle === "none" ? "none" : `${outlineWidth} ${outlineColor}`,
      };
    };
    return all("fieldset [part=option]").map(look);
  });

visitors("Colours", (path) => {
  for (const theme of ["light", "dark"]) {
    path(`everything in the picture stands out from what is behind it (${theme})`, async (page) => {
      await page.open({ theme });
      for (const choice of [0, 1, 2, 3]) {
        await page.take("quick", Array(8).fill(choice));
        assert.deepEqual(await weakInPicture(page), []);
        await page.home();
      }
    });

    path(
      `the border of an answer, the ring of the focus and the mark of the chosen one stand out (${theme})`,
      async (page) => {
        await page.open({ theme });
        await page.start("quick");
        await page.choose(1);
        page.bring(CONTRAST);
        const weak = await page.run(() => {
          const card = over(getComputedStyle(all("[part=card]")[0]).backgroundColor);
          const [plain, chosen] = all("fieldset [part=option]").map((row) => getComputedStyle(row));
          const ratios = {
            border: contrast(over(plain.borderTopColor), card),
            chosen: contrast(over(chosen.borderTopColor), card),
          };
          return Object.entries(ratios).filter(([, ratio]) => ratio < 3);
        });
        assert.deepEqual(weak, []);
      },
    );
  }

  const OWN = "there is no way to turn them on from a test";
  for (const lang of LANGUAGES) {
    path(
      `in the visitor’s own colours the chosen answer, the focus and the picture are still there (${lang})`,
      async (page, browser) => {
        await browser.devtools("Emulation.setEmulatedMedia", {
          features: [{ name: "forced-colors", value: "active" }],
        });
        try {
          await page.open();
          assert.ok(await page.run(() => matchMedia("(forced-colors: active)").matches));
          await page.start("quick");
          await page.choose(1);
          const [plain, chosen] = await rows(page);
          assert.notDeepEqual(chosen, plain, "the chosen answer differs");
          assert.ok(
            chosen.ring !== "none" || chosen.border !== plain.border,
            "by more than a background, which the visitor’s replaces",
          );
          await page.run(() => all("fieldset input")[2].focus());
          const [, , focused] = await rows(page);
          assert.notEqual(focused.ring, "none");
          const bare = await page.run(() =>
            all("button")
              .filter((button) => {
                button.focus();
                return getComputedStyle(button).outlineStyle === "none";
              })
              .map(name),
          );
          assert.deepEqual(bare, [], "each button shows the focus");
          const marks = await page.run(() => all(".sf-cell").map((cell) => getComputedStyle(cell).backgroundColor));
          assert.ok(marks.length > 0);
          await page.answer([1, 1, 1, 1, 1, 1, 1, 1]);
          const { fills, strokes } = await page.run(() => {
            const style = (selector) => getComputedStyle(all(`figure svg ${selector}`)[0]);
            return {
              fills: [style(".sf-point").fill, style(".sf-quarter").fill],
              strokes: [style(".sf-band").stroke, style(".sf-quarter").stroke, style(".sf-quarter").fill],
            };
          });
          assert.notEqual(fills[0], fills[1], "the disc is seen");
          assert.notEqual(strokes[0], strokes[2], "the band is seen");
          assert.notEqual(strokes[1], strokes[2], "the quarters are seen");
          assert.deepEqual(await weakInPicture(page), []);
        } finally {
          await browser.devtools("Emulation.setEmulatedMedia", { features: [] });
        }
      },
      { lang, not: { Firefox: OWN, WebKit: OWN } },
    );
  }
});
