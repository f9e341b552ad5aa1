// By Tab through everything that can be worked: each is reached, none holds on to the focus, and where the focus is can be seen.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Key } from "selenium-webdriver";
import { Browser, CHROMIUM } from "./lib/engines.mjs";
import { dress, ordinary } from "./lib/picture.mjs";
import { called, reach } from "./lib/states.mjs";

const STEPS = [
  "a question, answered",
  "a result, unfolded",
  "the drill’s end",
  "the plan’s start",
  "the plan, an objective open",
  "the map",
  "the weeks",
  "what is this for?",
  "a new tool",
  "the checker, with findings",
  "the plan to take away",
  "the trainer’s page, with a group",
  "the wall, the stages",
  "the drill for a class",
  "the editor, with a fault",
  "the worksheets",
  "the page that makes snippets",
  "a question on a blog, magazine",
];

/** More stops than any page has, and more parts than any field. */
const MANY = 250;
const PARTS = 8;

/** Goes before a look: what has the focus, in whatever shadow. */
const FOCUS = `
  const focused = () => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at === document.body || at === document.documentElement ? null : at;
  };
`;

/** Notes what has the focus now: \`null\` for nothing, \`again\` for what had it before, else what is wrong with it. */
function note(parts) {
  const at = focused();
  if (!at) return null;
  // The parts of a day are stops of their own.
  window.kept = at === window.lastStop ? window.kept + 1 : 0;
  window.lastStop = at;
  if (window.kept > 0) return window.kept > parts ? "held" : [];
  if (at.wasStop) return "again";
  at.wasStop = true;
  const words = `${at.localName} ‘${name(at)}’`;
  (window.stops ??= new Set()).add(words);
  if (at.localName === "iframe") return [];
  const shown = at.matches("[type=radio], [type=checkbox]") ? (at.labels[0] ?? at) : at;
  const { left, right, top, bottom } = shown.getBoundingClientRect();
  const isSeen = (y) => {
    const over = at.getRootNode().elementFromPoint((left + right) / 2, y);
    return over && (shown.contains(over) || at.contains(over));
  };
  const places = [top + 3, (top + bottom) / 2, bottom - 3].filter(isSeen).length;
  // Of a longer text the browser shows the line that is written in.
  const fewest = at.localName === "textarea" || bottom - top > innerHeight / 2 ? 1 : 2;
  const rings = [at, shown, at.parentElement].map((one) => getComputedStyle(one));
  return [
    places < fewest && `something lies over ${words}, or it is out of sight`,
    rings.every(({ outlineStyle }) => outlineStyle === "none") && `no ring around ${words}`,
  ].filter(Boolean);
}

/** What can be worked and had no stop; of a group of radio buttons one is enough. */
function missed() {
  const front = root.querySelector("dialog[open]") ?? root;
  const isWorkable = (element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.disabled && element.tabIndex >= 0;
  const hadStop = (element) => {
    const group = element.type === "radio" ? all("[type=radio]").filter((one) => one.name === element.name) : [element];
    return group.some((one) => one.wasStop || window.stops.has(`${one.localName} ‘${name(one)}’`));
  };
  return [...front.querySelectorAll("button, a[href], input, select, textarea, summary")]
    .filter((element) => isWorkable(element) && !hadStop(element))
    .map((element) => `${element.localName} ‘${name(element)}’ has no stop`);
}

describe("By Tab through everything", { concurrency: 1 }, () => {
  let browser;
  before(async () => {
    browser = await Browser.start(CHROMIUM);
  });
  after(() => browser?.quit());

  /** What is wrong on the way through everything on `page`. */
  async function faults(page) {
    page.bring(FOCUS);
    const found = [];
    let lost = 0;
    for (let stop = 0; stop < MANY; stop += 1) {
      await page.driver.actions().sendKeys(Key.TAB).perform();
      const seen = await page.run(note, PARTS);
      if (seen === "again") return [...found, ...(await page.run(missed))];
      if (seen === "held") return [...found, `the focus is held after ${stop} stops`];
      // At the end of the page the browser's own bar has its turn.
      lost = seen === null ? lost + 1 : 0;
      if (lost > 1) return [...found, `the focus was lost after ${stop} stops`];
      found.push(...(seen ?? []));
    }
    return [...found, "Tab never comes round"];
  }

  for (const step of STEPS) {
    it(step, async () => {
      try {
        await dress(browser, { width: 360, forced: true });
        assert.deepEqual(await faults(await reach(browser, called(step)[0], "en")), []);
      } finally {
        await ordinary(browser);
      }
    });
  }

  it("what is hidden, has no ring or holds on to the focus is found, were there any", async () => {
    const page = await reach(browser, called("the plan’s start")[0], "en");
    await page.run(() => {
      const [bare, covered, trap] = ["Bare", "Covered", "Trap"].map((words) => {
        const button = document.createElement("button");
        button.textContent = words;
        return button;
      });
      bare.style.setProperty("outline", "none", "important");
      covered.style.setProperty("clip-path", "inset(50%)");
      trap.addEventListener("keydown", (event) => event.key === "Tab" && event.preventDefault());
      app().append(bare, covered, trap);
    });
    const found = await faults(page);
    assert.equal(found.length, 3, found.join("; "));
    assert.match(found.join("; "), /no ring around button ‘Bare’; .* ‘Covered’.*; the focus is held/);
  });
});
