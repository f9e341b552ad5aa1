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

/** What the guide says a page's policy must allow for a way to embed it, with `base` as the address of the files. */
export function policyFor(way, base) {
  const [, policy] = GUIDE.match(new RegExp(`^\\| ${way} \\| \`(script-src.*?|frame-src.*?)\` \\|$`, "m"));
  return policy.replaceAll("https://HOST", new URL(base).origin);
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

  /** Opens an address where the app stands in a frame, and gives what the console had to complain of until it was up. */
  async triesFrame(address) {
    const { driver } = this;
    const wait = (look) => driver.wait(() => driver.executeScript(look), 15_000, `waited in vain for ${look}`);
    await this.visit(address);
    const frame = () => (document.querySelector("strategy-first")?.shadowRoot ?? document).querySelector("iframe");
    await driver.switchTo().frame(await wait(frame));
    await wait(() => document.querySelector(".sf:not(.sf-first) h2") !== null);
    await driver.switchTo().defaultContent();
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

/**
 * Serves folders, each under a path (`{ "/": folder, "/files/": other }`), and files under a policy where `policies` has one for
 * their path. Gives the address.
 */
export async function serve(folders, policies = {}) {
  const paths = Object.keys(folders).sort((one, other) => other.length - one.length);
  const server = createServer(async (request, response) => {
    const asked = normalize(decodeURIComponent(new URL(request.url, "http://here").pathname));
    const path = paths.find((path) => asked.startsWith(path));
    const file = join(folders[path], asked.slice(path.length), asked.endsWith("/") ? "index.html" : "");
    const content = await readFile(file).catch(() => null);
    if (content === null) return response.writeHead(404).end();
    const headers = { "content-type": TYPES[extname(file)] ?? "text/plain" };
    if (policies[asked]) headers["content-security-policy"] = policies[asked];
    return response.writeHead(200, headers).end(content);
  });
  // Neither the server nor a browser that holds on to it keeps the tests from ending.
  server.on("connection", (socket) => socket.unref());
  server.listen(0, "127.0.0.1").unref();
  await once(server, "listening");
  return `http://127.0.0.1:${server.address().port}/`;
}
