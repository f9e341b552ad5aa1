// What the npm package says of the element, in its manifest and its types, is what the element is.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import Ajv from "ajv";
import { SETTINGS, inScripts } from "../../embed/settings.js";

const root = new URL("../../", import.meta.url);
const text = (path) => readFileSync(new URL(path, root), "utf8");
const json = (path) => JSON.parse(text(path));

const manifest = json("npm/custom-elements.json");
const [{ declarations }] = manifest.modules;
const element = declarations.find((declaration) => declaration.customElement);
const names = (list) => list.map(({ name }) => name).sort();

/** Every name that `pattern` finds in the files of `folder` whose names end so. */
function found(folder, ending, pattern) {
  const files = readdirSync(new URL(folder, root), { recursive: true }).filter((name) => name.endsWith(ending));
  const hits = files.flatMap((name) => [...text(`${folder}${name}`).matchAll(pattern)]);
  return [...new Set(hits.map(([, name]) => name))].sort();
}

/** The first cells of a table of the guide's, below a heading. */
function rows(heading) {
  const [, section] = text("docs/embedding.md").split(new RegExp(`^#+ ${heading}$`, "m"));
  assert.ok(section, `the guide has no heading ‘${heading}’`);
  const cells = section.split(/^#/m)[0].split("\n").map((line) => line.match(/^\| (`.+?) \|/)?.[1]);
  return cells.filter(Boolean).flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name)).sort();
}

test("the manifest keeps to the format", () => {
  const schema = json("node_modules/custom-elements-manifest/schema.json");
  const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
  assert.ok(validate(manifest), JSON.stringify(validate.errors?.slice(0, 3)));
});

test("attributes have the names, values and defaults of the element’s", () => {
  const told = Object.fromEntries(element.attributes.map((one) => [one.name, one]));
  assert.deepEqual(Object.keys(told), Object.keys(SETTINGS));
  // Levels of headings are numbers.
  const bare = (text = "") => text.replaceAll('"', "");
  for (const [name, values] of Object.entries(SETTINGS)) {
    const [first, all] = Array.isArray(values) ? [values[0], values] : [values, ["string"]];
    assert.deepEqual([told[name].fieldName, bare(told[name].default)], [inScripts(name), first], name);
    assert.deepEqual(bare(told[name].type.text).split(" | ").sort(), [...all].sort(), name);
  }
});

test("each attribute has a property that mirrors it, described alike", () => {
  const fields = element.members.filter(({ kind }) => kind === "field");
  for (const [index, { fieldName, name, ...same }] of element.attributes.entries()) {
    assert.deepEqual(fields[index], { kind: "field", name: fieldName, attribute: name, reflects: true, ...same });
  }
  assert.equal(fields.length, element.attributes.length);
});

test("events are those that the program dispatches, and those of the guide", () => {
  assert.deepEqual(names(element.events), found("src/", ".rs", /emit\(\s*"(sf-[a-z-]+)"/g));
  assert.deepEqual(names(element.events), rows("Events"));
});

test("custom properties and parts are those of the style sheets and the program, and those of the guide", () => {
  assert.deepEqual(names(element.cssProperties), found("style/", ".css", /var\((--sf-[a-z-]+)/g));
  assert.deepEqual(names(element.cssProperties), rows("Its look"));
  assert.deepEqual(names(element.cssParts), found("src/", ".rs", /"part",\s*"([a-z]+)"/g));
});

test("the guide lists every attribute and method", () => {
  assert.deepEqual(rows("Attributes"), Object.keys(SETTINGS).sort());
  const methods = element.members.filter(({ kind }) => kind === "method");
  assert.deepEqual(rows("Methods").map((name) => name.replace(/\(.*/, "")), names(methods));
});

test("types say the same as the manifest", () => {
  const folder = mkdtempSync(join(tmpdir(), "strategy-first-types-"));
  const declared = new URL("npm/element.js", root).pathname;
  const lines = [
    `import type { StrategyFirst, StrategyFirstEventMap } from ${JSON.stringify(declared)};`,
    `import type * as types from ${JSON.stringify(declared)};`,
    "type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;",
    "type Own = Exclude<keyof StrategyFirst, keyof HTMLElement>;",
    same("Own", union([...element.members.map(({ name }) => name)].filter((name) => name !== "lang"))),
    same("keyof StrategyFirstEventMap", union(element.events.map(({ name }) => name))),
    ...element.members.map((one) => same(`StrategyFirst["${one.name}"]`, typed(one))),
    ...element.events.map(({ name, type }) => same(`StrategyFirstEventMap["${name}"]`, qualified(type.text))),
  ];
  writeFileSync(join(folder, "same.ts"), lines.join("\n"));
  const tsc = new URL("node_modules/typescript/bin/tsc", root).pathname;
  const options = ["--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "--skipLibCheck", "same.ts"];
  try {
    execFileSync(process.execPath, [tsc, ...options], { cwd: folder, encoding: "utf8" });
  } catch (error) {
    assert.fail(error.stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

function union(values) {
  return values.map((value) => JSON.stringify(value)).join(" | ");
}

let count = 0;

/** A line that compiles only where both are the same type. */
function same(one, other) {
  count += 1;
  return `export const same${count}: Same<${one}, ${other}> = true;`;
}

function typed({ kind, type, parameters = [], return: result }) {
  if (kind === "field") return type.text;
  const given = parameters.map(({ name, type }) => `${name}: ${qualified(type.text)}`).join(", ");
  return `(${given}) => ${qualified(result.type.text)}`;
}

/** With the names of our own types as those of the module. */
function qualified(type) {
  return type.replace(/\b([A-Z]\w+Detail|Backup|StateFile)\b/g, "types.$1");
}
