// Starts the app on the standalone page: everything it needs is asked for at once, then it is mounted.
import { loader, adopt } from "./load.js";

// Both are filled in by the build.
const BUILD = "__BUILD__";
const LANGUAGES = "__LANGUAGES__".split(",");
const VIEWS = ["all", "quiz", "plan", "drill"];

/** The options for the app, from the page's address. */
export function options(address, languages) {
  const asked = new URL(address).searchParams;
  const one = (name, allowed) => (allowed.includes(asked.get(name)) ? asked.get(name) : undefined);
  return {
    lang: asked.get("lang") || languages[0] || "en",
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
  };
}

/** The language to fetch early for a wanted tag; the app decides for itself, and fetches another if it must. */
function nearest(wanted) {
  const base = (tag) => tag.toLowerCase().split("-")[0];
  return LANGUAGES.find((tag) => base(tag) === base(wanted)) ?? "en";
}

async function start() {
  const root = document.getElementById("app");
  const asked = options(location.href, navigator.languages ?? []);
  const base = new URL(".", import.meta.url);
  const load = loader(base, BUILD);
  const near = nearest(asked.lang);
  if (asked.theme) document.documentElement.dataset.theme = asked.theme;
  document.documentElement.lang = near;
  // Early, in parallel with the module; the app asks for the same again and gets these.
  load([`locales/${near}.json`, ...(["full", "quick"].includes(asked.pack) ? [`packs/${asked.pack}.${near}.json`] : [])]);
  const styles = load(["strategy-first.css"]);
  const app = await import(new URL(`strategy-first.js?v=${BUILD}`, base).href);
  await app.default({ module_or_path: new URL(`strategy-first_bg.wasm?v=${BUILD}`, base) });
  adopt(document, (await styles)[0] ?? "");
  const opening = new app.Opening({ ...asked, load });
  opening.mount(root, await load(opening.paths()));
}

start().catch((error) => {
  console.error(error);
  const words = document.createElement("p");
  words.setAttribute("role", "alert");
  words.textContent =
    "The check could not be loaded. Check the connection and load the page again. / Le bilan n’a pas pu se charger. Vérifiez la connexion et rechargez la page.";
  document.querySelector("#app .first")?.append(words);
});
