import { Browser, CHROMIUM, FIREFOX } from "./lib/engines.mjs";
import { PlanPage } from "./lib/plan.mjs";
import { BASE } from "./lib/site.mjs";
import { writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
const which = process.argv[2] ?? "CHROMIUM";
const paper = process.argv[3] ?? "A4";
const langs = (process.argv[4] ?? "en").split(",");
const browser = await Browser.start({ CHROMIUM, FIREFOX }[which]);
const size = paper === "A4" ? { width: 21, height: 29.7 } : { width: 21.59, height: 27.94 };
const print = async (name) => { await new Promise((r) => setTimeout(r, 500));
  const data = await browser.driver.printPage({ ...size, shrinkToFit: false });
  const file = `/tmp/pics/${which}-${paper}-${name}.pdf`;
  writeFileSync(file, Buffer.from(data, "base64"));
  console.log(name, execFileSync("pdfinfo", [file], { encoding: "utf8" }).match(/Pages:\s+\d+/)[0]);
};
try {
  for (const lang of langs) {
    const page = await browser.visitor(BASE, { as: PlanPage, lang });
    await page.openExample();
    await page.look("document");
    for (const outline of process.argv[5] ? [] : Object.keys(page.outlines())) {
      await page.hand.pick(await page.find("select", page.t("document.order")), outline);
      await new Promise((r) => setTimeout(r, 500));
      await print(`${outline}-${lang}`);
    }
    await page.look("one_page");
    await print(`page-${lang}`);
    for (const view of ["map", "weeks"]) { await page.look(view); await new Promise((r) => setTimeout(r, 300)); await print(`${view}-${lang}`); }
    await page.open();
    await page.take("full", page.pack("full").items.map((item, i) => (i * 2 + 1) % item.options.length));
    await print(`result-${lang}`);
  }
} catch (e) { console.log(e); } finally { await browser.quit(); }
