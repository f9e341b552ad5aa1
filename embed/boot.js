// Starts an app on the standalone page, the check or the plan: everything it needs is asked for at once, then it is mounted.
import { loader, adopt } from "./load.js";

// Both are filled in by the build: its name, and for each language what is said where the app cannot start.
const BUILD = "__BUILD__";
const SENTENCES = __SENTENCES__;
const VIEWS = ["all", "quiz", "plan", "drill"];

/** The programs there are: the name of their files, and whether their first screen shows a pack. */
const CHECK = { name: "strategy-first", first: (lang, pack) => [`locales/${lang}.json`, ...packs(pack, lang)] };
const PLAN = { name: "plan", first: (lang) => ["locale", "words", "outlines"].map((name) => `plan/${name}.${lang}.json`) };

function packs(pack, lang) {
  return ["full", "quick"].includes(pack) ? [`packs/${pack}.${lang}.json`] : [];
}

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

/** Mounts a program into `root`, in place of the one that is there. */
async function start(root, program, asked) {
  const here = (name) => new URL(`${name}?v=${BUILD}`, base).href;
  // Everything is asked for at once. The app asks for the same files again, and gets these.
  const module = fetch(here(`${program.name}_bg.wasm`));
  load(program.first(nearest(asked.lang), asked.pack));
  const styles = load(program === PLAN ? ["strategy-first.css", "plan.css"] : ["strategy-first.css"]);
  const app = await import(here(`${program.name}.js`));
  await app.default({ module_or_path: module });
  const opening = new app.Opening({ ...asked, load });
  const texts = await load(opening.paths());
  for (const css of await styles) if (css && !styled.has(css)) adopt(document, css), styled.add(css);
  mounted?.dispose();
  mounted = opening.mount(root, texts);
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

const base = new URL(".", import.meta.url);
const load = loader(base, BUILD);
const root = document.getElementById("app");
const asked = options(location.href, navigator.languages ?? []);
const styled = new Set();
let mounted;

/** Shows the program that the address asks for. */
function show(more = {}) {
  const both = [undefined, "all"].includes(asked.view);
  const isPlan = asked.view === "plan" || (both && location.hash === "#plan");
  const ways = both ? { plan: (handed) => go("#plan", { handed }), check: () => go("") } : {};
  start(root, isPlan ? PLAN : CHECK, { ...asked, ...ways, ...more, fragment: location.hash }).catch((error) => {
    console.error(error);
    say(root, asked.lang, error);
  });
}

/** To the other program; the browser's own Back leads back. */
function go(hash, more) {
  history.pushState(null, "", location.pathname + location.search + hash);
  show(more);
}

// A link's result gives way to the visitor's own check, so that a reload in the middle of it goes on with that.
for (const name of ["sf-start", "sf-step"]) {
  root.addEventListener(name, () => history.replaceState(null, "", location.pathname + location.search));
}
// Another link opened in the same tab changes no more than the fragment.
addEventListener("hashchange", () => (location.hash.startsWith("#result=") ? location.reload() : show()));
document.documentElement.lang = nearest(asked.lang);
if (asked.theme) document.documentElement.dataset.theme = asked.theme;
show();
