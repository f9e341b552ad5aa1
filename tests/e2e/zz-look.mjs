import { Browser, CHROMIUM, FIREFOX, WEBKIT } from "./lib/engines.mjs";
import { PlanPage } from "./lib/plan.mjs";
import { BASE } from "./lib/site.mjs";
import { writeFileSync } from "node:fs";
const engines = { CHROMIUM, FIREFOX, WEBKIT };
const which = process.argv[2] ?? "CHROMIUM";
const browser = await Browser.start(engines[which]);
const shot = async (page, name) => writeFileSync(`/tmp/pics/${which}-${name}.png`, Buffer.from(await browser.driver.takeScreenshot(), "base64"));
try {
  for (const lang of ["en", "fr"]) {
    const page = await browser.visitor(BASE, { as: PlanPage, lang });
    await browser.driver.manage().window().setRect({ width: 1280, height: 1400 });
    await page.open();
    await page.take("full", page.pack("full").items.map((item, i) => (i * 2 + 1) % item.options.length));
    await page.press("result.picture_save");
    const img = await page.until(() => all("img").find((i) => i.complete && i.naturalWidth && i.src.startsWith("blob:")), "img");
    console.log(which, lang, await page.run((i) => [i.naturalWidth, i.naturalHeight, i.alt, i.src.slice(0, 60), i.clientWidth], img));
    writeFileSync(`/tmp/pics/${which}-result-${lang}.png`, Buffer.from(await img.takeScreenshot(true), "base64"));
    await page.run((i) => i.scrollIntoView(), img);
    await shot(page, `result-page-${lang}`);
    await page.openExample();
    await page.look("map");
    await page.press("map.picture");
    const map = await page.until(() => all("img").find((i) => i.complete && i.naturalWidth && i.src.startsWith("blob:")), "img");
    console.log(which, lang, await page.run((i) => [i.naturalWidth, i.naturalHeight, i.alt, i.clientWidth], map));
    writeFileSync(`/tmp/pics/${which}-map-${lang}.png`, Buffer.from(await map.takeScreenshot(true), "base64"));
    await shot(page, `map-page-${lang}`);
  }
} catch (e) { console.log(e); } finally { await browser.quit(); }
