// Course packages, unzipped, in a frame of a learning system’s page. What they say to it is held to its rules in tests/lms.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { it } from "node:test";
import { Store } from "../lms/lib/store.mjs";
import { fault, oddities, structureFaults } from "../lms/lib/schema.mjs";
import { findings } from "./lib/axe.mjs";
import { InCourse, KINDS, missed, site, unzipped } from "./lib/courses.mjs";
import { visitors } from "./lib/suite.mjs";

const words = Object.fromEntries(
  ["en", "fr"].map((lang) => {
    const text = readFileSync(new URL(`../../locales/course/${lang}.json`, import.meta.url), "utf8");
    return [lang, JSON.parse(text.replace(/[\u00a0\u202f]/g, " "))];
  }),
);
const QUICK = [0, 1, 2, 3, 0, 1, 2, 3];

for (const kind of KINDS) {
  it(`${kind}: the manifest at the top lists all there is, and all of it is there`, async () => {
    const files = unzipped(kind);
    const names = [...files.keys()];
    const odd = names.filter((name) => !/^[a-z0-9_.-]+(\/[a-z0-9_.-]+)*$/.test(name) || name.endsWith(".mjs"));
    assert.deepEqual(odd, []);
    if (kind === "cmi5") return assert.deepEqual(structureFaults(String(files.get("cmi5.xml"))), []);
    const manifest = String(files.get("imsmanifest.xml"));
    assert.equal(await fault(kind, manifest), "");
    return assert.deepEqual(oddities(kind, manifest, names), []);
  });
}

visitors("In a course", (path) => {
  path(
    "answers are there again after the frame was taken away, the check is complete, and the computer is left bare",
    async (page) => {
      await page.openCourse("scorm12");
      await page.says(words.en.saved);
      assert.doesNotMatch(await page.run(() => document.body.textContent), /leaves this browser|stay in this browser/);
      await page.start("quick");
      await page.answer(QUICK.slice(0, 3));
      const { text } = await page.question();
      await page.leaveCourse();
      await page.enterCourse("scorm12");
      await page.until(
        (text) => all("fieldset legend").length && text === plain(all("fieldset legend")[0].textContent),
        "the fourth question",
        text,
      );
      await page.answer(QUICK.slice(3));
      await page.says(words.en.done);
      assert.deepEqual(await page.run(() => [noted.breaches, noted.errors.filter((error) => !/MIME/.test(error))]), [[], []]);
      await page.leaveCourse();
      const { refused, committed } = await page.record();
      assert.deepEqual(refused, []);
      assert.equal(committed["cmi.core.lesson_status"], "completed");
      const kept = await page.driver.executeScript("return Object.keys(localStorage)");
      assert.deepEqual(kept, []);
      assert.deepEqual(missed, []);
    },
    { as: InCourse, site },
  );

  path(
    "a plan is there again where it was left, in another kind of system",
    async (page) => {
      await page.openCourse("scorm2004");
      await page.take("quick", QUICK);
      await page.says(words.en.done);
      await page.go("app.build");
      await page.press("Whole plan");
      await page.until(() => all("textarea").length > 3, "all fields");
      await page.run(() => {
        const field = all("textarea")[0];
        field.value = "Ours, and nobody else’s";
        for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
      });
      const held = () => all("textarea").some(({ value }) => value === "Ours, and nobody else’s");
      await page.until(() => noted.events.some(({ name }) => name === "sf-plan-change"), "the change to be told");
      await page.hostUntil(() => record.committed["cmi.location"] === "plan", "the plan to be kept");
      await page.says(words.en.done);
      await page.leaveCourse();
      await page.enterCourse("scorm2004");
      await page.press("Whole plan");
      await page.until(held, "what was written");
      await page.leaveCourse();
    },
    { as: InCourse, site },
  );

  path(
    "a record store of another origin hears it, in French",
    async (page) => {
      const store = await new Store().start("cmi5");
      await page.openCourse("cmi5", store.launch());
      page.lang = "fr";
      await page.says(words.fr.saved);
      await page.take("quick", QUICK);
      await page.says(words.fr.done);
      assert.deepEqual(await page.run(() => noted.breaches), []);
      await page.leaveCourse();
      await page.driver.wait(() => store.verbs().includes("terminated"), 10_000, "waited in vain for the last word");
      const verbs = store.verbs();
      assert.deepEqual([verbs[0], verbs.at(-2), verbs.at(-1)], ["initialized", "completed", "terminated"]);
      assert.ok(verbs.filter((verb) => verb === "answered").length >= 8, `${verbs}`);
      assert.deepEqual(store.refused, []);
    },
    { as: InCourse, site },
  );

  path(
    "with nobody to speak to, it says so and works",
    async (page) => {
      await page.driver.get(`${site}short/index.html`);
      page.lang = "fr";
      await page.isUp();
      await page.says(words.fr.missing);
      assert.deepEqual(await findings(page), []);
      await page.take("quick", QUICK);
      assert.ok(await page.hasButton("result.retake"));
    },
    { as: InCourse, site },
  );
});
