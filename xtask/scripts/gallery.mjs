// Takes a picture of every state in every dress, and a page that shows them side by side.
// usage: node gallery.mjs FOLDER [PATTERN], with CHROME, CHROMEDRIVER, SF_BASE_URL and SF_DIST set
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Browser, CHROMIUM } from "../../tests/e2e/lib/engines.mjs";
import { dress, ordinary, picture } from "../../tests/e2e/lib/picture.mjs";
import { LANGUAGES } from "../../tests/e2e/lib/site.mjs";
import { reach, STATES } from "../../tests/e2e/lib/states.mjs";

/** What each state is looked at in. It is reached anew for a phone, where things may begin folded. */
const PHONE = [
  { width: 360, theme: "light" },
  { width: 360, theme: "dark" },
];
const DESK = [
  { width: 1280, theme: "light" },
  { width: 1280, theme: "dark" },
];
/** In the first language these too. */
const NARROW = [{ width: 320, theme: "light" }];
const MORE = [
  { width: 1920, theme: "light" },
  { width: 768, theme: "light", forced: true },
  { width: 768, theme: "light", media: "print" },
];

const [folder, pattern = ""] = process.argv.slice(2);
const wanted = STATES.filter(({ name }) => name.match(new RegExp(pattern, "i")));
if (wanted.length === 0) throw new Error(`no state’s name has ‘${pattern}’ in it`);

const slug = (name) => name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
const title = ({ width, theme, forced, media }) => `${width} px, ${forced ? "forced colours" : (media ?? theme)}`;

if (!pattern) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const browser = await Browser.start(CHROMIUM);
const rows = [];
const failures = [];
try {
  for (const state of wanted) {
    for (const [at, lang] of LANGUAGES.entries()) {
      const row = { name: state.name, lang, pictures: [] };
      const visits = at === 0 ? [[...PHONE, ...NARROW], [...DESK, ...MORE]] : [PHONE, DESK];
      for (const looks of visits) {
        const lost = (error) => failures.push(`${state.name} (${lang}): ${error.message}`);
        await visit(state, lang, looks, row).catch(lost);
      }
      rows.push(row);
    }
    process.stdout.write(`${state.name}\n`);
  }
} finally {
  await browser.quit();
}
writeFileSync(join(folder, "index.html"), index(rows));
for (const failure of failures) console.error(`not reached: ${failure}`);
process.exitCode = failures.length > 0 ? 1 : 0;

/** Reaches the state once, and takes its picture in each dress. */
async function visit(state, lang, looks, row) {
  try {
    await dress(browser, looks[0]);
    const page = await reach(browser, state, lang);
    for (const look of looks) {
      const file = `${slug(`${state.name} ${lang} ${title(look)}`)}.png`;
      writeFileSync(join(folder, file), await picture(page, look));
      row.pictures.push([file, title(look)]);
    }
  } finally {
    await ordinary(browser);
  }
}

function index(rows) {
  const links = rows.filter(({ lang }) => lang === LANGUAGES[0]).map(({ name }) => `<a href="#${slug(name)}-en">${name}</a>`);
  const figure = ([file, title]) =>
    `<figure><a href="${file}"><img loading="lazy" src="${file}" alt="${title}"></a><figcaption>${title}</figcaption></figure>`;
  const section = ({ name, lang, pictures }) =>
    `<section id="${slug(name)}-${lang}"><h2>${name} (${lang})</h2><div>${pictures.map(figure).join("")}</div></section>`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Strategy First, state by state</title>
<style>
  body { margin: 16px; font: 15px/1.5 system-ui, sans-serif; background: #888; color: #000; }
  nav { columns: 5 220px; }
  nav a { display: block; color: inherit; }
  div { display: flex; gap: 12px; align-items: flex-start; overflow-x: auto; }
  figure { margin: 0; }
  img { max-height: 720px; display: block; }
</style>
<h1>Strategy First, state by state</h1>
<nav>${links.join("")}</nav>
${rows.map(section).join("\n")}
</html>
`;
}
