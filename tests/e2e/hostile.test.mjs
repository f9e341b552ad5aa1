// Texts that try to become something else, in every field of a plan and of a pack: they stay texts, wherever they are shown.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { FRAME } from "./lib/framed.mjs";
import { FramedPlanPage } from "./lib/plan.mjs";
import { SPY } from "./lib/scripts.mjs";
import { copy, published } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";

const TEXTS = JSON.parse(readFileSync(new URL("../hostile.json", import.meta.url), "utf8")).map(({ text }) => text);

/** What is no text of anybody's: ids and what leads to them, days, and words that are chosen from a list. */
const PLAIN = /^(id|format|version|.*_ids?|language|currency|kind|priority|status|scope|start|end|due|date|look_again)$|ed$/;

/** `file` with each text in it replaced by the next hostile one, from the one at `first` on; those of `kept` stay. */
function hostile(file, first, kept) {
  let next = first;
  const replaced = (value, key) => {
    if (Array.isArray(value)) return value.map((each) => replaced(each, key));
    if (value && typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([key, value]) => [key, replaced(value, key)]));
    }
    if (typeof value !== "string" || kept.test(key)) return value;
    next += 1;
    return TEXTS[next % TEXTS.length];
  };
  const whole = replaced(file, "");
  assert.ok(next - first > TEXTS.length, `${next - first} fields have room for all of ${TEXTS.length}`);
  return whole;
}

const plan = hostile(published("plan/example.en.json"), 0, PLAIN);
const pack = hostile(
  published("packs/full.en.json"),
  7,
  /^(id|format|version|pack_version|lang|stage|measure|sources|rule|opens|item|is|code|axis|word)$/,
);
/** What runs sets this; what asks or leaves is noted. */
const TRAPS = `
  noted.ran = [];
  Object.defineProperty(window, "ranHostile", { set: () => noted.ran.push("a text ran") });
  for (const name of ["alert", "confirm", "prompt", "open"]) window[name] = () => noted.ran.push(name);
`;
const site = await copy({
  script: SPY + TRAPS,
  files: { ...FRAME, "plan/example.en.json": plan, "hostile.json": { ...pack, id: "hostile" } },
});

/** Fails unless nothing of what is on the page has become more than a text, and everything stands within the window. */
async function isHarmless(page, where) {
  await page.still();
  const found = await page.run((site) => {
    const within = [...root.querySelectorAll("#app, #app *")];
    const isOurs = (address) => /^(https?|mailto):/.test(address);
    const leads = within.flatMap((element) => ["href", "action", "formaction"].map((name) => element.getAttribute(name)));
    const asked = performance.getEntriesByType("resource").map(({ name }) => name);
    const isOutside = (element) => element.checkVisibility() && element.getBoundingClientRect().right > innerWidth + 1;
    const isSideways = document.documentElement.scrollWidth > innerWidth;
    const wide = within.filter((element) => isSideways && isOutside(element));
    return {
      noted: { ...window.noted, events: [] },
      made: within.filter((element) => element.matches("script, iframe, object, embed, base, meta, style, link, form[action]")).length,
      handlers: within.flatMap((element) => [...element.attributes]).filter(({ name }) => /^on|^style$/.test(name)).length,
      leads: leads.filter((address) => address !== null && !isOurs(new URL(address, location.href).protocol + ":")),
      asked: asked.filter((name) => !name.startsWith(site) && !/^(data|blob):/.test(name)),
      wide: wide.map((element) => `${element.localName}.${element.getAttribute("class")}`).slice(0, 8),
      outside: all("button, input, select, textarea").filter(isOutside).map(name),
    };
  }, page.site);
  const nothing = { events: [], breaches: [], errors: [], ran: [] };
  assert.deepEqual(
    found,
    { noted: nothing, made: 0, handlers: 0, leads: [], asked: [], wide: [], outside: [] },
    where,
  );
}

visitors("Hostile texts", (path) => {
  const framed = (name, walk) => path(name, walk, { as: FramedPlanPage, site, once: true });

  framed("in every field of a plan, in every view, narrow and wide, and as they are printed", async (page) => {
    await page.openExample();
    for (const [width, height] of [
      [360, 740],
      [1280, 1000],
    ]) {
      await page.size(width, height);
      const at = (where) => isHarmless(page, `${where}, ${width} px`);
      await page.look("document");
      await page.run(() => all("details").forEach((part) => (part.open = true)));
      await page.until(() => all(".sf-row-body textarea").length > 20, "the rows’ fields");
      await at("the document, unfolded");
      await page.until(() => all(".sf-print-only").length === 1, "the part that prints");
      await page.run(() => window.dispatchEvent(new Event("beforeprint")));
      await page.until(() => all(".sf-print-only li").length > 20, "the sheet");
      await at("what is printed");
      await page.run(() => window.dispatchEvent(new Event("afterprint")));
      for (const view of ["map", "weeks", "one_page"]) {
        await page.look(view);
        await at(view);
        if (view === "map") {
          await page.press("map.picture");
          await page.until(() => all("img").some((img) => img.src.startsWith("blob:") && img.naturalWidth > 700), "the picture");
          await at("the map’s picture");
        }
      }
      await page.look("guided");
      for (const section of ["choices", "tactics", "control"]) {
        await page.toSection(section);
        await at(section);
      }
      await page.go("plans.button");
      await at("the list of plans");
      await page.step(() => page.run(() => all(".sf-check")[0].click()));
      await at("what the check says");
    }
  });

  framed("pasted as tactics, and as the name of a new tool", async (page) => {
    await page.openPlan();
    await page.size(360, 740);
    await page.go("paste.title");
    await page.putIn(page.t("paste.list"), TEXTS.join("\n"));
    await page.press("paste.add");
    await page.until((said) => plain(app().innerText).includes(said), "the tactics", page.t("paste.left_out", { n: 2 }).split("2")[1]);
    await isHarmless(page, "what was pasted");
    for (const text of TEXTS.filter((text) => text.trim()).slice(0, 12)) {
      await page.go("tool.button");
      await page.putIn(page.t("tool.name"), text.replace(/\s/g, " "));
      await page.press("tool.see");
      await isHarmless(page, `a tool called ${text}`);
      await page.look("document");
    }
  });

  framed("in every text of a pack, from its first page to the picture of its result", async (page) => {
    await page.open({ pack: "hostile.json" });
    await page.size(360, 740);
    await isHarmless(page, "the start");
    await page.go("start.start");
    await isHarmless(page, "a question");
    await page.answer(Array(17).fill(1));
    await page.run(() => all("details").forEach((part) => (part.open = true)));
    await isHarmless(page, "the result");
    await page.press("result.picture_save");
    await page.until(() => all("img").some((img) => img.src.startsWith("blob:") && img.naturalWidth > 700), "the picture");
    await isHarmless(page, "the result’s picture");
    await page.run(() => (window.ranHostile = 1));
    assert.deepEqual(await page.run(() => window.noted.ran), ["a text ran"], "the trap would have caught it");
  });
});
