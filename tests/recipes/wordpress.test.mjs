// The guide's recipe for WordPress, tried on a blog of its own. `cargo xtask verify-hosts` runs this.
import assert from "node:assert/strict";
import { after } from "node:test";
import { CHROMIUM } from "../e2e/lib/engines.mjs";
import { RecipePage, fromGuide } from "../e2e/lib/recipe.mjs";
import { BASE } from "../e2e/lib/site.mjs";
import { visitors } from "../e2e/lib/suite.mjs";
import { Blog } from "./wordpress/blog.mjs";
import { publish } from "./wordpress/editor.mjs";

const SNIPPET = fromGuide("html", "<strategy-first", BASE);
const FRAME = fromGuide("html", "<iframe", BASE);
const LINK = SNIPPET.match(/<a .*<\/a>/)[0];
const block = (html) => `<!-- wp:html -->\n${html}\n<!-- /wp:html -->`;

const blog = await Blog.start({ "strategy-first.php": fromGuide("php", "add_shortcode", BASE) });
after(() => blog.end());
const { version, theme } = blog.site;

visitors(
  `WordPress ${version}, ${theme}`,
  (path) => {
    const site = { site: blog.address, as: RecipePage };

    path(
      "an administrator puts the snippet into a Custom HTML block: it is kept as it is, and works",
      async (page) => {
        const post = await publish(page, blog, "The check", SNIPPET);
        assert.deepEqual([post.kept, post.isValid], [block(SNIPPET), true]);
        // What the editor itself has to say is not ours.
        await page.browser.consoleErrors();
        assert.deepEqual(await page.tries(post.address), []);
        const asked = await page.run(() => performance.getEntriesByType("resource").map(({ name }) => name));
        const foreign = asked.filter((url) => ![BASE, blog.address].some((ours) => url.startsWith(ours)));
        assert.deepEqual(foreign, [], "nothing is asked of anybody else");
      },
      site,
    );

    path(
      "an editor’s snippet and plain frame are kept as they are, and the frame works",
      async (page) => {
        const snippet = await blog.post("editor", "The check", block(SNIPPET));
        assert.equal(snippet.kept, block(SNIPPET));
        const post = await blog.post("editor", "The check, in a frame", block(FRAME));
        assert.equal(post.kept, block(FRAME));
        assert.deepEqual(await page.triesFrame(post.address), []);
      },
      site,
    );

    path(
      "of an author’s snippet the link is kept, and of a frame nothing",
      async (page) => {
        const post = await blog.post("author", "The check, by an author", block(SNIPPET));
        assert.equal(post.kept.replace(/\s+/g, " "), block(LINK).replace(/\s+/g, " "));
        await page.visit(post.address);
        const links = await page.driver.executeScript(
          "return [...document.querySelectorAll('main a')].map((link) => link.href)",
        );
        assert.ok(links.includes(BASE), `${links}`);
        assert.deepEqual(await page.browser.consoleErrors(), []);
        const framed = await blog.post("author", "A frame, by an author", block(FRAME));
        assert.equal(framed.kept.replace(/\s+/g, ""), block("").replace(/\s+/g, ""));
      },
      site,
    );

    path(
      "an author’s shortcode becomes the check, with what may be asked for",
      async (page) => {
        const asked = `[strategy_first view="quiz" lang="fr" storage-key="a&quot;b" onclick="alert(1)"]`;
        const post = await blog.post("author", "A shortcode", `<!-- wp:shortcode -->\n${asked}\n<!-- /wp:shortcode -->`);
        page.lang = "fr";
        assert.deepEqual(await page.tries(post.address), []);
        const names = await page.run(() => document.querySelector("strategy-first").getAttributeNames());
        assert.deepEqual(names.sort(), ["lang", "storage-key", "view"]);
      },
      site,
    );
  },
  [CHROMIUM],
);
