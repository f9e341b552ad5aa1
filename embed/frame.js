// The app in a frame on somebody's page, with nothing around it. What is here is the page; `guest.js` speaks with its host.
import { guest } from "./guest.js";
import { HIGHEST, steady } from "./height.js";
import { Inline } from "./inline.js";
import { readSession } from "./session.js";
import { TOLD, setting } from "./settings.js";
import { say } from "./sorry.js";
import { nearest, spoken } from "./stage.js";
import { submits } from "./submits.js";
import { EVENTS } from "./talk.js";

/** What holds for a page that somebody is sent to from here, too. */
const PASSED_ON = ["view", "pack", "lang", "storage-key", "cta-href", "cta-label"];

const { documentElement: page, body } = document;
const root = document.getElementById("app");
const out = document.querySelector(".out");
const base = new URL(".", import.meta.url);
const address = new URLSearchParams(location.search);
/** What a trainer asks, where the page around this is a course's. */
const session = readSession(location.hash);
let asked = { ...Object.fromEntries(address), ...session };
// A reload goes on where somebody was.
let isArriving = Boolean(session) && !history.state;
if (session) history.replaceState("here", "");
/** What makes the app of a frame another than one on the host's own page. */
const apart = {
  seed: asked.seed,
  moment: session?.moment,
  /** Whoever comes with a session sees the start, once. */
  get arriving() {
    const isFirst = isArriving;
    isArriving = false;
    return isFirst ? "yes" : undefined;
  },
  /** Whoever is sent a link has the standalone page before them. */
  get shareBase() {
    const link = new URL("index.html", base);
    for (const name of PASSED_ON) {
      if (asked[name] && asked[name] !== setting(name)) link.searchParams.set(name, asked[name]);
    }
    return link.href;
  },
};
let app;
let isUp;
let isAnswered = false;

function get(name) {
  const value = setting(name, asked[name]);
  return name === "lang" ? value || spoken() : value;
}

/** Starts the app anew. */
function begin() {
  app?.end();
  app = new Inline(root, document, get, base, apart);
  attempt();
}

/** Shows the app, and says so where it can't. What was done on its first card is still there for another attempt. */
function attempt() {
  isUp = app
    .start()
    .then(() => out.remove())
    .catch((error) => {
      console.error(error);
      if (!app.fail(attempt)) say(root, get("lang"), error);
      out.classList.add("now");
    })
    .then(measure);
}

/** Takes in settings, without a reload. */
async function change(settings) {
  const before = TOLD.map(get);
  asked = { ...asked, ...settings };
  dress();
  const changed = TOLD.filter((name, index) => name !== "theme" && get(name) !== before[index]);
  await isUp;
  try {
    for (const name of changed) {
      if (!(await app.changed(name))) return begin();
    }
  } catch (error) {
    console.error(error);
  }
}

/** The page's own language and theme, and the way out in that language. */
function dress() {
  const lang = nearest(get("lang"));
  page.lang = lang;
  page.dataset.theme = get("theme");
  for (const words of out.children) words.hidden = words.lang !== lang;
}

const want = steady((px) => tell("height", { px }));

/** Tells the host how high this page is, which then has no need to scroll. */
function measure() {
  const { height } = body.getBoundingClientRect();
  page.toggleAttribute("data-whole", isAnswered && height <= HIGHEST);
  // In a part of the host's page that is not shown there is nothing to measure.
  if (isAnswered && innerWidth > 0) want(height, innerWidth, performance.now());
}

submits(root);
dress();
const tell = guest(window, TOLD, {
  answered() {
    isAnswered = true;
    measure();
  },
  changed: change,
  async reset() {
    await isUp;
    app.run("reset").catch(() => {});
  },
});
for (const name of Object.keys(EVENTS)) {
  root.addEventListener(name, ({ detail }) => {
    tell("event", { name, detail });
    measure();
  });
}
// A link of the host's own leads out of the frame.
root.addEventListener("click", ({ target }) => {
  const link = target.closest("a");
  if (link) link.target = "_blank";
});
// A new screen, which is read from its beginning.
root.addEventListener("focusin", ({ target }) => {
  if (target === root.querySelector("h2")) tell("scroll-top");
});
new ResizeObserver(measure).observe(body);
begin();
