// All that is compared, on one small host: each file compressed once, as hard as brotli can.
import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { once } from "node:events";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
};

/** What our own server says of a page, too (xtask/src/server.rs). */
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
  "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'";

/** SurveyJS as its own guide has a page load it. */
const SURVEY = ["survey-core/survey-core.min.css", "survey-core/survey.core.min.js", "survey-js-ui/survey-js-ui.min.js"];

/** The questions that everybody asks. */
export function questions(dist) {
  const { items } = JSON.parse(readFileSync(join(dist, "packs/full.en.json"), "utf8"));
  return items.map(({ text, options }) => ({ text, options: options.map((option) => option.text) }));
}

/** Every file there is, by its path: `/ours/` is the release, and beside it are the pages of `subjects/`. */
function files(dist) {
  const all = new Map();
  const put = (path, bytes) => all.set(path, bytes);
  for (const name of below(dist)) put(`/ours/${name}`, readFileSync(join(dist, name)));
  for (const name of below(here("subjects"))) put(`/${name}`, readFileSync(join(here("subjects"), name)));
  for (const name of SURVEY) put(`/survey/${name.split("/")[1]}`, readFileSync(here(`node_modules/${name}`)));
  const script = `const questions = ${JSON.stringify(questions(dist))};\n`;
  for (const subject of ["survey", "plain"]) put(`/${subject}/questions.js`, Buffer.from(script));
  return all;
}

function below(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

/** Serves them, some by `others` in their place; gives the address, and how to stop. */
export async function serve(dist, others = {}) {
  const all = files(dist);
  for (const [path, text] of Object.entries(others)) all.set(path, Buffer.from(text));
  // Before anybody asks: a second of work for a large file would be taken for the page's.
  for (const [path, bytes] of all) all.set(path, brotliCompressSync(bytes));
  const server = createServer((request, answer) => {
    const { pathname, searchParams } = new URL(request.url, "http://here");
    const path = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
    if (!all.has(path)) return answer.writeHead(404).end();
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    // What has the build's name in its address never changes.
    const age = searchParams.has("v") ? "max-age=31536000, immutable" : "max-age=600";
    const headers = { "content-type": type, "content-encoding": "br", vary: "accept-encoding", "cache-control": age };
    if (path.startsWith("/ours/") && type.startsWith("text/html")) headers["content-security-policy"] = POLICY;
    const body = all.get(path);
    return answer.writeHead(200, { ...headers, "content-length": body.length }).end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = `http://127.0.0.1:${server.address().port}`;
  return { address, stop: () => server.close() };
}
