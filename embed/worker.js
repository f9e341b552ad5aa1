// The service worker: it keeps the files of the release, so that its pages open without a network.
//
// A page and its files are always of one build. Every address names the build, a file of another one is none of this worker's, and
// what is kept was held against its digest first: a host in the middle of an update serves a mixture. Another build brings a worker
// of its own, which takes over once no page of this one is open.

const BUILD = "__BUILD__";
/** The digests of the files by their names, for each group of pages and, within it, each language; "" is for all languages. */
const FILES = __FILES__;

const { scope } = registration;
const PREFIX = `strategy-first ${scope} `;
const CACHE = PREFIX + BUILD;
/** What every page needs. */
const APP = "app";
/** As long as a network may take to bring a page that is kept, in milliseconds. */
const PATIENCE = 3000;

const parts = Object.entries(FILES).flatMap(([group, languages]) =>
  Object.entries(languages).map(([lang, files]) => ({ group, lang, files })),
);
const digests = new Map(parts.flatMap(({ files }) => Object.entries(files)));

const isPage = (name) => name.endsWith(".html");
const address = (name) => (isPage(name) ? scope + name.replace("index.html", "") : `${scope}${name}?v=${BUILD}`);

/** The name of a file of the release, with its place within it. */
function named(url) {
  const { origin, pathname } = new URL(url);
  return (origin + pathname).slice(scope.length) || "index.html";
}

addEventListener("install", (event) => event.waitUntil(install()));

async function install() {
  const before = await earlier();
  const isWanted = ({ group, lang, files }) => (group === APP && !lang) || Object.keys(files).some((name) => before.has(name));
  await keep(parts.filter(isWanted));
}

/** What the workers of other builds keep, by the names of their caches. */
const others = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);

/** The names of the files in there. */
async function earlier() {
  const kept = await Promise.all((await others()).map(async (name) => (await caches.open(name)).keys()));
  return new Set(kept.flat().map((request) => named(request.url)));
}

addEventListener("activate", (event) => event.waitUntil(activate()));

async function activate() {
  await Promise.all((await others()).map((name) => caches.delete(name)));
  await clients.claim();
}

// A page tells its group and its language.
addEventListener("message", (event) => {
  const { group, lang } = event.data;
  const isWanted = (part) => [APP, group].includes(part.group) && ["", lang].includes(part.lang);
  event.waitUntil(keep(parts.filter(isWanted)));
});

/** Keeps all files of these parts: one after another, so as not to be in the visitor's way. */
async function keep(wanted) {
  const cache = await caches.open(CACHE);
  for (const name of wanted.flatMap(({ files }) => Object.keys(files))) {
    if (!(await cache.match(address(name)))) await cache.put(address(name), await fetched(name));
  }
}

/** A file as the network has it, if it is whole and of this build. */
async function fetched(name) {
  const answer = await fetch(address(name), isPage(name) ? { cache: "no-cache" } : { integrity: digests.get(name) });
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  if (!isPage(name)) return answer;
  // Hosts may alter a page, but its files are of one build. Anew, for a browser takes no page that came by a detour.
  const html = await answer.text();
  if (!html.includes(`?v=${BUILD}`)) throw new Error(`${name} is of another build`);
  return new Response(html, { headers: answer.headers });
}

addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  if (method !== "GET" || !url.startsWith(scope)) return;
  const name = named(url);
  if (!digests.has(name)) return;
  if (mode === "navigate") {
    if (isPage(name)) event.respondWith(page(name, event.request));
  } else if (new URL(url).searchParams.get("v") === BUILD) {
    event.respondWith(file(name));
  }
});

/** A page from the network, so that a new build shows at once; as it is kept, where there is none, or one that takes too long. */
async function page(name, request) {
  const fresh = fetch(request);
  const kept = await (await caches.open(CACHE)).match(address(name));
  if (!kept) return fresh;
  const late = new Promise((then) => setTimeout(then, PATIENCE, kept));
  return Promise.race([late, fresh.then((answer) => (answer.status < 500 ? answer : kept)).catch(() => kept)]);
}

/** A file as it is kept; else from the network, and kept from then on. */
async function file(name) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(address(name));
  if (kept) return kept;
  const answer = await fetched(name);
  // Where there is no room, it is there for this once.
  cache.put(address(name), answer.clone()).catch(() => {});
  return answer;
}
