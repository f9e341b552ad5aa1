// The page that makes snippets: what is chosen shows at once on the sample page, in the snippets, and in the page's address.
import { BUILD, LANGUAGES } from "./build.js";
import { COLOURS, FIELDS, fromFragment, settle, toFragment } from "./choices.js";
import { ENOUGH, leastContrast } from "./contrast.js";
import { buildFields, sayFault, showSwatches } from "./fields.js";
import { COUNTING, HEADER, frameSnippet, linkSnippet, pageAddress, policies, scriptSnippet } from "./snippets.js";
import { say } from "./sorry.js";
import { fill, put, translate } from "./words.js";

const base = new URL(".", import.meta.url).href;
const form = document.forms[0];
const switches = document.forms[1];
const find = (selector) => document.querySelector(selector);
const isColour = (value) => CSS.supports("color", value);

const EVENTS = ["ready", "start", "step", "complete", "plan-change", "export", "reset", "storage", "error"];

let lang = wanted();
const words = Object.fromEntries(await Promise.all(LANGUAGES.map(async (tag) => [tag, await load(tag)])).catch(fail));
/** What was chosen before the return to the defaults, as the address had it. */
let before = "";
const t = (key, blanks) => fill(words[lang][key], blanks);

async function load(tag) {
  const answer = await fetch(new URL(`configure/${tag}.json?v=${BUILD}`, base));
  return answer.json();
}

/** Without its words there is no page: says so, and what to do. */
function fail(error) {
  say(find(".intro"), lang, error);
  throw error;
}

/** The language that the address asks for, else the first of the browser's that there is, else English. */
function wanted() {
  const asked = [new URL(location).searchParams.get("lang") ?? "", ...navigator.languages];
  const known = asked.map((tag) => LANGUAGES.find((one) => one === tag.toLowerCase().split("-")[0]));
  return known.find(Boolean) ?? "en";
}

/** What the form holds. */
function chosen() {
  const held = new FormData(form);
  return Object.fromEntries(Object.keys(FIELDS).map((name) => [name, held.get(name) ?? FIELDS[name]]));
}

/** Puts what the address says into the form. */
function takeOver() {
  for (const [name, value] of Object.entries(fromFragment(location.hash, LANGUAGES))) form.elements[name].value = value;
  for (const part of form.querySelectorAll("details")) {
    part.open ||= [...part.querySelectorAll("[name]")].some(({ name }) => form.elements[name].value !== FIELDS[name]);
  }
}

/** Shows what is chosen, everywhere; but nobody is told off for what is half typed. */
function show(typed) {
  const fields = chosen();
  const settled = settle(fields, base, isColour);
  for (const name of Object.keys(FIELDS)) {
    const fault = settled.faults[name];
    sayFault(name, fault ? `${t("fault")} ${t(fault)}` : "", name === typed);
  }
  document.body.dataset.view = fields.view;
  document.body.dataset.pack = fields.pack;
  showSwatches(form, isColour);
  showSample(settled);
  showSnippets(settled);
  advise(settled);
}

/** The element on the sample page, in the page's language. It keeps nothing, and no frame: this page's policy allows none. */
function showSample({ attributes, properties }) {
  const stand = find("#stand");
  const element = stand.firstElementChild ?? document.createElement("strategy-first");
  const { mode, ...shown } = attributes;
  const wanted = { lang, ...shown, storage: "none" };
  for (const { name } of [...element.attributes])
    if (!(name in wanted) && name !== "style") element.removeAttribute(name);
  for (const [name, value] of Object.entries(wanted)) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
  for (const name of [...COLOURS, "radius", "font"]) {
    element.style.setProperty(`--sf-${name}`, (!mode && properties[`--sf-${name}`]) || "");
  }
  if (!element.isConnected) stand.append(element);
}

function showSnippets(settled) {
  const { attributes } = settled;
  const theirs = words[attributes.lang ?? lang];
  const called = { link: theirs[`snippet.${attributes.view ?? "all"}`], title: theirs["snippet.title"] };
  const { script, frame, grow } = policies(base);
  const codes = {
    script: scriptSnippet(settled, base, called),
    frame: frameSnippet(settled, base, called),
    link: linkSnippet(settled, base, called),
    address: pageAddress(settled, base),
    notice: notice(attributes),
    "policy-script": script,
    "policy-frame": frame,
    "policy-grow": grow,
    header: HEADER,
    counting: COUNTING,
  };
  for (const [name, code] of Object.entries(codes)) {
    const field = find(`[data-code="${name}"] textarea`);
    if (field.value !== code) field.value = code;
    fit(field);
  }
}

/** As high as what stands in it, where the style sheet can't say so. */
function fit(field) {
  if (CSS.supports("field-sizing", "content")) return;
  field.style.blockSize = "auto";
  field.style.blockSize = `${field.scrollHeight + 2}px`;
}

/** What a site's visitors are to be told, for what was chosen. */
function notice({ mode, storage = "local" }) {
  const kept = storage === "local" && mode ? "frame" : storage;
  return ["what", kept, "host"].map((name) => t(`notice.${name}`, { host: new URL(base).host })).join(" ");
}

function advise({ attributes, properties, faults }) {
  const contrast = leastContrast(properties, attributes.theme);
  const isPale = contrast !== null && contrast < ENOUGH;
  const number = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });
  put(find("#contrast"), isPale ? t("advice.contrast", { n: number.format(Math.floor(contrast * 10) / 10) }) : "");
  const looks = Object.keys(properties).length > 0;
  const said = attributes.mode ? ["see.inline", ...(looks ? ["advice.frame"] : [])] : [];
  put(find("#sample-note"), said.map((key) => t(key)).join(" "));
  const names = new Intl.ListFormat(lang).format(Object.keys(faults).map((name) => t(name)));
  put(find("#faulty"), names ? t("copy.faulty", { names }) : "");
}

/** Whether the addresses in the snippets can be reached from anybody's page. */
function reach() {
  const { hostname, protocol } = new URL(base);
  if (["localhost", "127.0.0.1", "[::1]"].includes(hostname)) return t("copy.local");
  return protocol === "http:" ? t("copy.insecure") : "";
}

/** Says everything in the page's language. */
function speak() {
  document.documentElement.lang = lang;
  document.title = t("title");
  translate(document.body, t, { host: new URL(base).host });
  for (const code of document.querySelectorAll("[data-code]")) {
    const name = find(`#name-${code.dataset.code}`).textContent;
    code.querySelector("textarea").setAttribute("aria-label", name);
    code.querySelector("button").setAttribute("aria-label", t("copy.named", { name }));
  }
  for (const picker of form.querySelectorAll("[data-picks]")) {
    picker.setAttribute("aria-label", t("pick", { name: t(picker.dataset.picks) }));
  }
  put(find("#reach"), reach());
}

async function copy(code) {
  const field = code.querySelector("textarea");
  const name = field.getAttribute("aria-label");
  try {
    await navigator.clipboard.writeText(field.value);
    find("#said").textContent = t("copy.done", { name });
  } catch {
    // Not allowed here, or there is no clipboard without https.
    field.focus();
    field.select();
    find("#said").textContent = t("copy.refused");
  }
}

function build() {
  buildFields(form);
  for (const tag of LANGUAGES) {
    const called = new Intl.DisplayNames([tag], { type: "language" }).of(tag);
    const name = called[0].toLocaleUpperCase(tag) + called.slice(1);
    for (const select of [find("#page-lang"), form.elements.lang]) {
      select.append(Object.assign(new Option(name, tag), { lang: tag }));
    }
  }
  for (const name of EVENTS) {
    const row = find("tbody").insertRow();
    const head = Object.assign(document.createElement("th"), { scope: "row", textContent: `sf-${name}` });
    row.append(head);
    row.insertCell().dataset.t = `count.${name}`;
  }
  for (const code of document.querySelectorAll("[data-code]")) {
    code.append(find("#code").content.cloneNode(true));
    code.querySelector("button").addEventListener("click", () => copy(code));
  }
}

/** Whether the button goes back to the defaults, or brings back what was chosen before that; until something else is chosen. */
function canBringBack(chosen) {
  before = chosen;
  const again = find("#again");
  again.dataset.t = before ? "choose.undo" : "choose.again";
  put(again, t(again.dataset.t));
}

/** The sample page, light or dark, as wide as a desk or a phone. */
function dress() {
  Object.assign(find(".pane").dataset, Object.fromEntries(new FormData(switches)));
}

build();
find("#page-lang").value = lang;
switches.elements.page.value = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
takeOver();
speak();
dress();
show();

for (const event of ["pointerdown", "keydown"]) {
  addEventListener(event, () => find("#said").replaceChildren(), { capture: true });
}
form.addEventListener("input", ({ target }) => {
  show(target.type === "text" ? target.name : "");
});
// With each change and not with each letter: browsers let a page change its address only so often.
form.addEventListener("change", () => {
  const fragment = toFragment(chosen());
  history.replaceState(null, "", fragment ? `#${fragment}` : location.pathname + location.search);
  canBringBack("");
  show();
});
find("#again").addEventListener("click", () => {
  const chosen = location.hash;
  history.replaceState(null, "", location.pathname + location.search + before);
  takeOver();
  show();
  canBringBack(before ? "" : chosen);
});
form.addEventListener("submit", (event) => event.preventDefault());
switches.addEventListener("input", dress);
addEventListener("resize", () => document.querySelectorAll("textarea").forEach(fit));
addEventListener("hashchange", () => {
  takeOver();
  show();
});
find("#page-lang").addEventListener("change", ({ target }) => {
  lang = target.value;
  const address = new URL(location);
  address.searchParams.set("lang", lang);
  history.replaceState(null, "", address);
  speak();
  show();
});
