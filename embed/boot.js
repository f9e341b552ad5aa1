// Starts an app on the standalone page, the check or the plan.
import { bring, load, pack, programs, stay } from "#files";
import { Beginning } from "./begin.js";
import { say } from "./sorry.js";
import { Stage, nearest, spoken } from "./stage.js";

/** Marks the places in the tab's history where an app was. */
const HERE = "here";

/** The options for the app, from the page's address; what a session asks for counts more. */
function options(address, session) {
  const asked = new URL(address).searchParams;
  const get = (name) => session[name] || asked.get(name) || undefined;
  return {
    lang: get("lang") ?? spoken(),
    view: get("view"),
    pack: get("pack") ?? pack,
    storageKey: get("storage-key"),
    ctaHref: get("cta-href"),
    ctaLabel: get("cta-label"),
    seed: get("seed"),
    moment: session.moment,
    shareBase: address.split("#")[0],
    headingLevel: "1",
    titled(title, lang) {
      document.title = `${title} · Strategy First`;
      document.documentElement.lang = lang;
    },
  };
}

const root = document.getElementById("app");
/** What a trainer asks of a room, which stays in the fragment: no server sees it, and a reload finds it. */
const held = () => /[#&](session=.*)/.exec(location.hash)?.[1] ?? "";
const session = held();
const check = session && `#${session}`;
const plan = session ? `#plan&${session}` : "#plan";
const asked = options(location.href, session ? ((await bring("session.js")).readSession(check) ?? {}) : {});
// The page has the first card's sheet already.
const stage = new Stage(root, document, load, programs, []);
let beginning;

/** Shows what the address asks for. */
async function show(more) {
  const both = !["quiz", "plan", "drill"].includes(asked.view);
  const view = asked.view === "plan" || (both && location.hash === plan) ? "plan" : "check";
  const ways = both && { plan: (handed) => go(plan, { handed }), check: () => go(check) };
  const whole = { ...asked, ...ways, ...more, fragment: location.hash, load, part: programs.part, script: programs.script };
  if (view === "check") beginning ??= new Beginning(root, asked);
  let after;
  const last = () => {
    after = beginning?.end(whole);
  };
  try {
    await stage.show(view, whole, { shown: beginning?.shown, ready: () => beginning?.ready(load), last });
    after?.();
  } catch (error) {
    console.error(error);
    if (!beginning?.fail(error, () => show(more))) say(root, asked.lang, error);
  }
}

/** From the check to the plan or back, as the browser's own Back does. */
function go(hash, more) {
  history.pushState(HERE, "", location.pathname + location.search + hash);
  show(more);
}

// A link's result gives way to the visitor's own check, so that a reload in the middle of it goes on with that.
for (const name of ["sf-start", "sf-step"]) {
  root.addEventListener(name, () => history.replaceState(HERE, "", location.pathname + location.search + check));
}
// A plan is to be there in 90 days: where the browser lets a page ask, it is not cleared to make room.
const keep = async () => navigator.storage.persist();
root.addEventListener("sf-plan-change", () => keep().catch(() => {}), { once: true });
// Another link opened in the same tab changes no more than the fragment.
addEventListener("popstate", () => (location.hash.startsWith("#result=") || held() !== session ? location.reload() : show()));
document.documentElement.lang = nearest(asked.lang);
document.documentElement.dataset.theme = new URL(location).searchParams.get("theme") ?? "";
// Whoever comes by the link of a session sees the start, and after a reload goes on where they were.
const shown = show({ arriving: session && !history.state ? "yes" : undefined });
if (session) history.replaceState(HERE, "");
// Where a browser keeps nothing, the page is as good without it.
shown.then(() => stay(nearest(asked.lang))).catch(() => {});
