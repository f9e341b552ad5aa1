// Starts the app on the standalone page: everything it needs is asked for at once, then it is mounted.
import { loader, adopt } from "./load.js";

// Both are filled in by the build: its name, and for each language what is said where the app cannot start.
const BUILD = "__BUILD__";
const SENTENCES = __SENTENCES__;
const VIEWS = ["all", "quiz", "drill"];

/** The options for the app, from the page's address. */
export function options(address, languages) {
  const asked = new URL(address).searchParams;
  const one = (name, allowed) => (allowed.includes(asked.get(name)) ? asked.get(name) : undefined);
  return {
    lang: asked.get("lang") || languages.find(isHere) || "en",
    view: one("view", VIEWS),
    theme: one("theme", ["auto", "light", "dark"]),
    pack: asked.get("pack") || "full",
    storageKey: asked.get("storage-key") || undefined,
    ctaHref: asked.get("cta-href") || undefined,
    ctaLabel: asked.get("cta-label") || undefined,
    seed: asked.get("seed") || undefined,
    fragment: new URL(address).hash,
    shareBase: address.split("#")[0],
    headingLevel: "1",
    titled(title, lang) {
      document.title = `${title} · Strategy First`;
      document.documentElement.lang = lang;
    },
  };
}

/** The language to fetch early for a wanted tag; the app decides for itself, and fetches another if it must. */
function nearest(wanted) {
  const base = (tag) => tag.toLowerCase().split("-")[0];
  return Object.keys(SENTENCES).find((tag) => base(tag) === base(wanted)) ?? "en";
}

function isHere(wanted) {
  return nearest(wanted) !== "en" || wanted.toLowerCase().startsWith("en");
}

async function start(root, asked) {
  const base = new URL(".", import.meta.url);
  const here = (name) => new URL(`${name}?v=${BUILD}`, base).href;
  const load = loader(base, BUILD);
  const near = nearest(asked.lang);
  document.documentElement.lang = near;
  if (asked.theme) document.documentElement.dataset.theme = asked.theme;
  // Everything is asked for at once. The app asks for the same files again, and gets these.
  const module = fetch(here("strategy-first_bg.wasm"));
  const words = [`locales/${near}.json`];
  if (["full", "quick"].includes(asked.pack)) words.push(`packs/${asked.pack}.${near}.json`);
  load(words);
  const styles = load(["strategy-first.css"]);
  const app = await import(here("strategy-first.js"));
  await app.default({ module_or_path: module });
  adopt(document, (await styles)[0] ?? "");
  const opening = new app.Opening({ ...asked, load });
  opening.mount(root, await load(opening.paths()));
}

/** What to do where the app cannot start, in the visitor's language. */
function say(root, lang, error) {
  const { failed, old } = SENTENCES[nearest(lang)];
  // A policy may forbid WebAssembly; then it is there, and compiling fails.
  const isOld = typeof WebAssembly !== "object" || error instanceof WebAssembly.CompileError;
  const words = document.createElement("p");
  words.setAttribute("role", "alert");
  words.textContent = isOld ? old : failed;
  root.querySelector(".first")?.append(words);
}

const root = document.getElementById("app");
// A link's result gives way to the visitor's own check, so that a reload in the middle of it goes on with that.
for (const name of ["sf-start", "sf-step"]) {
  root.addEventListener(name, () => history.replaceState(null, "", location.pathname + location.search));
}
// Another link opened in the same tab changes no more than the fragment.
addEventListener("hashchange", () => location.hash.startsWith("#result=") && location.reload());
const asked = options(location.href, navigator.languages ?? []);
start(root, asked).catch((error) => {
  console.error(error);
  say(root, asked.lang, error);
});
