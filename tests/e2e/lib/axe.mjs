// axe-core in the page, with every rule that our promise names.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Of these rules axe must be able to say that they hold: it may not leave them open. */
const DECIDED = [
  "color-contrast",
  "button-name",
  "link-name",
  "label",
  "select-name",
  "input-button-name",
  "svg-img-alt",
  "summary-name",
  "aria-valid-attr-value",
];

/** The rules to go by in each theme: in the dark nothing is other than in the light but colours, and this is all that axe knows of them. */
export const THEMES = { light: TAGS, dark: { type: "rule", values: ["color-contrast", "link-in-text-block"] } };

/** All but colours, and but what made-up words break: a name that has the button's words in it, for where only those are other. */
export const SHAPES = { type: "tag", values: TAGS, except: ["color-contrast", "label-content-name-mismatch"] };

/** What axe looked at in this process, for whoever reads the log: how often, and which rules held; and how often it was passed over. */
const seen = { looks: 0, held: 0, rules: new Set(), passed: 0 };
process.once("exit", () => {
  const { looks, held, rules, passed } = seen;
  if (passed > 0 && looks === 0) {
    console.error("axe was never asked: its paths are taken in other engines than Chromium");
    process.exitCode = 1;
  }
  if (looks > 0) console.log(`axe looked ${looks} times: ${rules.size} rules had something to say, and held ${held} times`);
});

/** How often a page is looked at that begins to move meanwhile. */
const LOOKS = 5;

/**
 * What axe finds wrong on the page as it is, by all rules or those of `only`, in all of it or what `within` selects: a line for
 * each element. It is asked in Chromium alone: what it reads, the page's own tree and styles, is the same in every engine.
 */
export async function findings(page, only = TAGS, within = "html") {
  if (page.browser.engine.name !== "Chromium") {
    seen.passed += 1;
    return [];
  }
  if (!(await page.run(() => Boolean(window.axe)))) await page.driver.executeScript(SOURCE);
  for (let look = 0; look < LOOKS; look += 1) {
    // A text that is still fading in is pale.
    await page.still();
    const { lines, held, hasMoved } = await looked(page, only, within);
    // And so is one that came while it was looked for: such as what the checker finds, a moment after a change.
    if (hasMoved) continue;
    seen.looks += 1;
    seen.held += held.length;
    held.forEach((rule) => seen.rules.add(rule));
    return lines;
  }
  throw new Error(`the page began to move each of the ${LOOKS} times that axe looked at it`);
}

/** What axe says of the page, which rules held, and whether anything began to move meanwhile. */
function looked(page, only, within) {
  return page.run(
    async (runOnly, decided, within) => {
      const except = runOnly.except ?? [];
      let hasMoved = document.getAnimations().some(({ playState }) => playState === "running");
      const moves = () => {
        hasMoved = true;
      };
      root.addEventListener("animationstart", moves);
      const { violations, incomplete, passes } = await window.axe.run(root.querySelector(within), {
        runOnly,
        rules: Object.fromEntries(except.map((rule) => [rule, { enabled: false }])),
        resultTypes: ["violations", "incomplete"],
      });
      const open = incomplete.filter(({ id }) => decided.includes(id));
      // What stands on shapes axe can't weigh; the picture’s own test does. Nor does it know whether a single sign is text.
      const signs = ["shortTextContent", "nonBmp"];
      const isOpen = ({ html, any }) => !html.startsWith("<text ") && !signs.includes(any[0]?.data?.messageKey);
      for (const rule of open) rule.nodes = rule.nodes.filter(isOpen);
      const lines = (rules, kind) =>
        rules.flatMap(({ id, nodes }) =>
          nodes.map(
            ({ target, html, any }) =>
              `${kind} ${id}: ${target.join(" ")} ${html.slice(0, 160)} (${any[0]?.message ?? ""})`,
          ),
        );
      await new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)));
      root.removeEventListener("animationstart", moves);
      const wrong = [...lines(violations, "wrong"), ...lines(open, "undecided")];
      return { lines: wrong, held: passes.map(({ id }) => id), hasMoved };
    },
    only,
    DECIDED,
    within,
  );
}
