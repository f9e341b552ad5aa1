// The states of the pages beside the widget, and of the widget on somebody’s page.
import { readFileSync } from "node:fs";
import { BLOGS, post } from "../blogs.mjs";
import { coder } from "../codes.mjs";
import { HostPage, snippet } from "../host.mjs";
import { Page } from "../page.mjs";
import { published } from "../site.mjs";
import { Trainer } from "../trainer.mjs";

const words = (path) => JSON.parse(readFileSync(new URL(`../../../../locales/${path}.json`, import.meta.url), "utf8"));
const plain = (text) => text.replace(/[\u00a0\u202f]/g, " ");

async function visit(page, file, isUp, awaited) {
  await page.visit(`${page.site}${file}?lang=${page.lang}`);
  await page.until(isUp, awaited);
}

async function group(page) {
  await page.enter();
  await page.press("empty.example");
  await page.until(() => all(".sf-figure").length === 6, "six figures");
}

async function wall(page, steps) {
  await group(page);
  await page.press("results.show");
  await page.until(() => root.querySelector("dialog[open]"), "the wall");
  for (let step = 0; step < steps; step += 1) await page.press("show.next");
}

const trainers = [
  ["the trainer’s page", (page) => page.enter()],
  ["the trainer’s page, with a group", group],
  [
    "the trainer’s page, with what was refused",
    async (page) => {
      const full = published("packs/full.en.json");
      const answers = Object.fromEntries(full.items.map(({ id, options }) => [id, options[0].id]));
      await page.enter();
      await page.paste([coder(full)(answers, 1), "SF17A-nothing", coder(full)(answers, 1)]);
      await page.until(() => all(".sf-came-list li").length > 0, "what was refused");
    },
  ],
  ["the wall, the square", (page) => wall(page, 0)],
  ["the wall, the stages", (page) => wall(page, 1)],
  ["the wall, the moves", (page) => wall(page, 5)],
  [
    "the drill for a class",
    async (page) => {
      await page.enter();
      await page.press("class.start");
      await page.until(() => root.querySelector("dialog[open]"), "the drill");
    },
  ],
];

async function copied(page) {
  const name = page.wording(plain(words(`editor/${page.lang}`)["start.quick"]));
  await visit(page, "editor.html", () => all("h2").length > 0, "the editor");
  await page.hand.press(await page.find("button", name));
  await page.until(() => all("[id$='0:name']").length > 0, "the form");
}

const others = [
  ["the editor", (page) => visit(page, "editor.html", () => all("h2").length > 0, "the editor")],
  ["the editor, with a copy of ours", copied],
  [
    "the editor, with a fault",
    async (page) => {
      await copied(page);
      await page.run(() => {
        const [name] = all("[id$='0:name']");
        name.value = "";
        for (const event of ["input", "change"]) name.dispatchEvent(new Event(event, { bubbles: true }));
      });
      await page.until(() => all(".sf-fault").length > 0, "the fault");
    },
  ],
  ["the worksheets", (page) => visit(page, "worksheets.html", () => all(".sf-leaf").length > 0, "the preview")],
  [
    "the page that makes snippets",
    async (page) => {
      const isUp = () => {
        document.querySelector("#stand").scrollIntoView();
        return document.querySelector("strategy-first")?.shadowRoot?.querySelector("select");
      };
      await visit(page, "embed.html", isUp, "the widget on the sample page");
      await page.run(() => scrollTo(0, 0));
    },
  ],
];

/** A blog’s post around the widget, and the post on its address. */
const guest = (kind, attributes) => ({
  files: { "blog.html": post(kind, snippet(`loading="eager" storage="none" ${attributes}`)) },
});

const blogs = BLOGS.flatMap((kind) => [
  [`on a blog, ${kind}`, (page) => page.open(), kind, (lang) => `lang="${lang}"`],
  [
    `a question on a blog, ${kind}`,
    async (page) => {
      await page.open();
      await page.start("quick");
      await page.choose(1);
    },
    kind,
    (lang) => `lang="${lang}"`,
  ],
]);

export const PAGES = [
  ...trainers.map(([name, reach]) => ({ name, reach, as: Trainer })),
  ...others.map(([name, reach]) => ({ name, reach, as: Page })),
  ...blogs.map(([name, reach, kind, attributes]) => ({
    name,
    reach,
    as: HostPage,
    site: (lang) => guest(kind, attributes(lang)),
  })),
];
