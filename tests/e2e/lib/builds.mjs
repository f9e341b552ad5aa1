// A site that can lose its network, and be given another build, whole or half.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { copy, words } from "./site.mjs";

const DIST = process.env.SF_DIST;
const read = (name) => readFileSync(`${DIST}/${name}`, "utf8");
const [, BUILD] = /\?v=(\w+)/.exec(read("index.html"));

/** Every file that names its build. */
const NAMED = readdirSync(DIST).filter((name) => /\.(js|html)$/.test(name) && name !== "strategy-first.html" && read(name).includes(BUILD));

/** The words that another build has on its button. */
export const OTHER_WORD = "Begin";

/** The next build: another name, and another word. */
function next() {
  const files = { "locales/en.json": read("locales/en.json").replace(`"${words.en["start.start"]}"`, `"${OTHER_WORD}"`) };
  for (const name of NAMED) files[name] = read(name).replaceAll(BUILD, [...BUILD].reverse().join(""));
  for (const name of Object.keys(files)) {
    files["worker.js"] = files["worker.js"].replace(integrity(read(name)), integrity(files[name]));
  }
  return files;
}

const integrity = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

/** A site whose network can be cut, with what was asked of it; `update` brings the next build, but for some of its files. */
export class Site {
  requests = [];
  #isCut = false;
  #files = { "worker.js": read("worker.js") };

  static async open(more = {}) {
    const site = new Site();
    site.address = await copy({ files: site.#files, note: (request) => site.#note(request), ...more });
    return site;
  }

  #note(request) {
    this.requests.push(request.url);
    if (this.#isCut) request.socket.destroy();
  }

  cut() {
    this.#isCut = true;
  }

  mend() {
    this.#isCut = false;
  }

  update(late = []) {
    Object.assign(this.#files, next());
    for (const name of late) delete this.#files[name];
  }
}
