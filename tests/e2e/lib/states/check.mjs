// The states of the check, the drill and the pages about it: what each is called, and the steps that lead to it.
import { fillUp } from "../kept.mjs";
import { Page } from "../page.mjs";
import { NO_STORAGE } from "../scripts.mjs";

/** Where everything unfolds. */
export const unfold = (page) => page.run(() => all("details").forEach((part) => part.setAttribute("open", "")));

/** For each question of a pack, the option that scores most, or least. */
const scoring = (page, pack, pick) =>
  page.pack(pack).items.map(({ options }) => {
    const scores = options.map(({ score }) => score ?? 0);
    return scores.indexOf(pick(...scores));
  });

const mixed = (page) => page.pack("full").items.map((item, index) => (index === 5 ? null : (index * 2 + 1) % item.options.length));

async function take(page, choices, pack = "full") {
  await page.open();
  await page.take(pack, choices(page));
}

async function question(page, choice) {
  await page.open();
  await page.start("quick");
  if (choice !== undefined) await page.choose(choice);
}

async function drill(page, sorted) {
  await page.open({ view: "drill", seed: "42" });
  await page.go("start.start");
  if (sorted !== undefined) await page.go(page.choicesInDrill()[sorted]);
}

async function failed(page) {
  await page.visit(`${page.site}?lang=${page.lang}`);
  await page.until(() => all("[role=alert], .sf-first [role=status]").some(text), "a word on what is wrong");
}

const states = [
  ["the start", (page) => page.open()],
  ["a question", (page) => question(page)],
  ["a question, answered", (page) => question(page, 1)],
  [
    "a question, with its error",
    async (page) => {
      await question(page);
      await page.press("question.next");
      await page.until(() => text(all("[role=alert]")[0]), "the error");
    },
  ],
  [
    "the last question",
    async (page) => {
      await page.open();
      await page.start("full");
      await page.answer(Array(16).fill(0));
    },
  ],
  ["a result", (page) => take(page, mixed)],
  [
    "a result, unfolded",
    async (page) => {
      await take(page, mixed);
      await unfold(page);
    },
  ],
  ["a result, all settled", (page) => take(page, (page) => scoring(page, "full", Math.max))],
  ["a result, all open", (page) => take(page, (page) => scoring(page, "full", Math.min))],
  ["a result of the quick check", (page) => take(page, () => Array(8).fill(1), "quick")],
  ["a result of too few answers", (page) => take(page, () => [0, 0, ...Array(15).fill(null)])],
  [
    "a result beside the one before",
    async (page) => {
      await take(page, mixed);
      await page.home();
      await page.take("full", scoring(page, "full", Math.max));
    },
  ],
  [
    "a result with its link, its code and its QR code",
    async (page) => {
      await take(page, mixed);
      await page.press("result.link");
      await page.until((label) => named("input", label)?.value, "the link", page.t("result.link_label"));
      await page.press("result.code");
      await page.until(() => all("svg.sf-qr")[0], "the code with its picture");
    },
  ],
  [
    "a result as a picture",
    async (page) => {
      await take(page, mixed);
      await page.press("result.picture_save");
      await page.until(() => all("img").some(({ naturalWidth }) => naturalWidth), "the picture");
    },
  ],
  [
    "a result that somebody shares",
    async (page) => {
      const answers = page.pack("full").items.map(({ id, options }) => `${id}~${options[1].id}`);
      await page.open({}, `#result=full&v=2.0&on=2026-11-21&a=${answers.join(".")}&n=${answers.length}`);
    },
  ],
  ["a link that can’t be read", (page) => page.open({}, "#result=full")],
  ["the drill’s introduction", (page) => page.open({ view: "drill", seed: "42" })],
  ["a statement", (page) => drill(page)],
  ["a statement, sorted as strategy", (page) => drill(page, 0)],
  ["a statement, sorted as tactic", (page) => drill(page, 1)],
  [
    "the drill’s end",
    async (page) => {
      await drill(page);
      const [strategy, , objective] = page.choicesInDrill();
      await page.sort(20, [strategy]);
      await page.sort(4, [objective]);
    },
  ],
  [
    "the difference",
    async (page) => {
      await page.open();
      await page.go("app.difference");
    },
  ],
  [
    "the glossary",
    async (page) => {
      await page.open();
      await page.go("app.glossary");
    },
  ],
  [
    "about it all",
    async (page) => {
      await page.open();
      await page.go("app.about");
    },
  ],
  [
    "a return, with a check under way",
    async (page) => {
      await question(page, 1);
      await page.next();
      await page.home();
    },
  ],
  [
    "a return, with results",
    async (page) => {
      await take(page, mixed);
      await page.home();
    },
  ],
  [
    "started over",
    async (page) => {
      await question(page);
      await page.go("app.start_over");
    },
  ],
  [
    "the earlier results",
    async (page) => {
      await take(page, mixed);
      await page.home();
      await page.take("quick", Array(8).fill(1));
      await page.go("app.history");
    },
  ],
  ["storage refused", (page) => page.open(), { script: NO_STORAGE }],
  [
    "storage full",
    async (page) => {
      await fillUp(page);
      await page.open();
      await page.start("quick");
    },
  ],
  ["what is needed did not come", failed, { refuse: ["strategy-first_bg.wasm"] }],
  ["a browser without WebAssembly", failed, { script: "delete window.WebAssembly;" }],
  [
    "no JavaScript",
    async (page) => {
      await page.browser.devtools("Emulation.setScriptExecutionDisabled", { value: true });
      await page.driver.get(`${page.site}?lang=${page.lang}`);
    },
    { isWithoutScripts: true },
  ],
];

export const CHECK = states.map(([name, reach, site]) => ({ name, reach, site, as: Page }));
