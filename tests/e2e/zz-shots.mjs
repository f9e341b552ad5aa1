import { writeFileSync } from "node:fs";
import { Browser, CHROMIUM } from "./lib/engines.mjs";
import { PlanPage } from "./lib/plan.mjs";
import { BASE } from "./lib/site.mjs";
const browser = await Browser.start(CHROMIUM);
try {
  for (const lang of ["en", "fr"]) for (const theme of ["light", "dark"]) for (const width of [360, 1280]) {
    await browser.driver.sendDevToolsCommand?.("Emulation.setDeviceMetricsOverride", { width, height: 900, deviceScaleFactor: 1, mobile: false });
    const page = await browser.visitor(BASE, { as: PlanPage, lang });
    await page.openPlan({ theme });
    await page.go("start.example");
    await page.keeps(({ tactics }) => tactics.length > 0, "the example");
    await page.go("take.button");
    await page.until(() => all(".sf-take-way").length > 3, "the screen");
    if (theme === "dark") { await page.run(() => all(".sf-take-fold")[0].setAttribute("open", "")); await page.until(() => all(".sf-take-text textarea")[0].value.length > 10, "text"); }
    const h = await page.run(() => document.documentElement.scrollHeight);
    await browser.devtools("Emulation.setDeviceMetricsOverride", { width, height: Math.min(h + 10, 2600), deviceScaleFactor: 1, mobile: false });
    await page.still();
    console.log(lang, theme, width, await page.run(() => [document.documentElement.scrollWidth, innerWidth]));
    writeFileSync(`/tmp/tk/shots/${lang}-${theme}-${width}.png`, Buffer.from(await browser.driver.takeScreenshot(), "base64"));
  }
} finally { await browser.quit(); }
