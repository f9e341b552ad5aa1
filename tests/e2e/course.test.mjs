// A course: the link that a trainer shares, and the code that learners hand in, before and after.
import assert from "node:assert/strict";
import { path as drawn, qr } from "../../embed/qr.js";
import { writeSession } from "../../embed/session.js";
import { NO_STORAGE } from "./lib/scripts.mjs";
import { copy } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";

const forbidden = await copy({ script: NO_STORAGE });

/** The number that stands for a person: the eight signs after the pack's seven (src/course/code.rs). */
const who = (code) => code.replaceAll("-", "").slice(12, 20);

const CHOICES = [1, 0, 2, 3, 1, 0, 2, 1];

/** Asks for the code, and gives it once its picture is there. */
async function ask(page) {
  await page.press("result.code");
  const [code, path] = await page.until(() => {
    const picture = all("svg.sf-qr path")[0];
    return picture && [text(all(".sf-code-signs")[0]), picture.getAttribute("d")];
  }, "the code and its picture");
  assert.match(code, /^SF1[0-9A-Z]{2}(-[0-9A-Z]{5}){3,}$/);
  assert.equal(path, drawn(qr(code)).path, "the picture is of this code");
  return code;
}

/** The code, once it is another than `before`. */
const other = (page, before) =>
  page.until((before) => [text(all(".sf-code-signs")[0])].find((code) => code !== before), "another code", before);

const chosen = (page) => page.run(() => text(all(".sf-code input:checked")[0].labels[0]));

/** Types an earlier code, and sends it. */
async function type(page, code) {
  const field = await page.find("input", page.t("code.had_label"));
  await page.run((field) => field.closest("details").setAttribute("open", ""), field);
  await page.hand.fill(field, code);
  await page.press("code.had_use");
}

visitors("A course", (path) => {
  path("before and after have the same number, and each says which it is", async (page) => {
    await page.open({}, writeSession({ pack: "quick", moment: "before" }));
    await page.take("quick", CHOICES);
    await page.listen();
    const before = await ask(page);
    assert.equal(await chosen(page), page.t("code.before"));
    await page.run(() => {
      const writeText = async (text) => {
        window.copied = text;
      };
      Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
    });
    await page.press("code.copy");
    await page.until((said) => text(all("[role=status]")[0]) === said, "that it is copied", page.t("code.copied"));
    assert.equal(await page.run(() => window.copied), before);
    assert.deepEqual(await page.heard("sf-export"), [{ format: "code" }]);
    // Weeks later, by another link: what was done is there, and the check begins anew.
    await page.open({}, writeSession({ pack: "quick", moment: "after" }));
    assert.equal(await page.heading(), page.t("start.title"));
    assert.ok(await page.hasButton("app.history"));
    await page.take("quick", CHOICES);
    const after = await ask(page);
    assert.equal(await chosen(page), page.t("code.after"));
    assert.notEqual(after, before);
    assert.equal(who(after), who(before));
    // What was asked before the course is so for ever, and can be said otherwise.
    await page.run(() => all("input[id$=then]")[0].click());
    assert.equal(who(await other(page, after)), who(before));
    assert.equal(await page.status(), page.t("code.now_for", { when: page.t("code.then") }));
    await page.go("app.history");
    await page.step(() => page.run(() => all("ol li").at(-1).querySelector("button").click()));
    assert.equal(await ask(page), before);
  });

  path("a session holds through the check, a reload and the plan, and stays in the address", async (page) => {
    const cta = { "cta-href": "https://trainer.example/more", "cta-label": "Les diapositives" };
    const session = writeSession({ lang: "fr", pack: "quick", moment: "then", seed: 7, ...cta });
    const hash = () => page.run(() => location.hash);
    await page.visit(`${page.site}${session}`);
    page.lang = "fr";
    await page.isUp();
    assert.ok((await page.words()).includes(page.t("start.then")));
    assert.equal(await page.run(() => all("fieldset input").findIndex((input) => input.id.endsWith("quick"))), 0);
    await page.go("start.start");
    await page.answer([1, 2]);
    assert.equal(await hash(), session);
    const place = await page.place();
    await page.reload();
    assert.deepEqual(await page.place(), place);
    await page.answer(CHOICES.slice(2));
    assert.equal(await page.run(() => all("a.sf-line").map((link) => `${text(link)} ${link.href}`)[0]), Object.values(cta).reverse().join(" "));
    await page.go("app.build");
    assert.equal(await hash(), `#plan&${session.slice(1)}`);
    await page.go("app.name");
    await page.until(() => all(".sf-keep").length > 0, "the result");
    assert.equal(await hash(), session);
    await ask(page);
    assert.equal(await chosen(page), page.t("code.then"));
    await page.home();
    await page.go("app.drill");
    await page.go("start.start");
    await page.sort(24, page.choicesInDrill());
    assert.ok((await page.words()).includes(page.t("drill.seed", { seed: 7 })));
    const code = await ask(page);
    assert.equal(await page.run(() => all(".sf-code input[type=radio]").length), 2, "nobody sorts statements as of before");
    await page.reload();
    assert.equal(who(await ask(page)), who(code));
  });

  path("a frame reads the same, and a word that may not be counts for nothing", async (page) => {
    const session = "#session=1&pack=quick&lang=fr&moment=then&cta-href=javascript:1&cta-label=x&view=nothing";
    page.lang = "fr";
    for (const name of ["frame.html", "index.html"]) {
      await page.visit(`${page.site}${name}${session}`);
      await page.isUp();
      assert.ok((await page.words()).includes(page.t("start.then")), name);
      assert.ok(await page.hasButton("app.build"), "the view is the default");
      await page.take("quick", CHOICES);
      await page.until(() => all(".sf-keep").length > 0, "the result");
      assert.equal(await page.run(() => all(".sf-site").length), 0);
    }
  });

  path("an earlier code gives its number, whoever else is at this computer gets one", async (page) => {
    await page.open();
    await page.take("quick", CHOICES);
    const first = await ask(page);
    await page.run(() => all("details:has(form) ~ details")[0].setAttribute("open", ""));
    await page.press("code.other_draw");
    const second = await other(page, first);
    assert.notEqual(who(second), who(first));
    await type(page, first.slice(0, 30));
    await page.until((said) => text(all("[role=alert]")[0]) === said, "the mend", page.t("code.cut_short"));
    await type(page, `  ${first.toLowerCase().replaceAll("-", " ")} `);
    assert.equal(await other(page, second), first);
    assert.equal(await page.alert(), "");
    await page.reload();
    assert.equal(await ask(page), first);
  });

  path(
    "where nothing is kept, the number lasts as long as the page, and the code is to be written down",
    async (page) => {
      await page.open();
      await page.take("quick", CHOICES);
      const code = await ask(page);
      assert.ok((await page.words()).includes(page.t("code.write_down")));
      await page.home();
      await page.go("app.history");
      await page.step(() => page.run(() => all("ol li button")[0].click()));
      assert.equal(await ask(page), code);
    },
    { site: forbidden },
  );
});
