// What the guide says, put into a page as somebody would, and the page opened.
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { Page } from "./page.mjs";

const GUIDE = readFileSync(new URL("../../../docs/embedding.md", import.meta.url), "utf8");

/** The guide's code of a kind (`html`, `php`) that holds `part`, with `base` as the address of the files. */
export function fromGuide(kind, part, base) {
  const blocks = GUIDE.matchAll(new RegExp(`\`\`\`${kind}\n(.*?)\n\`\`\``, "gs"));
  const block = [...blocks].map(([, code]) => code).find((code) => code.includes(part));
  if (!block) throw new Error(`the guide has no code in ${kind} with ${part}`);
  return block.replaceAll("https://HOST/PATH/", base);
}

/** A page with an element on it. */
export class RecipePage extends Page {
  constructor(browser, site, settings) {
    super(browser, site, { root: `document.querySelector("strategy-first").shadowRoot`, ...settings });
  }

  /** Without opening a page of the site's, which might complain of something. */
  forgetEverything() {
    const { origin } = new URL(this.site);
    return this.browser.devtools("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
  }

  /** The app is up, and no longer what stands there before it. */
  isUp() {
    return this.until(() => all(".sf:not(.sf-first) h2").length > 0, "the app to be up");
  }

  /** Opens an address, answers the first question, and gives what the console had to complain of. */
  async tries(address) {
    await this.visit(address);
    await this.isUp();
    await this.start("quick");
    await this.choose(1);
    await this.next();
    return this.browser.consoleErrors();
  }
}

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** Serves folders, each under a path (`{ "/": folder, "/files/": other }`); gives the address. */
export async function serve(folders) {
  const paths = Object.keys(folders).sort((one, other) => other.length - one.length);
  const server = createServer(async (request, response) => {
    const asked = normalize(decodeURIComponent(new URL(request.url, "http://here").pathname));
    const path = paths.find((path) => asked.startsWith(path));
    const file = join(folders[path], asked.slice(path.length), asked.endsWith("/") ? "index.html" : "");
    const content = await readFile(file).catch(() => null);
    if (content === null) return response.writeHead(404).end();
    return response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "text/plain" }).end(content);
  });
  // Neither the server nor a browser that holds on to it keeps the tests from ending.
  server.on("connection", (socket) => socket.unref());
  server.listen(0, "127.0.0.1").unref();
  await once(server, "listening");
  return `http://127.0.0.1:${server.address().port}/`;
}
