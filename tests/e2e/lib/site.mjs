// The site under test, its words, and copies of it with something changed.
import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { once } from "node:events";

/** Where the release is served, with a slash at the end. */
export const BASE = process.env.SF_BASE_URL;

/** The languages in which paths are walked; what holds of the words of every language is tested without a browser. */
export const LANGUAGES = ["en", "fr"];

const repository = (path) => new URL(`../../../${path}`, import.meta.url);
/** With every kind of space a plain one, as all that is read off the page. */
const json = (url) => JSON.parse(readFileSync(url, "utf8").replace(/[\u00a0\u202f]/g, " "));

/** A file of the release, read as JSON. */
export const published = (path) => json(`${process.env.SF_DIST}/${path}`);

/** Every language there is. */
export const EVERY_LANGUAGE = readdirSync(repository("locales/page"))
  .map((name) => name.split(".")[0])
  .sort();

/** The interface's words in each language, by their keys, with those of result codes. */
export const words = Object.fromEntries(
  EVERY_LANGUAGE.map((lang) => {
    const lists = ["locales", "locales/code"].map((folder) => json(repository(`${folder}/${lang}.json`)));
    return [lang, Object.assign({}, ...lists)];
  }),
);

/** What pages say before there is an interface, in English. */
export const sentences = json(repository("locales/page/en.json"));

/** `text` with its blanks filled: `{n}` by `blanks.n`. */
export function fill(text, blanks = {}) {
  return text.replace(/\{(\w+)\}/g, (blank, name) => blanks[name] ?? blank);
}

/**
 * Serves a copy of the site, on a port and so an origin of its own, with what `changes` says:
 * - `script`: JavaScript that runs before the page's own
 * - `refuse`: names of files that are not there
 * - `held`: promises by the names of files, which are sent only once they are kept
 * - `files`: more files, by name; an object is sent as JSON
 * - `policies`: what those are sent with as their content security policy, by name
 * - `alter`: a function that changes the headers which a file is sent with, given them and the site's address
 * - `note`: a function that is told of each request
 *
 * Gives its address. Everything else, the type and the policy too, is as the real server has it.
 */
export async function copy({ script, refuse = [], files = {}, held = {}, policies = {}, alter = () => {}, note = () => {} }) {
  // What is put into `files` later is served from then on.
  const added = (name) => (name === "before.js" ? script : files[name]);
  const server = createServer(async (request, response) => {
    const name = request.url.slice(1).split(/[?#]/)[0] || "index.html";
    note(request);
    await held[name];
    if (refuse.includes(name)) return response.writeHead(404).end();
    if (added(name) !== undefined) return send(response, name, added(name), policies[name]);
    const original = await fetch(new URL(request.url, BASE));
    const body = Buffer.from(await original.arrayBuffer());
    const headers = {};
    for (const header of ["content-type", "content-security-policy"]) {
      if (original.headers.has(header)) headers[header] = original.headers.get(header);
    }
    alter(headers, site);
    const isPage = script && headers["content-type"]?.startsWith("text/html");
    response.writeHead(original.status, headers);
    return response.end(isPage ? body.toString().replace("<head>", '<head><script src="before.js"></script>') : body);
  });
  // Neither the server nor a browser that holds on to it keeps the tests from ending.
  server.on("connection", (socket) => socket.unref());
  server.listen(0, "127.0.0.1").unref();
  await once(server, "listening");
  const site = `http://127.0.0.1:${server.address().port}/`;
  return site;
}

const TYPES = { html: "text/html; charset=utf-8", js: "text/javascript; charset=utf-8", json: "application/json" };

function send(response, name, content, policy) {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  const headers = { "content-type": TYPES[name.split(".").pop()] };
  if (policy) headers["content-security-policy"] = policy;
  response.writeHead(200, headers).end(text);
}
