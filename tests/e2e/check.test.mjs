import { visitors } from "./lib/suite.mjs";
visitors("try", (path) => {
  for (const by of ["script", "mouse", "keyboard"]) {
  path("full "+by, async (page) => {
    await page.open();
    await page.take("full", Array(17).fill(1));
    console.log(await page.heading(), await page.focus());
    await page.switchTo("fr");
    console.log(await page.heading(), await page.focus());
  }, { by });
  }
});
