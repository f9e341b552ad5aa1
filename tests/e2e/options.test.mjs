// What a page's address may ask for: the theme, the site's own link, other questions.
import assert from "node:assert/strict";
import { copy, published } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";

const quick = published("packs/quick.en.json");

/** A pack of somebody's own: the quick one, with a question that only some are asked. */
const theirs = structuredClone(quick);
Object.assign(theirs, { id: "bakery", name: "The bakers’ check", pack_version: "1.0" });
theirs.items[2].show_if = { item: theirs.items[1].id, is: [theirs.items[1].options[3].id] };

const broken = structuredClone(theirs);
delete broken.items[4].options[1].feedback;

const newer = { ...structuredClone(theirs), version: 2 };

const site = await copy({
  files: { "bakery.json": theirs, "broken.json": broken, "newer.json": newer, "words.json": "no JSON at all" },
});

const LINKS = [
  { href: "https://example.org/next?a=1&b=2", becomes: "https://example.org/next?a=1&b=2" },
  { href: "mailto:us@example.org", becomes: "mailto:us@example.org" },
  // The page is on http, and so is what it calls by half an address.
  { href: "//example.org/", becomes: "http://example.org/" },
  { href: "javascript:alert(1)" },
  { href: "\u0001 JaVa\nScRiPt:alert(1)" },
  { href: "data:text/html,<script>alert(1)</script>" },
  { href: "blob:http://example.org/1" },
  { href: "https://example.org/", label: " " },
];

visitors("What the address may ask for", (path) => {
  path("dark, light, or as the visitor’s system has it", async (page, browser) => {
    const look = () =>
      page.run(() => {
        const brightness = (colour) => {
          const context = document.createElement("canvas").getContext("2d");
          context.fillStyle = colour;
          context.fillRect(0, 0, 1, 1);
          return context.getImageData(0, 0, 1, 1).data[0];
        };
        const card = getComputedStyle(all("[part=card]")[0]);
        return [document.body, all("[part=card]")[0]]
          .map((element) => brightness(getComputedStyle(element).backgroundColor))
          .concat(brightness(card.color));
      });
    await page.open({ theme: "light" });
    const [lightPage, lightCard, lightInk] = await look();
    await page.open({ theme: "dark" });
    const [darkPage, darkCard, darkInk] = await look();
    assert.ok(lightPage > 200 && lightCard > 200 && lightInk < 60, `${[lightPage, lightCard, lightInk]}`);
    assert.ok(darkPage < 60 && darkCard < 60 && darkInk > 200, `${[darkPage, darkCard, darkInk]}`);
    await page.open({ theme: "auto" });
    const system = await page.run(() => matchMedia("(prefers-color-scheme: dark)").matches);
    assert.deepEqual((await look())[0], system ? darkPage : lightPage);
    if (browser.engine.name !== "Chromium") return;
    const features = [{ name: "prefers-color-scheme", value: system ? "light" : "dark" }];
    await browser.devtools("Emulation.setEmulatedMedia", { features });
    const other = await look();
    await browser.devtools("Emulation.setEmulatedMedia", { features: [] });
    assert.deepEqual(other[0], system ? lightPage : darkPage, "the page follows when the system changes");
  });

  const sent = async (page) => {
    await page.open();
    await page.take("quick", [1, 1, 1, 1, 1, 1, 1, 1]);
    for (const { href, label = "Talk to us", becomes } of LINKS) {
      await page.open({ "cta-href": href, "cta-label": label });
      const links = await page.run(() => all("a").map((link) => [text(link), link.href, link.rel]));
      const expected = becomes ? [[label, becomes, "noopener noreferrer"]] : [];
      assert.deepEqual(links, expected, JSON.stringify(href));
    }
    await page.open({ "cta-href": "https://example.org/", "cta-label": "<b>bold</b> \u202Eevil" });
    const [label] = await page.run(() => all("a").map((link) => link.textContent));
    assert.ok(label.includes("<b>bold</b>"), "markup in a label is words");
    await page.home();
    assert.equal(await page.run(() => all("a").length), 0, "the link is on the result alone");
  };
  path("the site’s own link on the result, if it leads where a visitor may be sent", sent, { once: true });

  path(
    "somebody’s own questions, of which one is asked of some only",
    async (page) => {
      await page.open({ pack: "bakery.json" });
      assert.equal(await page.status(), "");
      await page.listen();
      await page.go("start.start");
      assert.deepEqual(await page.heard("sf-start"), [{ pack: "bakery", packVersion: "1.0" }]);
      await page.answer([0]);
      await page.choose(3);
      await page.next();
      assert.equal(await page.heading(), theirs.items[2].text, "the answer before leads to it");
      await page.choose(1);
      await page.back();
      await page.choose(0);
      await page.next();
      assert.equal(await page.heading(), theirs.items[3].text, "with another answer it is left out");
      assert.match((await page.question()).progress, /^Question 3 of 7/);
      const before = await page.place();
      await page.reload();
      assert.deepEqual(await page.place(), before);
      await page.answer([1, 1, 1, 1, 1]);
      assert.equal(
        (await page.words()).includes(theirs.items[2].text),
        false,
        "what was not asked is not in the result",
      );
      await page.go("app.history");
      assert.ok((await page.words()).includes(theirs.name));
      await page.open();
      await page.home();
      await page.go("app.history");
      assert.ok(
        (await page.words()).includes(page.t("history.elsewhere")),
        "without its questions it is kept, not shown",
      );
    },
    { site },
  );

  for (const [what, pack, place] of [
    ["with a fault", "broken.json", "items[4].options[1].feedback"],
    ["of a newer format", "newer.json", "newer.json"],
    ["that are no JSON", "words.json", "words.json"],
    ["that are not there", "nowhere.json", "nowhere.json"],
  ]) {
    path(
      `questions ${what}: it is said where, and our own are there instead`,
      async (page) => {
        await page.open({ pack });
        assert.equal(await page.status(), page.t("app.pack_faulty", { place }));
        await page.take("quick", [1, 1, 1, 1, 1, 1, 1, 1]);
        assert.ok(await page.hasButton("result.full"));
      },
      { site, once: true },
    );
  }

  path("the quick check proposed first", async (page) => {
    await page.open({ pack: "quick" });
    await page.go("start.start");
    assert.equal(await page.heading(), quick.items[0].text);
    assert.match((await page.question()).progress, /^Question 1 of 8/);
  });

  path("values that are none are as if nothing was asked", async (page) => {
    await page.open({ view: "nonsense", theme: "pink", seed: "many", pack: "", "storage-key": "", lang: "" });
    assert.equal(await page.heading(), page.t("start.title"));
    assert.equal(await page.status(), "");
  });
});
