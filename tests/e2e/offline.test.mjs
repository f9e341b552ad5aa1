// Without a network: what was seen once opens again, whole and of one build, and the page can be installed.
import assert from "node:assert/strict";
import { OTHER_WORD, Site } from "./lib/builds.mjs";
import { PlanPage } from "./lib/plan.mjs";
import { SAVES } from "./lib/scripts.mjs";
import { visitors } from "./lib/suite.mjs";

/** Every engine has a site of its own, for its network is cut. */
const sites = new Map();
async function siteFor(browser, of = "", more = {}) {
  const key = `${browser.engine.name} ${of}`;
  if (!sites.has(key)) sites.set(key, await Site.open(more));
  return sites.get(key);
}

// They come back by the address: as its driver reloads a page, Firefox asks no worker.

/** A visitor to a site that may go. */
async function visit(browser, site) {
  const page = await browser.visitor(site.address, { as: PlanPage });
  await page.open();
  return page;
}

/** The names that the browser keeps of a site, by build. */
const kept = (page) =>
  page.run(async () => {
    const builds = {};
    for (const build of await caches.keys()) {
      const requests = await (await caches.open(build)).keys();
      builds[build.split(" ").at(-1)] = requests.map(({ url }) => new URL(url).pathname.slice(1));
    }
    return builds;
  });

/** The milliseconds that a worker may take over some fifty files, beside two other browsers. */
const PATIENCE = 60_000;

/** Waits until all of a build is kept, and gives the builds. */
const isKept = (page, count) =>
  page.driver.wait(
    () => page.run(async (count) => {
      const builds = await caches.keys();
      const keeps = async (build) => (await (await caches.open(build)).match("/plan/words.en.json", { ignoreSearch: true })) !== undefined;
      return builds.length === count && (await Promise.all(builds.map(keeps))).every(Boolean) && builds;
    }, count),
    PATIENCE,
    `waited in vain for ${count} builds to be kept`,
  );

visitors("Without a network", (path) => {
  path("the check, the drill, the plan, its Word file and a code are there once the page was seen", async (_, browser) => {
    const site = await siteFor(browser);
    const page = await visit(browser, site);
    await isKept(page, 1);
    site.cut();
    await page.open();
    await page.driver.executeScript(SAVES);
    await page.take("quick", Array(8).fill(1));
    await page.press("result.code");
    await page.until(() => all("svg.sf-qr")[0], "the code with its picture");
    await page.go("app.drill");
    await page.go("start.start");
    await page.home();
    await page.go("app.difference");
    await page.visit(`${site.address}index.html?view=plan`);
    await page.until(() => all(".sf-plan").length === 1, "the plan builder");
    await page.openExample();
    await page.look("map");
    await page.look("weeks");
    await page.driver.executeScript(SAVES);
    await page.go("take.button");
    await page.press("take.word_save");
    await page.until(() => window.saved.length === 1, "the Word file");
  });

  path("half of another build is none: what was kept stays", async (_, browser) => {
    const site = await siteFor(browser, "half updated");
    const page = await visit(browser, site);
    const builds = await isKept(page, 1);
    site.update(["boot.js"]);
    await page.open();
    await page.until(
      async () => {
        const { installing, waiting } = await navigator.serviceWorker.getRegistration();
        return !installing && !waiting && performance.getEntriesByType("resource").some(({ name }) => name.includes("boot.js"));
      },
      "the other worker to give up",
    );
    assert.deepEqual(Object.keys(await kept(page)), builds.map((build) => build.split(" ").at(-1)));
    site.cut();
    await page.open();
    assert.ok(await page.hasButton("start.start"), "the build before");
  });

  path("it can be installed, unless the page’s policy forbids that", async (_, browser) => {
    const manifest = () => document.querySelector("link[rel=manifest]")?.href;
    const site = await siteFor(browser);
    site.mend();
    const page = await visit(browser, site);
    assert.ok((await page.until(manifest, "the manifest")).endsWith("app.webmanifest"));
    if (browser.engine.name === "Chromium") {
      const { errors } = await browser.devtools("Page.getAppManifest");
      assert.deepEqual(errors, []);
      const { installabilityErrors } = await browser.devtools("Page.getInstallabilityErrors");
      assert.deepEqual(installabilityErrors, []);
    }
    const alter = (headers) => {
      headers["content-security-policy"] &&= headers["content-security-policy"].replace(/;? manifest-src 'self'/, "");
    };
    const strict = await siteFor(browser, "strict", { alter });
    const guest = await visit(browser, strict);
    await isKept(guest, 1);
    assert.equal(await guest.run(manifest), null);
  });

  const updated = async (_, browser) => {
    const site = await siteFor(browser, "updated");
    const page = await visit(browser, site);
    const [before] = await isKept(page, 1);
    site.update();
    const asked = site.requests.length;
    await page.run(() => {
      location.hash = "#plan";
    });
    await page.until(() => all(".sf-plan").length === 1, "the plan builder of the build before");
    assert.deepEqual(site.requests.slice(asked), []);
    await page.visit(site.address);
    await page.until((word) => named("button", word), "the other build", OTHER_WORD);
    await isKept(page, 2);
    // The worker of the build before goes with the last page of it.
    await page.driver.wait(async () => {
      const last = await page.driver.getWindowHandle();
      await page.driver.switchTo().newWindow("tab");
      const next = await page.driver.getWindowHandle();
      await page.driver.switchTo().window(last);
      await page.driver.close();
      await page.driver.switchTo().window(next);
      await page.open();
      return page.run(async () => (await caches.keys()).length === 1);
    }, PATIENCE);
    const [after] = await isKept(page, 1);
    assert.notEqual(after, before);
    site.cut();
    await page.open();
    assert.ok(await page.run((word) => Boolean(named("button", word)), OTHER_WORD));
  };
  // There it is taken alone; behind the others, its worker at times never comes to the end of its files.
  const not = { WebKit: "its driver’s browser does not always let a worker end after so many sites" };
  path("another build comes whole, and the pages of the one before keep theirs", updated, { not });
});
