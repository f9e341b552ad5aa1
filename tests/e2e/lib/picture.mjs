// Pictures of what a page shows, in Chromium: of any width, in light, dark and forced colours, on the screen or on paper.

/** How high a window is that is so wide. */
const HEIGHTS = { 320: 640, 360: 740, 768: 1024, 1280: 900, 1920: 1080 };

/** More than this is no picture any more. */
const HIGHEST = 8000;

/**
 * What `page` shows to a window `width` wide, as a PNG: all of it, or as much as `most` pixels; where a dialogue is in front, what
 * the window shows. `theme` is light or dark; `media` may be print, `forced` the colours of the system.
 */
export async function picture(page, { width, theme = "light", media = "", forced = false, most = HIGHEST }) {
  const tell = (command, details) => page.browser.devtools(command, details);
  const ask = async (expression) => (await tell("Runtime.evaluate", { expression })).result.value;
  await dress(page.browser, { width, theme, media, forced });
  if (media === "print") await ask('dispatchEvent(new Event("beforeprint"))');
  const { cssContentSize } = await tell("Page.getLayoutMetrics");
  const isInFront = await ask('Boolean(document.querySelector("dialog[open]"))');
  const height = isInFront ? HEIGHTS[width] : Math.max(Math.ceil(cssContentSize.height), HEIGHTS[width]);
  await size(page.browser, width, Math.min(height, most));
  const { data } = await tell("Page.captureScreenshot", { format: "png" });
  return Buffer.from(data, "base64");
}

/** Gives the browser a window of that width, without scroll bars, and what its visitor has asked it for. */
export async function dress(browser, { width, theme = "light", media = "", forced = false }) {
  const features = [
    { name: "prefers-color-scheme", value: theme },
    { name: "forced-colors", value: forced ? "active" : "none" },
    { name: "prefers-reduced-motion", value: "reduce" },
  ];
  await browser.devtools("Emulation.setEmulatedMedia", { media, features });
  await browser.devtools("Emulation.setScrollbarsHidden", { hidden: true });
  await size(browser, width, HEIGHTS[width]);
}

const size = (browser, width, height) =>
  browser.devtools("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });

/** Makes the browser an ordinary one again. */
export async function ordinary(browser) {
  await browser.devtools("Emulation.setScriptExecutionDisabled", { value: false });
  await browser.devtools("Emulation.clearDeviceMetricsOverride");
  await browser.devtools("Emulation.setScrollbarsHidden", { hidden: false });
  await browser.devtools("Emulation.setEmulatedMedia", { media: "", features: [] });
}
