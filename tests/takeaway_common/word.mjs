// Makes a Word file of each tree of a sheet in a folder, as the page does: `node word.mjs FOLDER`.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { bytes } from "../../embed/word.js";

const folder = process.argv[2];
for (const name of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
  const sheet = JSON.parse(readFileSync(`${folder}/${name}`, "utf8"));
  writeFileSync(`${folder}/${name.replace(".json", ".docx")}`, await bytes(sheet));
}
