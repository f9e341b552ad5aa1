// Manifests, as they are before the list of files is put in, with one put in here; and words of the page.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { it } from "node:test";
import { fault, oddities, structureFaults } from "./lib/schema.mjs";

const repository = (path) => new URL(`../../${path}`, import.meta.url);
const text = (path) => readFileSync(repository(path), "utf8");
const NAMES = ["course.js", "index.html", "packs/full.en.json", "strategy-first_bg.wasm"];
const list = NAMES.map((name) => `<file href="${name}"/>`).join("\n");

const manifests = Object.fromEntries(
  ["scorm12", "scorm2004"].map((kind) => [kind, text(`embed/lms/${kind}.xml`).replace("__FILES__", list)]),
);

/** A manifest with something changed must be found faulty, by the schema or else. */
async function isFaulty(kind, from, to, names = NAMES) {
  const changed = manifests[kind].replace(from, to);
  assert.notEqual(changed, manifests[kind], `${kind} has no ${from}`);
  const found = oddities(kind, changed, ["imsmanifest.xml", ...names]).join() || (await fault(kind, changed));
  assert.ok(found, `${kind} with ${to} for ${from} passes`);
}

for (const [kind, manifest] of Object.entries(manifests)) {
  it(`${kind}: valid against the published schemas, and odd in nothing`, async () => {
    assert.equal(await fault(kind, manifest), "");
    assert.deepEqual(oddities(kind, manifest, ["imsmanifest.xml", ...NAMES]), []);
  });

  it(`${kind}: what is wrong is found`, async () => {
    await isFaulty(kind, "<organizations default", "<organisations default");
    await isFaulty(kind, 'identifierref="page"', 'identifierref="page" colour="red"');
    await isFaulty(kind, '<item identifier="check"', "<item");
    await isFaulty(kind, /<resources>[^]*<\/resources>/, "");
    await isFaulty(kind, /scormtype/i, kind === "scorm12" ? "scormType" : "scormtype");
    await isFaulty(kind, '<file href="course.js"/>', "");
    await isFaulty(kind, '<file href="course.js"/>', '<file href="other.js"/>');
    await isFaulty(kind, '<file href="course.js"/>', '<file href="course.js"/><file href="course.js"/>');
    await isFaulty(kind, 'isvisible="true"', 'isvisible="perhaps"');
  });
}

it("a score to pass is found, where the schema allows one", async () => {
  await isFaulty("scorm12", "      </item>", "        <adlcp:masteryscore>50</adlcp:masteryscore>\n      </item>");
});

it("cmi5: a course structure with all its parts, in order; and what is wrong is found", () => {
  const xml = text("embed/lms/cmi5.xml");
  assert.deepEqual(structureFaults(xml), []);
  for (const [from, to] of [
    ["</course>", ""],
    ['moveOn="Completed"', 'moveOn="Passed"'],
    ["<url>index.html</url>", "<url>start.html?v=1</url>"],
    [/<title>[^]*?<\/title>/, ""],
    ["launchMethod", 'masteryScore="0.5" launchMethod'],
    ["v1/CourseStructure.xsd", "v2/CourseStructure.xsd"],
  ]) {
    assert.notDeepEqual(structureFaults(xml.replace(from, to)), [], `${from}`);
  }
});

const words = Object.fromEntries(
  readdirSync(repository("locales/course")).map((name) => [name.split(".")[0], JSON.parse(text(`locales/course/${name}`))]),
);

it("every word of the page is there in every language, and each is used", () => {
  for (const lang of Object.keys(words)) assert.deepEqual(Object.keys(words[lang]), Object.keys(words.en), lang);
  const scripts = readdirSync(repository("embed/lms"))
    .filter((name) => name.endsWith(".js"))
    .map((name) => text(`embed/lms/${name}`))
    .join();
  // Modes, faults and offers are named as the words are.
  const parts = (key) => [key.replace(/^(do|left)\./, ""), key];
  const unused = Object.keys(words.en).filter(
    (key) => key !== "instead" && !parts(key).some((name) => scripts.includes(`"${name}"`) || scripts.includes(`${name}:`)),
  );
  assert.deepEqual(
    unused,
    ["left.all"].filter((key) => unused.includes(key)),
  );
});

it("the page runs no script in itself, and asks for nothing with a query", () => {
  const page = text("embed/lms/index.html");
  assert.doesNotMatch(page, /<script(?![^>]* src=)|<style|\sstyle=|\son\w+=|(href|src)="[^"]*\?/);
  assert.match(page, /script-src 'self' 'wasm-unsafe-eval'; style-src 'self'/);
});

it("the package’s settings are those that are read, with their first values", async () => {
  const { readOptions } = await import("../../embed/lms/options.js");
  const given = JSON.parse(text("embed/lms/settings.json"));
  assert.deepEqual(Object.keys(given).sort(), Object.keys(readOptions("{}")).sort());
  assert.deepEqual(readOptions(JSON.stringify(given)), readOptions("{}"));
});
