// The link of a session: what it says comes back, and what it may not say has no effect.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readSession, writeSession } from "../../embed/session.js";

test("what is written is read again", () => {
  const check = (settings, fragment) => {
    assert.equal(writeSession(settings), fragment);
    assert.deepEqual(readSession(fragment), settings);
  };
  check({}, "#session=1");
  check({ view: "drill", lang: "fr", seed: "7" }, "#session=1&view=drill&lang=fr&seed=7");
  check({ pack: "quick", moment: "then" }, "#session=1&pack=quick&moment=then");
  check(
    { pack: "https://files.example/a b&c.json", "cta-href": "mailto:us@shop.example", "cta-label": "Écrivez-nous & venez + tôt" },
    "#session=1&pack=https%3A%2F%2Ffiles.example%2Fa+b%26c.json&cta-href=mailto%3Aus%40shop.example" +
      "&cta-label=%C3%89crivez-nous+%26+venez+%2B+t%C3%B4t",
  );
});

test("a number may be given for a seed, and nothing for what is not asked", () => {
  assert.equal(writeSession({ seed: 0, view: undefined, pack: null, lang: "", "cta-label": " " }), "#session=1&seed=0");
});

test("only a session’s fragment is one", () => {
  for (const other of ["", "#", "#plan", "#result=abc", "#session", "#session=2&view=plan"]) {
    assert.equal(readSession(other), undefined, other);
  }
  assert.deepEqual(readSession("#plan&session=1&lang=fr"), { lang: "fr" });
});

test("what is not allowed counts as not asked", () => {
  const asks = {
    view: ["", "Plan", "constructor"],
    pack: ["javascript:alert(1)", " java\nscript:1", "data:application/json,{}", "blob:https://x.example/1", "file:///etc/passwd", "https://"],
    lang: ["<b>", "e", "en_GB"],
    seed: ["-1", "1.5", "4294967296", "1e3", "٣", "0x1"],
    moment: ["during", "Before"],
    "cta-href": ["JaVaScRiPt:1", "\u0001javascript:1", "data:text/html,", "vbscript:1", "http://[", "ftp://x.example"],
    "cta-label": ["x".repeat(81)],
    base: ["https://x.example"],
    storage: ["none"],
    ["__proto__"]: ["x"],
  };
  for (const [name, values] of Object.entries(asks)) {
    for (const value of values) {
      assert.deepEqual(readSession(`#${new URLSearchParams([["session", "1"], [name, value]])}`), {}, `${name}=${value}`);
      assert.equal(writeSession({ [name]: value }), "#session=1", `${name}: ${value}`);
    }
  }
});
