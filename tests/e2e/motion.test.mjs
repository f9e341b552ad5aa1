// What moves moves little; nothing at all for visitors who asked for that.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CHROMIUM, FIREFOX, WEBKIT } from "./lib/engines.mjs";
import { visitors } from "./lib/suite.mjs";

/** Each engine as somebody has set it up who wants no motion. */
const still = (() => {
  const chromium = CHROMIUM.capabilities();
  chromium["goog:chromeOptions"].args.push("--force-prefers-reduced-motion");
  const firefox = FIREFOX.capabilities();
  firefox["moz:firefoxOptions"].prefs["ui.prefersReducedMotion"] = 1;
  const config = mkdtempSync(join(tmpdir(), "strategy-first-"));
  process.once("exit", () => rmSync(config, { recursive: true }));
  mkdirSync(join(config, "gtk-3.0"));
  writeFileSync(join(config, "gtk-3.0/settings.ini"), "[Settings]\ngtk-enable-animations=0\n");
  return [
    { ...CHROMIUM, capabilities: () => chromium },
    { ...FIREFOX, capabilities: () => firefox },
    { ...WEBKIT, environment: { XDG_CONFIG_HOME: config } },
  ];
})();

/** What moves right after each of some steps: how long, in milliseconds, and how. */
async function motions(page) {
  const moving = () =>
    page.run(() =>
      document.getAnimations().map((animation) => {
        const frames = animation.effect.getKeyframes();
        return {
          time: animation.effect.getTiming().duration,
          transform: frames.map((frame) => frame.transform).join(),
        };
      }),
    );
  const seen = [];
  await page.open();
  for (const step of [
    () => page.start("quick"),
    () => page.answer([1]),
    () => page.back(),
    () => page.answer(Array(8).fill(1)),
    () => page.go("app.difference"),
  ]) {
    await step();
    seen.push(...(await moving()));
  }
  return seen;
}

visitors("Motion", (path) => {
  path("lasts a fifth of a second at most, and goes eight pixels at most", async (page) => {
    assert.equal(await page.run(() => matchMedia("(prefers-reduced-motion: reduce)").matches), false);
    for (const { time, transform } of await motions(page)) {
      assert.ok(time <= 200, `${time} ms`);
      for (const [, pixels] of transform.matchAll(/(-?[\d.]+)px/g)) assert.ok(Math.abs(pixels) <= 8, transform);
    }
  });
});

visitors(
  "Motion, where none is wanted",
  (path) => {
    path("there is none", async (page) => {
      assert.equal(await page.run(() => matchMedia("(prefers-reduced-motion: reduce)").matches), true);
      assert.deepEqual(await motions(page), []);
    });
  },
  still,
);
