// Where the page in one file has its files: in itself, put there by xtask/src/dist/single.rs. It asks nobody for anything, so it
// runs from a memory stick.
import { SHARED } from "./build.js";
import { program } from "./load.js";
import { nearest, spoken } from "./stage.js";

/** What is loaded as a script elsewhere, and evaluated here no sooner than there. */
const SCRIPTS = {
  "strategy-first.js": () => import("strategy-first.js"),
  "session.js": () => import("./session.js"),
  "qr.js": () => import("./qr.js"),
  "word.js": () => import("./word.js"),
};

export const bring = (name) => SCRIPTS[name]();

/** The questions that the file was built with, by language (`cargo xtask dist --pack`). */
const own = JSON.parse(document.documentElement.dataset.packs ?? "{}");
const lang = nearest(new URLSearchParams(location.search).get("lang") ?? spoken());

/** The questions that are asked, unless the address names others. */
export const pack = own[lang] ?? Object.values(own)[0] ?? "full";

/** The bytes of each file, by its path. */
const held = unpack(document.getElementById("files").textContent);

/** First a line that tells names and lengths, then the files, one after another; all of it deflated, and in base64. */
async function unpack(text) {
  const packed = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const all = new Uint8Array(await new Response(stream).arrayBuffer());
  let from = all.indexOf(10);
  const table = JSON.parse(new TextDecoder().decode(all.subarray(0, from)));
  from += 1;
  return new Map(table.map(([name, length]) => [name, all.subarray(from, (from += length))]));
}

/** As `loader` does. Of what is elsewhere, nothing can be had. */
export async function load(paths) {
  const files = await held;
  return paths.map((path) => (files.has(path) ? new TextDecoder().decode(files.get(path)) : null));
}

const get = async (name) => new Response((await held).get(name), { headers: { "content-type": "application/wasm" } });

export const programs = program(get, bring, SHARED);

/** It is kept already. */
export const stay = async () => {};
