// The guide's recipes and the npm package, each tried as somebody would: up to the first answer, in one browser.
import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { promisify } from "node:util";
import { CHROMIUM } from "./lib/engines.mjs";
import { RecipePage, fromGuide, policyFor, serve } from "./lib/recipe.mjs";
import { BASE } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";

const run = promisify(execFile);
const repository = (path) => new URL(`../../${path}`, import.meta.url).pathname;
const scratch = mkdtempSync(join(tmpdir(), "strategy-first-recipes-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

const put = (path, text) => {
  mkdirSync(join(scratch, path, ".."), { recursive: true });
  writeFileSync(join(scratch, path), text);
};

const dist = process.env.SF_DIST;
const tarball = join(dist, readdirSync(dist).find((name) => name.endsWith(".tgz")));

const page = (body) => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,"></head>
  <body>${body}</body>
</html>`;

/** Ways to embed it of which the guide says what a policy must allow, each with what somebody pastes. */
const SNIPPET = fromGuide("html", "<strategy-first", BASE);
const WAYS = {
  "in the page": SNIPPET,
  "in a frame by the element": SNIPPET.replace("<strategy-first", '<strategy-first mode="iframe"'),
  "a plain frame": fromGuide("html", "<iframe", BASE),
};
const policies = {};
for (const [way, body] of Object.entries(WAYS)) {
  put(`${way}.html`, page(body));
  policies[`/${way}.html`] = `default-src 'none'; img-src data:; ${policyFor(way, BASE)}`;
}

/** Everything that is opened below stands in one folder, beside the release. */
const site = await serve({ "/": scratch, "/strategy-first/": dist }, policies);
put("plain.html", page(SNIPPET));
put("at once.html", page(fromGuide("html", "embed.en.js", BASE)));
const project = await install();
const hasHugo = await hugo();

/** A project that has the package from its tarball: nothing is asked of a registry. */
async function install() {
  put("project/package.json", `{ "name": "project", "private": true, "type": "module" }`);
  const options = ["--offline", "--no-audit", "--no-fund", "--ignore-scripts"];
  const cwd = join(scratch, "project");
  await run("npm", ["install", ...options, tarball], { cwd });
  return cwd;
}

/** The blog in `tests/recipes/hugo/`, with the guide's shortcode, and a post with its snippet; false without Hugo. */
async function hugo() {
  const blog = join(scratch, "hugo");
  cpSync(repository("tests/recipes/hugo"), blog, { recursive: true });
  put("hugo/layouts/shortcodes/strategy-first.html", fromGuide("go-html-template", "<strategy-first", BASE));
  put("hugo/content/posts/raw.md", `---\ntitle: Raw\n---\nBefore.\n\n${fromGuide("html", "<strategy-first", "/strategy-first/")}\n`);
  try {
    await run("hugo", ["--quiet", "--source", blog, "--destination", join(scratch, "blog"), "--baseURL", site]);
    return true;
  } catch (error) {
    if (error.code === "ENOENT") return false;
    throw error;
  }
}

visitors(
  "The guide’s recipes",
  (path) => {
    const settings = { site, as: RecipePage };
    const works = (name, address, more) =>
      path(name, async (page) => assert.deepEqual(await page.tries(`${site}${address}`), []), { ...settings, ...more });
    const frames = (name, address) =>
      path(name, async (page) => assert.deepEqual(await page.triesFrame(`${site}${address}`), []), settings);

    works("a plain page, with the files on another origin", "plain.html");
    works("a page that begins with the check, with the card in the script", "at once.html");
    works("in the page, under a policy that allows what the guide says and nothing else", "in the page.html");
    frames("in a frame by the element, under such a policy", "in a frame by the element.html");
    frames("a plain frame, under such a policy", "a plain frame.html");

    const not = hasHugo ? {} : { Chromium: "Hugo is not installed" };
    works("a blog made by Hugo, with the shortcode", "blog/posts/shortcode/", { not });
    works("a blog made by Hugo, with the snippet in the post", "blog/posts/raw/", { not });

    const element = (attributes = "") => `<strategy-first view="quiz" ${attributes}>A link</strategy-first>`;
    const module = (path) => `<script type="module" src="${path}"></script>`;
    put("project/plain.html", page(module("node_modules/strategy-first/dist/embed.js") + element()));
    works("the npm package out of node_modules, with no build", "project/plain.html");

    const [files, inFrame] = ['base="files/"', 'base="files/" mode="iframe"'];
    put("project/main.js", `import "strategy-first";`);
    put("project/public/index.html", page(module("main.js") + element(files)));
    put("project/public/framed.html", page(module("main.js") + element(inFrame)));
    cpSync(join(project, "node_modules/strategy-first/dist"), join(project, "public/files"), { recursive: true });
    const bundle = ["main.js", "--bundle", "--minify", "--format=esm", "--outfile=public/main.js"];
    execFileSync(repository("node_modules/.bin/esbuild"), bundle, { cwd: project, stdio: "pipe" });
    works("the npm package in a bundler’s build, with its files in a public folder", "project/public/");
    frames("the same build, in a frame", "project/public/framed.html");
  },
  [CHROMIUM],
);

const SAMPLE = `
import "strategy-first";
import { StrategyFirst, define, type CompleteDetail } from "strategy-first/element.js";

define();
const element = document.createElement("strategy-first");
const same: StrategyFirst = element;
same.headingLevel = 3;
same.ctaHref = "https://example.org/";
element.addEventListener("sf-complete", ({ detail }) => {
  const direction: number | null = detail.strategy;
  console.log(direction, detail.stages.SIT === "mostly");
});
document.addEventListener("sf-step", ({ detail }) => detail.index / detail.total);
window.addEventListener("sf-storage", ({ detail }) => detail.tier === "memory");
const saved = await element.exportState();
await element.importState(saved);
const reading = (detail: CompleteDetail) => detail.reading.includes("on-paper");
reading satisfies (detail: CompleteDetail) => boolean;
// @ts-expect-error there is no such view
element.view = "result";
// @ts-expect-error nor such a detail
document.addEventListener("sf-step", ({ detail }) => detail.answer);
`;

test("TypeScript knows the package’s element, its methods and events", async () => {
  put("project/sample.ts", SAMPLE);
  const tsc = repository("node_modules/typescript/bin/tsc");
  const options = ["--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "sample.ts"];
  await run(process.execPath, [tsc, ...options], { cwd: project }).catch(({ stdout }) => assert.fail(stdout));
});

test("the package holds what the element loads, and little else", () => {
  const { size } = statSync(tarball);
  assert.ok(size < 900_000, `${size} bytes: is there a page in it that nobody embeds? See LEFT_OUT in xtask/src/dist/npm.rs`);
});

test("the class alone registers nothing", async () => {
  const code = `
    globalThis.HTMLElement = class {};
    globalThis.document = { adoptedStyleSheets: [] };
    globalThis.customElements = { get: () => undefined, define: (name) => console.log(name) };
    const { define } = await import("strategy-first/element.js");
    console.log("imported");
    define();
    await import("strategy-first");`;
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", code], { cwd: project });
  assert.deepEqual(stdout.trim().split("\n"), ["imported", "strategy-first", "strategy-first"]);
});
