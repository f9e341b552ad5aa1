// The element on pages that allow little: what it needs, and what becomes of it where it can't have that.
import assert from "node:assert/strict";
import { blog, host } from "./lib/host.mjs";
import { visitors } from "./lib/suite.mjs";

/** Notes what a page's owner would find in the console. */
const WATCH = `
  window.seen = { warnings: [], errors: [], refused: [] };
  const { warn, error } = console;
  console.warn = (...words) => { seen.warnings.push(words.join(" ")); warn(...words); };
  console.error = (...words) => { seen.errors.push(words.join(" ")); error(...words); };
  addEventListener("error", ({ message }) => seen.errors.push(message));
  addEventListener("unhandledrejection", ({ reason }) => seen.errors.push(String(reason)));
  document.addEventListener("securitypolicyviolation", ({ blockedURI, effectiveDirective }) =>
    seen.refused.push(effectiveDirective + " " + blockedURI));`;

const HEAD = `<script src="watch.js"></script><script type="module" src="embed.js"></script>`;

/** What guide and contract say that a page has to allow, and nothing else. */
const LEAST = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:";

const POLICIES = [
  { name: "the least", policy: LEAST, stands: "inline" },
  { name: "styles of its own alone", policy: `${LEAST}; style-src 'self'`, stands: "inline" },
  {
    name: "trusted types alone",
    policy: `${LEAST}; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'`,
    stands: "inline",
  },
  {
    name: "no WebAssembly",
    policy: "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:; frame-src 'self'",
    stands: "frame",
    refused: /^script-src wasm-eval$/,
  },
  {
    name: "no fetching of our files",
    policy: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; img-src data:; frame-src 'self'",
    stands: "frame",
    refused: /^connect-src /,
  },
  {
    name: "neither WebAssembly nor frames",
    policy: "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:",
    stands: "link",
    refused: /^(script-src wasm-eval|frame-src http.*)$/,
  },
];

/** What stands in the place of the element. */
const WAITS = {
  inline: () => root.querySelector("select") !== null,
  frame: () => root.querySelector("iframe")?.clientHeight > 200 && !root.querySelector("slot"),
  link: () => window.seen.warnings.length > 0 && !root.querySelector("iframe") && root.querySelector("slot") !== null,
};

for (const one of POLICIES) {
  Object.assign(one, await host(blog(undefined, { head: HEAD }), { files: { "watch.js": WATCH }, policies: { "blog.html": one.policy } }));
}

visitors("Pages that allow little", (path) => {
  for (const { name, stands, refused, site, as } of POLICIES) {
    path(
      `${name}: ${stands}`,
      async (page) => {
        await page.arrive();
        await page.until(WAITS[stands], `it to stand as ${stands}`);
        if (stands === "inline") {
          await page.take("quick", Array(8).fill(1));
          await page.press("app.build");
          await page.until(() => root.querySelector(".sf-desk") !== null, "the builder");
        }
        if (stands === "frame") {
          await page.driver.switchTo().frame(await page.run(() => root.querySelector("iframe")));
          await page.driver.wait(() => page.driver.executeScript("return !!document.querySelector('.sf:not(.sf-first) h2')"), 9000);
          await page.driver.switchTo().defaultContent();
        }
        if (stands === "link") {
          const isSeen = await page.run(() => document.querySelector("strategy-first a").getBoundingClientRect().height > 0);
          assert.ok(isSeen);
        }
        const seen = await page.run(() => window.seen);
        assert.deepEqual(seen.errors, []);
        const said = { inline: [], frame: [/policy.*so it stands in a frame/], link: [/policy.*could not be opened/] }[stands];
        assert.equal(seen.warnings.length, said.length, `${seen.warnings}`);
        said.forEach((words, index) => assert.match(seen.warnings[index], words));
        // How else should it learn of a policy than by what a browser refuses?
        for (const what of seen.refused) assert.match(what, refused ?? /^$/);
        const isOnce = new Set(seen.refused).size === seen.refused.length;
        assert.ok(isOnce, `${seen.refused}`);
      },
      { site, as },
    );
  }
});
