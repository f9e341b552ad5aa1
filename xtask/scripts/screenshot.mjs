// Takes the README's picture: a question and a result, side by side, as on a phone; and the icons from their drawing.
// usage: node screenshot.mjs FOLDER FOLDER_OF_ICONS, with CHROME, CHROMEDRIVER and SF_BASE_URL set
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PNG } from "pngjs";
import { Builder, By, until } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";

const [pictures, icons] = process.argv.slice(2);
const { CHROME, CHROMEDRIVER, SF_BASE_URL } = process.env;
const [width, height, gap] = [390, 760, 24];
const answers = "q01~b.q02~d.q03~b.q04~c.q05~b.q06~c.q07~c.q08~d.q09~c.q10~b.q11~a.q12~c.q13~c.q14~a.q15~a.q16~a.q17~a";

const options = new chrome.Options().setChromeBinaryPath(CHROME);
options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars");
const driver = await new Builder()
  .forBrowser("chrome")
  .setChromeOptions(options)
  .setChromeService(new chrome.ServiceBuilder(CHROMEDRIVER))
  .build();

try {
  await tell("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 2, mobile: true });
  await tell("Emulation.setEmulatedMedia", { features: [{ name: "prefers-reduced-motion", value: "reduce" }] });
  await driver.get(`${SF_BASE_URL}?lang=en`);
  await (await there('//button[.="Start"]')).click();
  await (await there("(//fieldset//input)[2]")).click();
  const question = await picture();
  await driver.get("about:blank");
  await driver.get(`${SF_BASE_URL}?lang=en#result=full&v=2.0&on=2026-11-21&a=${answers}&n=17`);
  const heading = await there('//*[@class="sf-title"]');
  await driver.executeScript("arguments[0].scrollIntoView({ block: 'start' }); window.scrollBy(0, -44)", heading);
  const result = await picture();
  writeFileSync(join(pictures, "screenshot.png"), PNG.sync.write(beside(question, result)));
  for (const size of [192, 512]) writeFileSync(join(icons, `icon-${size}.png`), await icon(size));
} finally {
  await driver.quit();
}

function there(path) {
  return driver.wait(until.elementLocated(By.xpath(path)), 15_000);
}

function tell(command, details) {
  return driver.sendAndGetDevToolsCommand(command, details);
}

async function picture() {
  const { data } = await tell("Page.captureScreenshot", { format: "png" });
  return PNG.sync.read(Buffer.from(data, "base64"));
}

/** The icon as browsers and phones want it that take no drawing. */
async function icon(size) {
  await tell("Emulation.setDeviceMetricsOverride", { width: size, height: size, deviceScaleFactor: 1, mobile: false });
  const drawing = readFileSync(join(icons, "icon.svg")).toString("base64");
  await driver.get(`data:image/svg+xml;base64,${drawing}`);
  return PNG.sync.write(await picture());
}

function beside(left, right) {
  const both = new PNG({ width: left.width + right.width + gap, height: left.height });
  both.data.fill(0);
  PNG.bitblt(left, both, 0, 0, left.width, left.height, 0, 0);
  PNG.bitblt(right, both, 0, 0, right.width, right.height, left.width + gap, 0);
  return both;
}
