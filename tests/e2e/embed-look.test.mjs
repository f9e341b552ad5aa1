// How the element dresses for somebody's page, and what that page's own sheets can't do to it.
import assert from "node:assert/strict";
import { findings } from "./lib/axe.mjs";
import { CHROMIUM } from "./lib/engines.mjs";
import { BLOGS, post } from "./lib/blogs.mjs";
import { CONTRAST } from "./lib/contrast.mjs";
import { blog, host, snippet } from "./lib/host.mjs";
import { Page } from "./lib/page.mjs";
import { visitors } from "./lib/suite.mjs";

const EAGER = 'loading="eager" storage="none"';
const CHECK = await host(blog(snippet(EAGER)));
const PLAN = await host(blog(snippet(`${EAGER} view="plan"`)));
const TWO = snippet(EAGER, "en") + snippet(`${EAGER} lang="fr"`, "fr");
const READY = await host(blog(TWO));
/** The program never comes. */
const WAITING = await host(blog(TWO), { held: { "strategy-first_bg.wasm": new Promise(() => {}) } });
const POSTS = await host(blog(""), {
  files: Object.fromEntries(BLOGS.map((kind) => [`${kind}.html`, post(kind, snippet(EAGER))])),
});

/** What a page hands down to everything in it. */
const HANDED_DOWN = `color: red; font: italic small-caps 900 16px/1 fantasy; letter-spacing: 0.3em; word-spacing: 1em;
  text-indent: 3em; text-transform: uppercase; text-align: center; text-shadow: 0 0 3px red; white-space: nowrap;
  word-break: break-all; quotes: "x" "y"; list-style: square; cursor: crosshair; hyphens: auto; tab-size: 1; user-select: none;
  -webkit-user-select: none; fill: red; stroke: red; caret-color: red; accent-color: red; border-collapse: separate; caption-side: bottom; -webkit-text-fill-color: red;`;

/** What some pages say of every element, or of the page. */
const HOSTILE = {
  "all unset": "* { all: unset !important }",
  "all initial": "* { all: initial !important }",
  "bare elements": `button, input, select, textarea, label { all: unset !important; padding: 40px !important }
    div, span, section, fieldset, legend, p, h2, h3, ul, li, details, summary, svg, form, a, strong { float: left !important;
    margin: 30px !important; padding: 20px !important; font-size: 40px !important; line-height: 3 !important;
    inline-size: 50% !important }
    strategy-first { clear: both !important; float: none !important; margin: 0 !important; padding: 0 !important; inline-size: auto !important;
    font-size: 16px !important }`,
  "a reset": `*, *::before, *::after { box-sizing: content-box !important; margin: 0 !important; border-radius: 0 !important;
    outline: 0 !important; font-family: fantasy !important; color: red !important; letter-spacing: 2px !important }`,
  "handed down": `body { ${HANDED_DOWN} }`,
  "62.5 %": "html { font-size: 62.5% } body { font-size: 1.6rem }",
};

/** Each thing that shows: where it stands in the app, and what it looks like. */
const LOOKS = `
  const SAID = ["color", "backgroundColor", "fontFamily", "fontSize", "fontStyle", "fontWeight", "fontVariantCaps", "lineHeight",
    "letterSpacing", "wordSpacing", "textIndent", "textTransform", "textAlign", "textShadow", "whiteSpace", "wordBreak", "cursor",
    "listStyleType", "direction", "borderTopWidth", "borderTopColor", "borderTopLeftRadius", "display", "float", "fill",
    "webkitTextFillColor"];
  const looks = () => {
    const here = app().getBoundingClientRect();
    const isShown = (element) => element.getClientRects().length > 0 && !element.closest(".sf-hidden");
    return [app(), ...app().querySelectorAll("*")].filter(isShown).map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const place = [left - here.left, top - here.top, width, height].map(Math.round).join(" ");
      const style = getComputedStyle(element);
      const look = SAID.map((name) => name + ": " + style[name]).join("; ");
      return element.localName + "." + element.getAttribute("class") + " | " + place + " | " + look;
    });
  };
  const sheet = document.createElement("style");
  const withSheet = (css, look) => {
    sheet.textContent = css;
    document.head.append(sheet);
    try { return look(); } finally { sheet.remove(); }
  };
`;

/** What looks otherwise when the page says what is hostile, or is one from right to left. */
function changed(page) {
  page.bring(LOOKS);
  return page.run((hostile) => {
    // WebKit notices late that somebody uses keys, and shows the hints for those then.
    root.activeElement?.blur();
    const before = looks();
    const differ = (after) =>
      after.length === before.length ? after.filter((look, at) => look !== before[at]) : ["more or fewer things show"];
    const found = Object.entries(hostile).map(([name, css]) => [name, withSheet(css, () => differ(looks()))]);
    document.documentElement.dir = "rtl";
    found.push(["from right to left", differ(looks())]);
    document.documentElement.dir = "ltr";
    return { things: before.length, found: found.flatMap(([name, looks]) => looks.slice(0, 2).map((look) => `${name}: ${look}`)) };
  }, HOSTILE);
}

/** How wide the element is in each place, and whether anything in it reaches out of it. */
function widths(page, places) {
  return page.run((id, places) => {
    const element = document.getElementById(id);
    const home = element.parentElement;
    const after = element.nextSibling;
    const found = places.map(([around, css]) => {
      const place = document.createElement("div");
      place.style.cssText = `inline-size: 600px; ${around}`;
      const parent = place.appendChild(document.createElement("div"));
      parent.style.cssText = css;
      parent.append(element);
      home.append(place);
      const { left, right, width } = element.getBoundingClientRect();
      const shown = all("*").filter((part) => part.getClientRects().length > 0 && !part.closest(".sf-hidden"));
      const out = shown.filter((part) => {
        const box = part.getBoundingClientRect();
        return box.left < left - 1 || box.right > right + 1;
      });
      home.insertBefore(element, after);
      place.remove();
      return [Math.round(width), ...out.slice(0, 2).map((part) => part.className)];
    });
    return found;
  }, page.id, places);
}

/** Colours of every kind: hues by how strong and how light they are, greys, and other ways to say one. */
const ACCENTS = [
  ...Array.from({ length: 12 }, (_, hue) =>
    [40, 70, 100].map((s) => [10, 25, 40, 50, 60, 80].map((l) => `hsl(${hue * 30} ${s}% ${l}%)`)),
  ).flat(2),
  ...Array.from({ length: 21 }, (_, step) => `hsl(0 0% ${step * 5}%)`),
  ...["rebeccapurple", "oklch(0.7 0.2 40)", "color(display-p3 0 1 0)", "light-dark(#036, #9cf)", "rgb(0 0 0 / 30%)"],
];

visitors("The element’s look", (path) => {
  for (const [what, site, prepare] of [
    ["a question", CHECK, (page) => page.start("quick")],
    ["the plan", PLAN, (page) => page.step(() => page.press("Look at a worked example"))],
  ]) {
    path(
      `a page’s own sheets change nothing in ${what}`,
      async (page) => {
        await page.open();
        await prepare(page);
        await page.run(() => Promise.allSettled(app().getAnimations({ subtree: true }).map((moves) => moves.finished)));
        const { things, found } = await changed(page);
        assert.ok(things > 20);
        assert.deepEqual(found, []);
      },
      site,
    );
  }

  path(
    "it is as wide as there is room, never too narrow to use, and nothing in it reaches out",
    async (page) => {
      await page.open();
      const PLACES = [
        ["", ""],
        ["", "display: flex"],
        ["", "display: flex; flex-direction: column; align-items: center"],
        ["", "display: grid; place-items: center"],
        ["", "float: left"],
        ["", "display: inline-block"],
        ["", "inline-size: fit-content"],
        ["", "contain: content"],
        ["", "display: table-cell"],
        ["", "display: grid; grid-template-columns: min-content"],
        ["inline-size: 280px", ""],
        ["inline-size: 360px; font-size: 32px", ""],
      ];
      const found = await widths(page, PLACES);
      assert.deepEqual(found, [...Array(9).fill([600]), [240], [280], [360]]);
    },
    CHECK,
  );

  path(
    "whatever the accent, the words on it and of it can be read, and its marks be seen",
    async (page) => {
      await page.open();
      page.bring(CONTRAST + LOOKS);
      const { weak, own } = await page.run((id, accents) => {
        const element = document.getElementById(id);
        const weak = [];
        const style = (selector) => getComputedStyle(all(selector)[0]);
        const pairs = () => {
          const card = over(style(".sf-card").backgroundColor);
          const chosen = style(".sf-option:has(:checked)");
          const button = style(".sf-solid");
          return [
            ["the button’s words", 4.5, over(button.color), over(button.backgroundColor)],
            ["a link", 4.5, over(style(".sf-link").color), card],
            ["a link on the tint", 4.5, over(style(".sf-link").color), over(chosen.backgroundColor)],
            ["the chosen answer’s words", 4.5, over(chosen.color), over(chosen.backgroundColor)],
            ["the chosen answer’s edge", 3, over(chosen.borderTopColor), card],
          ];
        };
        // Ours, and as far as a page may go from them (docs/embedding.md).
        const grounds = { light: ["initial", "#f0f0f0"], dark: ["initial", "#2b2b2b"] };
        for (const [theme, ground] of Object.entries(grounds).flatMap(([theme, two]) => two.map((one) => [theme, one]))) {
          element.setAttribute("theme", theme);
          // The page's own grounds with some of the accents only: it takes a while.
          for (const accent of accents.filter((_, at) => ground === "initial" || at % 7 === 0)) {
            const css = `strategy-first { --sf-accent: ${accent}; --sf-bg: ${ground} }`;
            for (const [what, least, one, other] of withSheet(css, pairs)) {
              const ratio = contrast(one, other);
              if (ratio < least) weak.push(`${what} with ${accent} (${theme}, ${ground}): ${ratio.toFixed(2)}`);
            }
          }
        }
        element.removeAttribute("theme");
        return { weak, own: [style(".sf-solid").backgroundColor, style(".sf-solid").color, style(".sf-link").color] };
      }, page.id, ACCENTS);
      assert.ok(ACCENTS.length > 200);
      assert.deepEqual(weak, []);
      assert.deepEqual(own, ["rgb(11, 107, 105)", "rgb(255, 255, 255)", "rgb(11, 107, 105)"], "ours are as they were");
    },
    CHECK,
  );

  path(
    "light and dark follow the page, or the theme it asks for, at once",
    async (page) => {
      await page.open();
      page.bring(LOOKS);
      const cards = await page.run((id) => {
        const element = document.getElementById(id);
        const card = () => getComputedStyle(all("[part=card]")[0]).backgroundColor;
        const as = (theme, css) => {
          if (theme) element.setAttribute("theme", theme);
          else element.removeAttribute("theme");
          return withSheet(css, card);
        };
        const DARK = "html { color-scheme: dark }";
        return [
          as("", ""),
          as("", DARK),
          as("auto", DARK),
          as("light", DARK),
          as("dark", ""),
          as("dark", "* { all: unset !important }"),
          as("", "div { color-scheme: dark }"),
        ];
      }, page.id);
      const [light, dark] = ["rgb(255, 255, 255)", "rgb(27, 33, 41)"];
      assert.deepEqual(cards, [light, dark, dark, light, dark, dark, light]);
    },
    CHECK,
  );

  for (const [what, site] of [
    ["the check", CHECK],
    ["the plan", PLAN],
  ]) {
    path(
      `each property and part works from the page’s own sheet, in ${what}`,
      async (page) => {
        await page.open();
        page.bring(LOOKS);
        const found = await page.run(() => {
          all("button").at(-1).focus();
          const PROPERTIES = [
            ["accent", "rgb(1, 2, 3)", ".sf-solid", "backgroundColor", "color(srgb-linear"],
            ["on-accent", "rgb(1, 2, 3)", ".sf-solid", "color"],
            ["bg", "rgb(1, 2, 3)", "[part=card]", "backgroundColor"],
            ["fg", "rgb(1, 2, 3)", "[part=card]", "color"],
            ["muted", "rgb(1, 2, 3)", ".sf-name, .sf-lang", "color"],
            ["border", "rgb(1, 2, 3)", ".sf", "borderTopColor"],
            ["focus", "rgb(1, 2, 3)", ":focus", "outlineColor"],
            ["radius", "3px", ".sf", "borderTopLeftRadius"],
            ["font", "fantasy", ".sf-title", "fontFamily"],
            ["font-size", "23px", "[part=card]", "fontSize"],
            ["gap", "7px", "[part=card]", "rowGap"],
          ];
          const properties = PROPERTIES.map(([name, value, selector, said, begins = value]) => {
            const got = withSheet(`strategy-first { --sf-${name}: ${value} }`, () => getComputedStyle(all(selector)[0])[said]);
            return got.startsWith(begins) || `${name}: ${got}`;
          });
          const parts = ["card", "button"].map((part) => {
            const css = `strategy-first::part(${part}) { letter-spacing: 7px }`;
            const got = withSheet(css, () => all(`[part=${part}]`).map((element) => getComputedStyle(element).letterSpacing));
            return got.every((spacing) => spacing === "7px") || `${part}: ${got}`;
          });
          return [...properties, ...parts];
        });
        assert.deepEqual(found, Array(13).fill(true));
      },
      site,
    );
  }

  path(
    "the parts of answers, progress and result are there for the page’s sheet",
    async (page) => {
      await page.open();
      page.bring(LOOKS);
      const spaced = (part) =>
        page.run((part) => {
          const css = `strategy-first::part(${part}) { letter-spacing: 7px }`;
          return withSheet(css, () => all(`[part=${part}]`).map((element) => getComputedStyle(element).letterSpacing));
        }, part);
      await page.start("quick");
      assert.deepEqual(await spaced("progress"), ["7px"]);
      const answers = await spaced("option");
      assert.ok(answers.length > 2 && answers.every((spacing) => spacing === "7px"));
      await page.answer(Array(8).fill(1));
      assert.deepEqual(await spaced("result"), ["7px"]);
    },
    CHECK,
  );

  path(
    "on somebody’s blog it has no fault that axe knows of, whether it is as light as the page or not",
    async (page, browser) => {
      const whole = new Page(browser, page.site, { root: "document" });
      const faults = async (...where) => {
        await page.run(() => Promise.allSettled(app().getAnimations({ subtree: true }).map((moves) => moves.finished)));
        for (const fault of await findings(whole, undefined, "strategy-first")) found.push([...where, fault].join(": "));
      };
      const found = [];
      for (const [kind, theme] of [
        ["magazine", "dark"],
        ["wordpress", "dark"],
        ["developer", "auto"],
        ["wordpress", "auto"],
      ]) {
        await page.visit(`${page.site}${kind}.html`);
        await page.isUp();
        await page.set({ theme });
        await faults(kind, theme, "the start");
        await page.start("quick");
        await page.choose(1);
        await faults(kind, theme, "a question");
      }
      assert.deepEqual(found, []);
    },
    { ...POSTS, once: CHROMIUM },
  );

  path(
    "the first card gives way to the app without a jump, at any width",
    async (page, browser) => {
      const heights = async (site, up) => {
        await page.visit(`${site}blog.html`);
        await page.until(up, "both to show");
        return page.run(() =>
          ["en", "fr"].flatMap((id) => {
            const element = document.getElementById(id);
            return [280, 340, 400, 480, 600, 680, 760].map((width) => {
              element.style.inlineSize = `${width}px`;
              const parts = [".sf-bar", ".sf-card", ".sf-foot"].map((part) => element.shadowRoot.querySelector(part));
              const sizes = parts.map((part) => Math.round(part.getBoundingClientRect().height));
              return `${id} ${width}: ${sizes.join(" ")}`;
            });
          }),
        );
      };
      const both = (selector) =>
        `() => ["en", "fr"].every((id) => document.getElementById(id).shadowRoot.querySelector("${selector}"))`;
      const first = await heights(WAITING.site, both(".sf-first .sf-foot"));
      const app = await heights(READY.site, both("select"));
      assert.deepEqual(first, app);
    },
    { ...READY, id: "en" },
  );
});
