// The pieces of code that embed.html offers for copying, made from what was chosen. `chosen` is what `settle` gives, `base` the
// address of the folder with the files, `words` what the link and the frame are called.
import { address } from "./choices.js";
import { TOLD } from "./settings.js";

/** What the page of its own may be asked for. */
const PAGE = ["view", "pack", "lang", "cta-href", "cta-label"];

/** The pixels that a frame gets which can't grow: as much as the start screen needs on a desk. */
const HEIGHT = 760;

/** The element, with the script that makes it work and the colours chosen for it. */
export function scriptSnippet({ attributes, properties }, base, words) {
  const script = `<script type="module" src="${escaped(new URL(scriptFor(attributes), base).href)}"></script>\n`;
  const element = `<strategy-first${written(attributes)}>${linkSnippet({ attributes }, base, words)}</strategy-first>`;
  return script + sheet(properties) + element;
}

/** A frame that needs no script on the page around it. */
export function frameSnippet({ attributes }, base, words) {
  const src = address(new URL("frame.html", base), attributes, TOLD);
  const more = { src, title: words.title, width: "100%", height: `${HEIGHT}`, frameborder: "0", loading: "lazy" };
  return `<iframe${written({ ...more, allow: "clipboard-write" })}></iframe>`;
}

/** A link to a page of its own. */
export function linkSnippet({ attributes }, base, words) {
  return `<a href="${escaped(pageAddress({ attributes }, base))}">${escaped(words.link)}</a>`;
}

/** The address of that page. */
export function pageAddress({ attributes }, base) {
  return address(base, attributes, PAGE);
}

/** What a site's Content-Security-Policy needs: for the script, for the frame, and for the script with a frame. */
export function policies(base) {
  const { origin } = new URL(base);
  return {
    script: `script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}`,
    frame: `frame-src ${origin}`,
    grow: `script-src ${origin}; frame-src ${origin}`,
  };
}

/** What the host of the files sends with them. */
export const HEADER = "Access-Control-Allow-Origin: *";

/** How a site counts what happens. */
export const COUNTING = `<script type="module">
  for (const name of ["sf-start", "sf-complete"]) {
    document.addEventListener(name, ({ type, detail }) => {
      console.log(type, detail.pack);
    });
  }
</script>`;

/** Text as it stands in an attribute or an element. What turns a text around, or can't be seen, is written as its number. */
export function escaped(text) {
  const names = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  const number = (letter) => `&#x${letter.codePointAt(0).toString(16).toUpperCase()};`;
  return text.replace(/[&<>"]/g, (letter) => names[letter]).replace(/[\p{Cf}\p{Zl}\p{Zp}\u00a0]/gu, number);
}

/** Where the check begins with the page, and in which language is known, its first card may come with the script. */
function scriptFor({ view = "all", pack = "full", lang, mode, loading }) {
  const hasCard = ["all", "quiz"].includes(view) && ["full", "quick"].includes(pack) && !mode;
  return hasCard && loading && lang ? `embed.${lang}.js` : "embed.js";
}

function written(attributes) {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join("");
}

function sheet(properties) {
  const lines = Object.entries(properties).map(([name, value]) => `    ${name}: ${value};\n`);
  return lines.length > 0 ? `<style>\n  strategy-first {\n${lines.join("")}  }\n</style>\n` : "";
}
