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

/** All that axe knows of colours. */
export const COLOURS = { type: "rule", values: ["color-contrast"] };

/** All but colours, and but what made-up words break: a name that has the button's words in it, for where only those are other. */
export const SHAPES = { type: "tag", values: TAGS, except: ["color-contrast", "label-content-name-mismatch"] };

/**
 * What axe finds wrong on the page as it is, by all rules or those of `only`, in all of it or what `within` selects: a line for
 * each element.
 */
export async function findings(page, only = TAGS, within = "html") {
  // A text that is still fading in is pale.
  await page.still();
  if (!(await page.run(() => Boolean(window.axe)))) await page.driver.executeScript(SOURCE);
  return page.run(
    async (runOnly, decided, within) => {
      const except = runOnly.except ?? [];
      const { violations, incomplete } = await window.axe.run(root.querySelector(within), {
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
      return [...lines(violations, "wrong"), ...lines(open, "undecided")];
    },
    only,
    DECIDED,
    within,
  );
}
