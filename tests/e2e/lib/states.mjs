// Every state that somebody can see, as data: what it is called, and the steps that lead to it from the first visit on. To add
// one, add a line to the file of its kind. The gallery shows them all; the tests take from them what they look at.
import { STEADY } from "./scripts.mjs";
import { copy } from "./site.mjs";
import { CHECK } from "./states/check.mjs";
import { PAGES } from "./states/pages.mjs";
import { PLAN } from "./states/plan.mjs";

export const STATES = [...CHECK, ...PLAN, ...PAGES];

/** The states with these names, in that order. */
export const called = (...names) =>
  names.map((name) => {
    const state = STATES.find((state) => state.name === name);
    if (!state) throw new Error(`there is no state called ‘${name}’`);
    return state;
  });

/** The sites that states need, one each. */
const sites = new Map();

function siteOf({ site = {} }, lang) {
  const { script = "", ...more } = typeof site === "function" ? site(lang) : site;
  const key = JSON.stringify([script, more]);
  if (!sites.has(key)) sites.set(key, copy({ script: STEADY + script, ...more }));
  return sites.get(key);
}

/** Leads somebody who was never here to `state`, and gives the page; `more` changes the state’s own `site`, or kind of page. */
export async function reach(browser, state, lang, more = {}) {
  const { as, site } = { ...state, ...more };
  const page = await browser.visitor(await siteOf({ site }, lang), { as, lang });
  await state.reach(page);
  if (!state.site?.isWithoutScripts) await quiet(page);
  return page;
}

/** Waits until nothing on the page has changed for a moment: what was typed is kept, what was found is counted. */
async function quiet({ driver }) {
  await driver.executeScript(
    () =>
      new Promise((then) => {
        const MOMENT = 250;
        let timer = setTimeout(then, MOMENT);
        const again = () => {
          clearTimeout(timer);
          timer = setTimeout(then, MOMENT);
        };
        const what = { subtree: true, childList: true, characterData: true, attributes: true };
        const roots = [document, ...[...document.querySelectorAll("strategy-first")].map(({ shadowRoot }) => shadowRoot)];
        for (const root of roots.filter(Boolean)) new MutationObserver(again).observe(root, what);
      }),
  );
}
