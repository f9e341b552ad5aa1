// The result and the map as pictures: shown as they will be, drawn with all their words, offered as two kinds of file.
import assert from "node:assert/strict";
import { PlanPage } from "./lib/plan.mjs";
import { visitors } from "./lib/suite.mjs";

/** What the picture in view is, once it is drawn: its size, what it is called, and of how many colours it is. */
async function drawn(page) {
  await page.until(() => all("img").some(({ src, naturalWidth }) => src.startsWith("blob:") && naturalWidth), "a PNG");
  return page.run(() => {
    const [image] = all("img");
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const points = new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
    const { right } = image.getBoundingClientRect();
    return { width: image.naturalWidth, alt: plain(image.alt), colours: new Set(points).size, paper: points[0], right };
  });
}

/** Saves it as both kinds of file, and gives what they are called. */
async function saved(page, key) {
  await page.run(() => {
    window.offered = [];
    HTMLAnchorElement.prototype.click = function () {
      window.offered.push([this.download, this.href.split(":")[0]]);
    };
  });
  await page.listen();
  for (const kind of ["PNG", "SVG"]) await page.press(key, { kind });
  const formats = await page.heard("sf-export");
  assert.deepEqual(formats, [{ format: "png" }, { format: "svg" }]);
  return page.run(() => window.offered);
}

visitors("Pictures", (path) => {
  for (const lang of ["en", "fr"]) {
    path(
      `of a result (${lang})`,
      async (page) => {
        await page.open();
        await page.take("full", Array(17).fill(1));
        await page.press("result.picture_save");
        const { width, alt, colours, paper, right } = await drawn(page);
        assert.equal(width, 1800, "twice its size, for sharp print");
        assert.ok(alt.startsWith(page.t("result.picture")) && alt.includes(await page.heading()), alt);
        assert.ok(colours > 20 && paper === 0xffffffff, `${colours} colours on ${paper.toString(16)}`);
        assert.ok(right <= 1280);
        const files = await saved(page, "result.picture_as");
        assert.deepEqual(
          files.map(([name, scheme]) => [name.replace(/\d/g, "0"), scheme]),
          ["png", "svg"].map((kind) => [`strategy-first-0000-00-00.${kind}`, "blob"]),
        );
      },
      { as: PlanPage, lang },
    );

    path(
      `of the map (${lang})`,
      async (page) => {
        await page.openExample();
        await page.look("map");
        await page.press("map.picture");
        const { alt, colours, paper, right } = await drawn(page);
        const { title, tactics } = await page.kept();
        const counted = page.t("page.labelled", { label: page.said("tables", "tactics", "title"), value: tactics.length });
        assert.ok(alt.startsWith(title.replace(/\s+/g, " ")) && alt.includes(counted), `${alt}: ${counted}`);
        assert.ok(colours > 10 && paper === 0xffffffff && right <= 1280);
        const files = await saved(page, "map.picture_as");
        assert.deepEqual(
          files.map(([name]) => name.replace(/\d/g, "0")),
          ["png", "svg"].map((kind) => `strategy-first-map-0000-00-00.${kind}`),
        );
      },
      { as: PlanPage, lang },
    );
  }
});
