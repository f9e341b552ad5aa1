// The scripts that bring the first card with them, for pages on which the check is the first thing to be seen.
import assert from "node:assert/strict";
import { blog, host, snippet } from "./lib/host.mjs";
import { EVERY_LANGUAGE } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";

const script = (name) => `<script type="module" src="${name}"></script>`;

/** What the first card is made of, where it comes in files of its own. */
const parts = (lang) => ["first.js", `first/${lang}.json`, "host.css", "strategy-first.css"];

/** What guide and contract say that a page has to allow, and nothing else. */
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src data:";

/** A post in `lang` with the script that has the card in `written`; nothing that is in there can be had besides. */
async function withCard(written, lang = written) {
  const html = blog(snippet(`loading="eager"`), { head: script(`embed.${written}.js`), lang });
  const has = written === lang ? parts(lang) : parts(lang).filter((name) => !name.endsWith(".json"));
  return host(html, { refuse: has, policies: { "blog.html": POLICY } });
}

const ASKED = () =>
  performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname.slice(1));

const EACH = await Promise.all(EVERY_LANGUAGE.map(async (lang) => [lang, await withCard(lang)]));
const OTHER = await withCard("en", "fr");
const BOTH = await host(blog(snippet(), { head: script("embed.en.js") + script("embed.js") }));
const HELD = await (async () => {
  let letIn;
  const held = { "strategy-first_bg.wasm": new Promise((then) => (letIn = then)) };
  return { ...(await host(blog(snippet(), { head: script("embed.en.js") }), { held })), letIn };
})();

visitors("A script with the first card in it", (path) => {
  for (const [lang, { site, as }] of EACH) {
    path(
      `in ${lang}: the card is in the script, the app follows, and nothing is asked for twice`,
      async (page) => {
        page.lang = lang;
        await page.open();
        assert.equal(await page.heading(), page.t("start.title"));
        await page.start("quick");
        await page.choose(1);
        const asked = await page.run(ASKED);
        assert.deepEqual(
          asked.filter((name, at) => parts(lang).includes(name) || asked.indexOf(name) !== at),
          [],
        );
        assert.ok(asked.includes(`embed.${lang}.js`), `${asked}`);
      },
      { site, as },
    );
  }

  path(
    "it can be answered before anything else is there",
    async (page) => {
      await page.arrive();
      await page.until(() => root.querySelector(".sf-first h2") !== null, "the first card");
      await page.press("start.start");
      const { text } = await page.question();
      assert.equal(text, page.pack("full").items[0].text);
      await page.choose(2);
      HELD.letIn();
      await page.isUp();
      const question = await page.question();
      assert.deepEqual([question.text, question.chosen], [text, 2]);
    },
    { site: HELD.site, as: HELD.as, once: true },
  );

  path(
    "on a page in another language it fetches the words of that, and nothing that it has",
    async (page) => {
      page.lang = "fr";
      await page.open();
      assert.equal(await page.heading(), page.t("start.title"));
      const asked = await page.run(ASKED);
      assert.equal(asked.filter((name) => name === "first/fr.json").length, 1, `${asked}`);
    },
    OTHER,
  );

  path(
    "beside the other script it does no harm",
    async (page) => {
      await page.open();
      assert.equal(await page.heading(), page.t("start.title"));
      assert.equal(await page.run(() => root.querySelectorAll(".sf").length), 1);
    },
    { ...BOTH, once: true },
  );
});
