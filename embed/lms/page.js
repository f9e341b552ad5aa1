// The page of a course package: the app, and a line that says what becomes of what is done in it.
import { loader } from "../load.js";
import { nearest, spoken } from "../stage.js";
import { fill } from "../words.js";
import { App } from "./app.js";
import { Course } from "./course.js";
import { SCORM_12, SCORM_2004 } from "./dialects.js";
import { Keeper } from "./keeper.js";
import { readOptions } from "./options.js";
import { Scorm } from "./scorm.js";
import { Xapi } from "./xapi.js";

/** The systems there are packages for. */
const SYSTEMS = {
  scorm12: () => new Scorm(window, SCORM_12),
  scorm2004: () => new Scorm(window, SCORM_2004),
  cmi5: () => new Xapi(location.search),
};

const { documentElement: page } = document;
const base = new URL(".", import.meta.url);
const load = loader(base);
const [line, offers, about] = ["line", "offers", "about"].map((name) => document.getElementById(name));

let lang;
let words;
let said = { key: "connecting", offers: [] };

/** Words in a language, once they are there. */
async function speak(wanted) {
  if (lang === wanted) return;
  lang = wanted;
  const [text] = await load([`course/${wanted}.json`]);
  if (!text || lang !== wanted) return;
  words = JSON.parse(text);
  draw();
}

/** What was read out last, to whoever has the page read to them. */
let aloud = "saved";

/** Says how things are. What was said before is not read out again, nor is each step of saving. */
function draw() {
  if (!words) return;
  const isStep = ["connecting", "saving"].includes(said.key);
  line.ariaLive = isStep || said.key === aloud ? "off" : "polite";
  if (!isStep) aloud = said.key;
  put(line, words[said.key]);
  const isSent = !["connecting", "missing", "unreached", "over"].includes(said.key);
  put(about, isSent ? fill(words[lms.host ? "about.host" : "about"], { host: lms.host }) : "");
  const wanted = said.offers.join();
  if (offers.dataset.has === `${lang} ${wanted}`) return;
  offers.dataset.has = `${lang} ${wanted}`;
  const hasFocus = offers.contains(document.activeElement);
  offers.replaceChildren(...said.offers.map(button));
  if (hasFocus) (offers.querySelector("button") ?? line).focus();
}

function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function button(name) {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent: words[`do.${name}`] });
  made.addEventListener("click", () => ACTS[name]());
  return made;
}

/** Offers a file to the learner. */
async function save() {
  const { name, text } = await course.file();
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/octet-stream" }));
  link.download = `strategy-first-${name}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function leave() {
  course.leave();
  const { protocol, href } = new URL(lms.returnUrl, location.href);
  if (["http:", "https:"].includes(protocol)) location.href = href;
}

const lms = SYSTEMS[page.dataset.system]();
const [text] = await load(["settings.json"]);
const settings = readOptions(text);
const app = new App({ root: document.getElementById("app"), base, load, settings, spoke: speak });
const course = new Course({
  lms,
  app,
  keeperOf: (storage, key) => new Keeper(storage, key, window),
  settings: { ...settings, where: base.href, launch: location.search || `${Math.random()}` },
  tell(how) {
    said = how;
    draw();
  },
});
const ACTS = {
  again: () => course.again(),
  course: () => course.choose("course"),
  here: () => course.choose("here"),
  over: () => course.choose("here"),
  finish: () => course.finish(),
  file: save,
  other: save,
  copy: save,
  leave,
};

page.dataset.theme = settings.theme;
page.lang = nearest(settings.lang || spoken());
speak(page.lang);
app.hear({ changed: () => course.changed(), completed: (outcome) => course.completed(outcome) });
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && course.hide());
addEventListener("pagehide", ({ persisted }) => course.leave(persisted));
// What was put aside has given back what it had, and gets it again.
addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
course.begin().catch((error) => console.error(error));
