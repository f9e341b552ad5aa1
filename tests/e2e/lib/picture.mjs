// Pictures of what a page shows, in Chromium: of any width, in light, dark and forced colours, on the screen or on paper.

/** How high a window is that is so wide. */
const HEIGHTS = { 320: 640, 360: 740, 768: 1024, 1280: 900, 1920: 1080 };

/** More than this is no picture any more. */
const HIGHEST = 8000;

/**
 * What `page` shows to a window `width` wide, as a PNG: all of it, or as much as `most` pixels; of a dialogue, what the window
 * shows. `theme` is light or dark; `media` may be print, `forced` the colours of the system.
 */
export async function picture(page, { width, theme = "light", media = "", forced = false, most = HIGHEST }) {
  const tell = (command, details) => page.browser.devtools(command, details);
  const size = (height) =>
    tell("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
  const features = [
    { name: "prefers-color-scheme", value: theme },
    { name: "forced-colors", value: forced ? "active" : "none" },
    { name: "prefers-reduced-motion", value: "reduce" },
  ];
  await tell("Emulation.setEmulatedMedia", { media, features });
  await size(HEIGHTS[width]);
  const { cssContentSize } = await tell("Page.getLayoutMetrics");
  await size(Math.min(Math.max(Math.ceil(cssContentSize.height), HEIGHTS[width]), most));
  const { data } = await tell("Page.captureScreenshot", { format: "png" });
  return Buffer.from(data, "base64");
}

/** Makes the browser an ordinary one again. */
export async function ordinary(browser) {
  await browser.devtools("Emulation.setScriptExecutionDisabled", { value: false });
  await browser.devtools("Emulation.clearDeviceMetricsOverride");
  await browser.devtools("Emulation.setEmulatedMedia", { media: "", features: [] });
}
