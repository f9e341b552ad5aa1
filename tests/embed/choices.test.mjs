// What is chosen on embed.html: how it stands in an address, what it comes to, and what is refused.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { COLOURS, FIELDS, LONGEST, fromFragment, settle, toFragment } from "../../embed/choices.js";
import { ENOUGH, leastContrast } from "../../embed/contrast.js";
import { SETTINGS } from "../../embed/settings.js";

const BASE = "https://files.example/sf/";

const repository = (path) => new URL(`../../${path}`, import.meta.url);
const file = (path) => readFileSync(repository(path), "utf8");
const LANGUAGES = readdirSync(repository("content"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const settled = (fields) => settle({ ...FIELDS, ...fields }, BASE);

test("each field that is the default comes to nothing, each that isn’t to its attribute or property", () => {
  const check = (fields, attributes, properties = {}) => {
    assert.deepEqual(settled(fields), { attributes, properties, faults: {} }, JSON.stringify(fields));
  };
  check({}, {});
  for (const [name, values] of Object.entries(SETTINGS)) {
    if (typeof values === "string") continue;
    for (const value of values) check({ [name]: value }, value === values[0] ? {} : { [name]: value });
  }
  check({ lang: "fr" }, { lang: "fr" });
  check({ pack: "quick" }, { pack: "quick" });
  check({ pack: "own" }, {});
  check({ pack: "own", "pack-url": "bakery.json" }, { pack: "https://files.example/sf/bakery.json" });
  check({ pack: "own", "pack-url": " https://blog.example/a b.json " }, { pack: "https://blog.example/a%20b.json" });
  check({ pack: "full", "pack-url": "javascript:1" }, {});
  check({ "storage-key": "default" }, {});
  check({ "storage-key": " shop\n two " }, { "storage-key": "shop two" });
  const link = { "cta-href": "https://blog.example/offer?a=1&b=2", "cta-label": "Talk to us" };
  check(link, link);
  check({ ...link, "cta-href": "mailto:us@blog.example" }, { ...link, "cta-href": "mailto:us@blog.example" });
  // Neither of them has a pack or a result.
  for (const view of ["plan", "drill"]) check({ ...link, view, pack: "quick" }, { view });
  for (const name of COLOURS) check({ [name]: "#0b6b69" }, {}, { [`--sf-${name}`]: "#0b6b69" });
  check({ radius: "0" }, {}, { "--sf-radius": "0px" });
  check({ radius: "048" }, {}, { "--sf-radius": "48px" });
  check(
    { font: "Georgia, 'Été 2', \"A_b-c\", var(--site), -apple-system" },
    {},
    {
      "--sf-font": "Georgia, 'Été 2', \"A_b-c\", var(--site), -apple-system",
    },
  );
});

test("attributes come in the order of the settings, whatever order they were chosen in", () => {
  const fields = {
    "cta-label": "x",
    "cta-href": "https://x.example",
    lang: "fr",
    mode: "iframe",
    view: "quiz",
    pack: "quick",
  };
  const names = Object.keys(settled(fields).attributes);
  assert.deepEqual(names, ["view", "pack", "lang", "mode", "cta-href", "cta-label"]);
});

test("what is wrong is named, and comes to nothing", () => {
  const check = (fields, faults) => assert.deepEqual(settled(fields), { attributes: {}, properties: {}, faults });
  for (const href of [
    "javascript:alert(1)",
    " java\nscript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "\u0001javascript:alert(1)",
    "data:text/html,<script>",
    "vbscript:x",
    "blob:https://x.example/1",
    "//evil.example",
    "/offer",
    "example.org",
    "http://",
  ]) {
    check({ "cta-href": href, "cta-label": "x" }, { "cta-href": "fault.href" });
  }
  check({ "cta-href": "https://x.example" }, { "cta-label": "fault.label" });
  check({ "cta-href": "https://x.example", "cta-label": " \n" }, { "cta-label": "fault.label" });
  check({ "cta-label": "x" }, { "cta-href": "fault.no-href" });
  for (const address of ["javascript:1", "data:application/json,{}", "https://", "file:///etc/passwd"]) {
    check({ pack: "own", "pack-url": address }, { "pack-url": "fault.pack" });
  }
  for (const radius of ["-1", "49", "4px", "1e1", "4.5", "٤", "0x1"]) check({ radius }, { radius: "fault.radius" });
  for (const font of ["a;b", "a}b", "</style>", "url(x)", "'a", "\"a'", "a,,b", ",", "expression(1)", "\\65", "a!b"]) {
    check({ font }, { font: "fault.font" });
  }
});

test("a colour can’t end its declaration, close the sheet, or ask for a file", () => {
  const isTaken = (accent) => "--sf-accent" in settled({ accent }).properties;
  const good = [
    "#abc",
    "#ABCD",
    "#0b6b69",
    "#0b6b69ff",
    "teal",
    "rgb(1 2 3 / 50%)",
    "hsla(120,1%,2%,.5)",
    "var(--brand)",
  ];
  const nested = ["light-dark(#fff, rgb(0 0 0))", "color-mix(in srgb, red 20%, var(--x, oklch(1 0 0)))", " teal "];
  for (const colour of [...good, ...nested]) assert.ok(isTaken(colour), colour);
  const bad = [
    "red;x:y",
    "red}",
    "</style>",
    "url(x)",
    "rgb(1 2 3",
    "rgb(1 2 3))",
    "rgb)1(",
    "red blue",
    "#12g",
    "/**/red",
  ];
  const worse = [
    "rgb(url(x))",
    "image-set(x)",
    "var(--x;)",
    "'red'",
    "red!important",
    "red\\9",
    "attr(x)",
    "(red)",
    "a(1)b(2)",
  ];
  for (const colour of [...bad, ...worse]) assert.ok(!isTaken(colour), colour);
  assert.deepEqual(settle({ ...FIELDS, bg: "grren" }, BASE, () => false).faults, { bg: "fault.colour" });
});

test("an address says what differs from the defaults, and gives it back", () => {
  const check = (fields, fragment) => {
    assert.equal(toFragment({ ...FIELDS, ...fields }), fragment);
    assert.deepEqual(fromFragment(`#${fragment}`, LANGUAGES), { ...FIELDS, ...fields });
  };
  check({}, "");
  check({ view: "drill", lang: "fr", accent: "#0b6b69" }, "view=drill&accent=%230b6b69&lang=fr");
  check({ "cta-label": '1 & 2 = "3" + <4> ‮' }, "cta-label=1+%26+2+%3D+%223%22+%2B+%3C4%3E+%E2%80%AE");
  // What is wrong in a field stays there to be mended; a value that is in no list can’t be shown.
  check({ accent: "grren", radius: "-1" }, "accent=grren&radius=-1");
  const other = "#view=all%00&theme=blue&lang=xx&pack=%3Cb%3E&mode=toString&constructor=x&__proto__=y&loading=";
  assert.deepEqual(fromFragment(other, LANGUAGES), FIELDS);
  assert.equal(fromFragment(`#font=${"x".repeat(9999)}`, LANGUAGES).font.length, LONGEST);
});

test("contrast is that of the themes that a visitor may see", () => {
  const check = (properties, theme, expected) => {
    assert.equal(leastContrast(properties, theme)?.toFixed(2), expected, JSON.stringify([properties, theme]));
  };
  check({ "--sf-bg": "#fff", "--sf-fg": "#000" }, "auto", "21.00");
  check({ "--sf-bg": "#ffffff", "--sf-fg": "#767676" }, "light", "4.54");
  check({ "--sf-bg": "#fff" }, "light", "15.62");
  // The dark theme’s text on a background that stays white.
  check({ "--sf-bg": "#fff" }, "auto", "1.25");
  check({ "--sf-bg": "teal" }, "light", undefined);
  assert.ok(leastContrast({}, "auto") > ENOUGH);
});

test("the colours by which contrast is told are the widget’s own", () => {
  const tokens = file("style/tokens.css");
  for (const [name, pair] of Object.entries({ bg: ["#ffffff", "#1b2129"], fg: ["#1c2430", "#e9e6df"] })) {
    assert.ok(tokens.includes(`--_${name}: var(--sf-${name}, light-dark(${pair.join(", ")}))`), name);
    const [light, dark] = pair;
    assert.equal(leastContrast({ [`--sf-${name}`]: light }, "light"), leastContrast({}, "light"), name);
    assert.equal(leastContrast({ [`--sf-${name}`]: dark }, "dark"), leastContrast({}, "dark"), name);
  }
});

test("each language has the same words, in the same order, and those that the page asks for", () => {
  const words = Object.fromEntries(LANGUAGES.map((tag) => [tag, JSON.parse(file(`content/${tag}/embed.json`))]));
  for (const tag of LANGUAGES) assert.deepEqual(Object.keys(words[tag]), Object.keys(words.en), tag);
  const page = file("embed/embed.html");
  const asked = [...page.matchAll(/data-(?:t|paragraphs|items|field)="([^"]+)"/g)].map(([, key]) => key);
  for (const key of asked) assert.ok(key in words.en, `${key} has no words`);
  const source = page + ["configure", "choices", "fields"].map((name) => file(`embed/${name}.js`)).join("");
  // The scripts put these together from parts.
  const isMade = (key) => /^(notice|snippet|count)\.|\.hint$/.test(key);
  for (const key of Object.keys(words.en)) assert.ok(isMade(key) || source.includes(`"${key}"`), `nothing says ${key}`);
});
