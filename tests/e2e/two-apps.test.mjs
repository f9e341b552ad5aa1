// Two apps on somebody else's page, each in a shadow root of its own.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { Page } from "./lib/page.mjs";
import { copy } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";

/** A page with a heading, a form and a style sheet of its own, and room for two widgets. */
const HOST = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Somebody’s blog</title>
    <link rel="icon" href="data:,">
    <script type="module" src="host.js"></script>
  </head>
  <body>
    <h2 id="title">A post</h2>
    <form><label><input type="radio" name="length" checked> one</label><button>Send</button></form>
    <div id="a"></div>
    <p class="sf-title">Words in between</p>
    <div id="b"></div>
  </body>
</html>`;

/** The files of what parts of the program share. */
const SHARED = readdirSync(process.env.SF_DIST)
  .filter((name) => name.startsWith("plan-shared-"))
  .map((name) => name.replace(".wasm", ""));

const SCRIPT = `
  import { program } from "./load.js";
  const url = (name) => new URL(name, import.meta.url).href;
  const { check, part } = program((name) => fetch(url(name)), (name) => import(url(name)), ${JSON.stringify(SHARED)});
  const { Opening } = await check();
  const dressed = async (name) => new CSSStyleSheet().replace(await (await fetch(name)).text());
  const sheets = await Promise.all(["strategy-first.css", "more.css"].map(dressed));
  const load = (paths) => Promise.all(paths.map(async (path) => (await fetch(path)).text()));
  window.widgets = {};
  for (const [id, lang] of [["a", "en"], ["b", "fr"]]) {
    const root = document.getElementById(id).attachShadow({ mode: "open" });
    root.adoptedStyleSheets = sheets;
    const parent = document.createElement("div");
    root.append(parent);
    const opening = new Opening({ load, part, lang, storageKey: id, headingLevel: "3" });
    widgets[id] = opening.mount(parent, await load(opening.paths()));
  }
  window.isUp = true;`;

const load = readFileSync(new URL("../../embed/load.js", import.meta.url), "utf8");
const site = await copy({ files: { "host.html": HOST, "host.js": SCRIPT, "load.js": load } });

/** The host's page, and the two apps on it as pages of their own. */
async function open(page) {
  await page.visit(`${page.site}host.html`);
  await page.until(() => window.isUp, "both apps to be up");
  const app = (id, lang) =>
    new Page(page.browser, page.site, { lang, root: `document.getElementById("${id}").shadowRoot` });
  return [app("a", "en"), app("b", "fr")];
}

const light = (page) => page.run(() => document.body.outerHTML);

visitors("Two apps on one page", (path) => {
  path(
    "each goes its own way, in its own language",
    async (page) => {
      const [a, b] = await open(page);
      assert.deepEqual([await a.heading(), await b.heading()], [a.t("start.title"), b.t("start.title")]);
      const before = await light(page);
      await a.start("quick");
      await b.start("full");
      await a.answer([1, 2]);
      await b.choose(0);
      const place = await b.place();
      await a.answer([1, 1, 1, 1, 1, 1]);
      await a.focusIsOnHeading();
      assert.ok(await a.hasButton("result.retake"));
      assert.deepEqual(await b.place(), place, "the other has not moved");
      assert.equal(await light(page), before, "the host’s own page is as it was");
      assert.equal(await page.driver.getTitle(), "Somebody’s blog");
      await a.switchTo("fr");
      await b.switchTo("en");
      assert.equal(await b.heading(), b.pack("full").items[0].text);
      await page.driver.navigate().refresh();
      await page.until(() => window.isUp, "both apps to be up");
      await a.isUp();
      assert.ok(await a.hasButton("result.retake"), "each is kept under its own name");
      assert.deepEqual([await b.heading(), (await b.question()).chosen], [b.pack("full").items[0].text, 0]);
    },
    { site },
  );

  path(
    "no id or name of radio buttons is there twice, and every reference leads somewhere",
    async (page) => {
      const [a, b] = await open(page);
      await a.start("quick");
      await b.start("quick");
      const read = (app) =>
        app.run(() => {
          const ids = all("[id]").map(({ id }) => id);
          const names = [...new Set(all("[name]").map((input) => input.name))];
          const refers = ["for", "aria-labelledby", "aria-describedby", "aria-controls"];
          const referred = refers.flatMap((by) =>
            all(`[${by}]`).flatMap((element) => element.getAttribute(by).split(" ")),
          );
          return { ids, names, dangling: referred.filter((id) => !ids.includes(id)) };
        });
      const [first, second] = [await read(a), await read(b)];
      const all = [...first.ids, ...second.ids, ...first.names, ...second.names];
      assert.ok(first.ids.length > 4);
      assert.equal(new Set(all).size, all.length, all.join(" "));
      assert.deepEqual([first.dangling, second.dangling], [[], []]);
    },
    { site },
  );

  path(
    "headings begin at the level that the page asks for",
    async (page) => {
      const [a] = await open(page);
      const levels = await a.run(() =>
        all("h1, h2, h3, h4").map((heading) => [heading.getAttribute("aria-level"), heading.localName]),
      );
      assert.deepEqual(
        levels.map(([level]) => level),
        levels.map((_, index) => (index ? "4" : "3")),
      );
    },
    { site },
  );

  path(
    "events tell which app they come from, and bubble out of the shadow root",
    async (page) => {
      const [a, b] = await open(page);
      await page.run(() => {
        window.from = [];
        document.addEventListener("sf-start", (event) => window.from.push(event.target.id));
      });
      await b.start("quick");
      await a.start("quick");
      assert.deepEqual(await page.run(() => window.from), ["b", "a"]);
    },
    { site },
  );

  path(
    "taking one away leaves nothing of it, and the other working",
    async (page) => {
      const [a, b] = await open(page);
      await a.start("quick");
      await b.start("quick");
      await b.answer([1]);
      await page.run(() => window.widgets.a.dispose());
      await page.run(() => document.getElementById("a").remove());
      await b.answer([1, 2]);
      assert.equal(await b.heading(), b.pack("quick").items[3].text);
      await page.run(() => window.widgets.b.dispose());
      // What is left of it must not answer any more.
      const errors = await page.run(() => {
        const errors = [];
        window.addEventListener("error", (event) => errors.push(event.message));
        window.dispatchEvent(new Event("beforeprint"));
        return errors;
      });
      assert.deepEqual(errors, []);
    },
    { site },
  );
});
