// Starts an app on the standalone page, the check or the plan: everything it needs is asked for at once, then it is mounted.
import { adopt, loader, program } from "./load.js";

// Filled in by the build: its name, what is said in each language where the app cannot start, and what the plan's parts share.
const BUILD = "__BUILD__";
const SENTENCES = __SENTENCES__;
const SHARED = __SHARED__;
const VIEWS = ["all", "quiz", "plan", "drill"];

/** The paths of what the first screen of an app shows. */
const FIRST = {
  check: (lang, pack) => [`locales/${lang}.json`, ...packs(pack, lang)],
  plan: (lang) => ["locale", "words", "outlines"].map((name) => `plan/${name}.${lang}.json`),
};

const STYLES = { check: ["strategy-first.css"], plan: ["strategy-first.css", "plan.css"] };

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

/** Mounts the check or the plan into `root`, in place of what is there; not where it comes too late. */
async function start(root, view, options, isLate) {
  // Everything is asked for at once. The app asks for the same files again, and gets these.
  const files = load(FIRST[view](nearest(options.lang), options.pack));
  const styles = load(STYLES[view]);
  const app = await programs[view]();
  for (const css of await styles) dress(css);
  if (view === "plan") {
    if ((await files).includes(null)) throw new Error("the plan’s files could not be loaded");
    if (isLate()) return;
    // What stands there keeps what it has, before this reads what is kept.
    end();
    mounted = await new Promise((then) => app.plan(root, { ...options, load: unless(isLate) }, then));
    if (!mounted) throw new Error("the plan’s files could not be loaded");
    return;
  }
  const opening = new app.Opening(options);
  const texts = await load(opening.paths());
  if (isLate()) return;
  end();
  mounted = opening.mount(root, texts);
}

/** Loads files for an app about to be mounted; for one that comes too late they never arrive, and so it never is. */
function unless(isLate) {
  let isUp = false;
  return async (paths) => {
    const texts = await load(paths);
    if (!isUp && isLate()) return new Promise(() => {});
    isUp = true;
    return texts;
  };
}

/** Takes away what is mounted, once. */
function end() {
  const widget = mounted;
  mounted = undefined;
  widget?.dispose();
}

/** Adopts a sheet, once. */
function dress(css) {
  if (!css || dressed.has(css)) return;
  dressed.add(css);
  adopt(document, css);
}

/** What to do where the app cannot start, in the visitor's language. */
function say(root, lang, error) {
  const { failed, old } = SENTENCES[nearest(lang)];
  // A policy may forbid WebAssembly; then it is there, and compiling fails.
  const isOld = typeof WebAssembly !== "object" || error instanceof WebAssembly.CompileError;
  const words = document.createElement("p");
  words.setAttribute("role", "alert");
  words.textContent = isOld ? old : failed;
  (root.querySelector(".first") ?? root).append(words);
}

const base = new URL(".", import.meta.url);
const load = loader(base, BUILD);
const programs = program((name) => new URL(`${name}?v=${BUILD}`, base).href, SHARED);
const root = document.getElementById("app");
const asked = options(location.href, navigator.languages ?? []);
const dressed = new Set();
let mounted;
let turns = 0;

/** Shows what the address asks for. */
function show(more) {
  const both = [undefined, "all"].includes(asked.view);
  const view = asked.view === "plan" || (both && location.hash === "#plan") ? "plan" : "check";
  const ways = both && { plan: (handed) => go("#plan", { handed }), check: () => go("") };
  // What loads more slowly than the visitor goes on comes too late.
  turns += 1;
  const turn = turns;
  const isLate = () => turn !== turns;
  const whole = { ...asked, ...ways, ...more, fragment: location.hash, load, part: programs.part, word: programs.word };
  start(root, view, whole, isLate).catch((error) => {
    if (isLate()) return;
    console.error(error);
    say(root, asked.lang, error);
  });
}

/** From the check to the plan or back, as the browser's own Back does. */
function go(hash, more) {
  history.pushState(null, "", location.pathname + location.search + hash);
  show(more);
}

// A link's result gives way to the visitor's own check, so that a reload in the middle of it goes on with that.
for (const name of ["sf-start", "sf-step"]) {
  root.addEventListener(name, () => history.replaceState(null, "", location.pathname + location.search));
}
// A plan is to be there in 90 days: where the browser lets a page ask, it is not cleared to make room.
const keep = async () => navigator.storage.persist();
root.addEventListener("sf-plan-change", () => keep().catch(() => {}), { once: true });
// Another link opened in the same tab changes no more than the fragment.
addEventListener("popstate", () => (location.hash.startsWith("#result=") ? location.reload() : show()));
document.documentElement.lang = nearest(asked.lang);
if (asked.theme) document.documentElement.dataset.theme = asked.theme;
show();
