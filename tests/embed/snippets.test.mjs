// The pieces of code that embed.html offers: what they say, and that nothing chosen can break out of them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FIELDS, settle } from "../../embed/choices.js";
import * as made from "../../embed/snippets.js";

const BASE = "https://files.example/sf/";
const WORDS = { link: "Take the check", title: "A check" };
const LINK = '<a href="https://files.example/sf/">Take the check</a>';
const SCRIPT = '<script type="module" src="https://files.example/sf/embed.js"></script>\n';

const chosen = (fields) => settle({ ...FIELDS, ...fields }, BASE);

test("the script says what differs from the defaults, and nothing else", () => {
  const check = (fields, expected) => assert.equal(made.scriptSnippet(chosen(fields), BASE, WORDS), SCRIPT + expected);
  check({}, `<strategy-first>${LINK}</strategy-first>`);
  check({ theme: "dark", storage: "none" }, `<strategy-first theme="dark" storage="none">${LINK}</strategy-first>`);
  check(
    { mode: "iframe", loading: "eager", "heading-level": "3", "storage-key": "two" },
    `<strategy-first mode="iframe" loading="eager" storage-key="two" heading-level="3">${LINK}</strategy-first>`,
  );
  check(
    { view: "quiz", lang: "fr" },
    '<strategy-first view="quiz" lang="fr"><a href="https://files.example/sf/?view=quiz&amp;lang=fr">Take the check</a></strategy-first>',
  );
  check(
    { accent: "teal", radius: "4", font: 'Georgia, "A b"' },
    `<style>\n  strategy-first {\n    --sf-accent: teal;\n    --sf-radius: 4px;\n    --sf-font: Georgia, "A b";\n  }\n</style>\n<strategy-first>${LINK}</strategy-first>`,
  );
});

test("where the check begins with the page, in a language that is chosen, the script brings the first card", () => {
  const check = (fields, expected) => {
    const code = made.scriptSnippet(chosen({ loading: "eager", lang: "fr", ...fields }), BASE, WORDS);
    assert.equal(/sf\/(embed\S*)"/.exec(code)[1], expected, JSON.stringify(fields));
  };
  check({}, "embed.fr.js");
  check({ view: "quiz", pack: "quick" }, "embed.fr.js");
  check({ loading: "lazy" }, "embed.js");
  check({ lang: "" }, "embed.js");
  check({ mode: "iframe" }, "embed.js");
  check({ view: "plan" }, "embed.js");
  check({ view: "drill" }, "embed.js");
  check({ pack: "own", "pack-url": "own.json" }, "embed.js");
});

test("the frame is asked for by address, and never for what it can’t do", () => {
  const check = (fields, query) => {
    const more = 'title="A check" width="100%" height="760" frameborder="0" loading="lazy" allow="clipboard-write"';
    const expected = `<iframe src="https://files.example/sf/frame.html${query}" ${more}></iframe>`;
    assert.equal(made.frameSnippet(chosen(fields), BASE, WORDS), expected);
  };
  check({}, "");
  check({ mode: "iframe", loading: "eager", accent: "teal" }, "");
  check(
    { theme: "dark", lang: "fr", pack: "quick", storage: "session", "storage-key": "a&b", "heading-level": "1" },
    "?pack=quick&amp;lang=fr&amp;theme=dark&amp;storage=session&amp;storage-key=a%26b&amp;heading-level=1",
  );
});

test("the link leads to a page of its own, with what that understands", () => {
  const check = (fields, query) => {
    const address = `https://files.example/sf/${query}`;
    assert.equal(made.pageAddress(chosen(fields), BASE), address);
    const expected = `<a href="${address.replaceAll("&", "&amp;")}">Take the check</a>`;
    assert.equal(made.linkSnippet(chosen(fields), BASE, WORDS), expected);
  };
  check({}, "");
  check({ theme: "dark", mode: "iframe", storage: "none", "storage-key": "two", accent: "teal" }, "");
  check({ view: "drill" }, "?view=drill");
  check(
    { pack: "own", "pack-url": "own.json?a=1&b=2" },
    "?pack=https%3A%2F%2Ffiles.example%2Fsf%2Fown.json%3Fa%3D1%26b%3D2",
  );
  check(
    { "cta-href": "https://x.example/?a=1&b=2", "cta-label": "Talk & more" },
    "?cta-href=https%3A%2F%2Fx.example%2F%3Fa%3D1%26b%3D2&cta-label=Talk+%26+more",
  );
});

test("what was typed stands in an attribute as it is, and can’t leave it", () => {
  const check = (label, expected) => {
    const code = made.scriptSnippet(chosen({ "cta-href": "https://x.example/", "cta-label": label }), BASE, WORDS);
    assert.equal(/ cta-label="([^"]*)"/.exec(code)?.[1], expected, label);
    // Nothing but our own markup, whatever was typed.
    assert.deepEqual(code.match(/<\/?[a-z-]+/g), [
      "<script",
      "</script",
      "<strategy-first",
      "<a",
      "</a",
      "</strategy-first",
    ]);
  };
  check('Say "hello"', "Say &quot;hello&quot;");
  check("Fish & chips &amp; peas", "Fish &amp; chips &amp;amp; peas");
  check("</strategy-first><script>alert(1)</script>", "&lt;/strategy-first&gt;&lt;script&gt;alert(1)&lt;/script&gt;");
  check('" onmouseover="alert(1)', "&quot; onmouseover=&quot;alert(1)");
  check("it’s 'fine' `now`", "it’s 'fine' `now`");
  check("a\n\t\u0000b\u007f\u0085c", "a b c");
  check("\u202Eevil\u202C \u200F\u2067x\u2069", "&#x202E;evil&#x202C; &#x200F;&#x2067;x&#x2069;");
  check(
    "soft\u00ADhyphen, no\u00A0break, zero\u200Bwidth, \uFEFF, \u2028.",
    "soft&#xAD;hyphen, no&#xA0;break, zero&#x200B;width, &#xFEFF;, &#x2028;.",
  );
  check("half \uD800 a letter", "half \uFFFD a letter");
  check("👍🏽 日本", "👍🏽 日本");
});

test("the address of the files may need escaping too", () => {
  const base = "https://files.example/a&b/%22/";
  assert.ok(
    made
      .scriptSnippet(chosen({}), base, WORDS)
      .startsWith('<script type="module" src="https://files.example/a&amp;b/%22/embed.js"'),
  );
});

test("what a policy needs names the host alone", () => {
  assert.deepEqual(made.policies("https://files.example:8443/sf/"), {
    script: "script-src https://files.example:8443 'wasm-unsafe-eval'; connect-src https://files.example:8443",
    frame: "frame-src https://files.example:8443",
    grow: "script-src https://files.example:8443; frame-src https://files.example:8443",
  });
});

test("the example for counting listens to events that there are, and asks nobody anything", () => {
  for (const [, name] of made.COUNTING.matchAll(/"(sf-[a-z-]+)"/g))
    assert.ok(["sf-start", "sf-complete"].includes(name));
  assert.doesNotMatch(made.COUNTING, /fetch|sendBeacon|XMLHttp|src=/);
});
