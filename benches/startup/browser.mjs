// Chromium as a phone on a slow line has it, with an empty profile.
import { Builder, logging } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";

const { CHROME, CHROMEDRIVER } = process.env;

/** How much slower than this machine. */
export const SLOWDOWN = 4;
/** A slow mobile line, as Lighthouse has it. */
const LINE = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
/** The milliseconds that the browser takes to be at rest. */
const BEGINNING = 2000;
const PHONE = { width: 390, height: 844, deviceScaleFactor: 2, mobile: true };
const DESK = { width: 1280, height: 900, deviceScaleFactor: 1, mobile: false };

/** Opens a browser, has `use` do something with it, and closes it again. */
export async function inBrowser({ isPhone = true, isOnSlowLine = true }, use) {
  const options = new chrome.Options().setChromeBinaryPath(CHROME);
  options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars", "--lang=en-GB");
  const prefs = new logging.Preferences();
  prefs.setLevel(logging.Type.PERFORMANCE, logging.Level.ALL);
  options.setLoggingPrefs(prefs);
  options.setPerfLoggingPrefs({ enableNetwork: true, enablePage: false });
  const service = new chrome.ServiceBuilder(CHROMEDRIVER);
  const driver = await new Builder().forBrowser("chrome").setChromeOptions(options).setChromeService(service).build();
  const tell = (command, details) => driver.sendAndGetDevToolsCommand(command, details);
  try {
    // Its own pages, which it loads when it begins, are not to be measured.
    await driver.sleep(BEGINNING);
    await tell("Emulation.setDeviceMetricsOverride", isPhone ? PHONE : DESK);
    if (isOnSlowLine) await tell("Network.emulateNetworkConditions", LINE);
    await tell("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
    return await use(driver, tell);
  } finally {
    await driver.quit();
  }
}

/** What has come over the line since this was last asked, as the protocol tells it. */
export async function traffic(driver) {
  const entries = await driver.manage().logs().get(logging.Type.PERFORMANCE);
  return entries.map(({ message }) => JSON.parse(message).message).filter(({ method }) => method.startsWith("Network."));
}
