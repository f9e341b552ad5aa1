// Starts one of the pages beside the widget: the trainer's, the pack editor's, the worksheets'.
import { BUILD } from "../build.js";
import { loader } from "../load.js";
import { keep } from "../offline.js";
import { say } from "../sorry.js";
import { nearest, spoken } from "../stage.js";

const base = new URL(".", import.meta.url);
const url = (name) => new URL(`${name}?v=${BUILD}`, base).href;
const root = document.getElementById("app");
const asked = new URL(location).searchParams;
const options = {
  lang: asked.get("lang") ?? spoken(),
  storageKey: asked.get("storage-key") ?? undefined,
  fragment: location.hash,
  shareBase: new URL("./", location).href,
  load: loader(base, BUILD),
  // As in load.js.
  script: async (name, ...given) => (await import(url(`${name}.js`))).default(...given),
  // A script of the release that only some of what a page does needs.
  part: (name) => import(url(`${name}.js`)),
  titled(title, lang) {
    document.title = `${title} · Strategy First`;
    document.documentElement.lang = lang;
  },
};

async function show() {
  const wasm = fetch(url("strategy-first-pages_bg.wasm"));
  // Where both fail, the first to do so is the one to tell of.
  wasm.catch(() => {});
  const program = await import(url("strategy-first-pages.js"));
  await program.default({ module_or_path: wasm });
  const page = new program.Page(document.documentElement.dataset.page, options);
  page.mount(root, await options.load(page.paths()));
}

// A trainer's room may have no network by the time that the code is needed.
if (document.documentElement.dataset.page === "trainer") import(url("qr.js")).catch(() => {});
document.documentElement.lang = nearest(options.lang);
document.documentElement.dataset.theme = asked.get("theme") ?? "";
const shown = show().catch((error) => {
  console.error(error);
  say(root, options.lang, error);
});
// Nor may it have one the next time. Where a browser keeps nothing, the page is as good without it.
shown.then(() => keep(base, "pages", nearest(options.lang))).catch(() => {});
