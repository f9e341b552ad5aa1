// The page for iframes on somebody’s page of another origin, with the other half of it or without.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Page } from "./page.mjs";
import { SPY } from "./scripts.mjs";
import { BASE, copy } from "./site.mjs";

/** A file of the repository. */
export const source = (path) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

/** A blog's page, with a field to write in, and what `here` is. */
const post = (here, script = "") => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>A post</title><link rel="icon" href="data:,">${script}</head>
  <body>
    <h1>A post</h1>
    <p><label>Search <input id="search"></label></p>
    <div id="above"></div>
    <div id="here">${here}</div>
    <p>What stands below</p>
    <div id="below"></div>
  </body>
</html>`;

/** What the blog's page does: puts the frame there, as asked for in its own address, and notes what it is told. */
const HOST = `
  import { framed } from "./framed.js";
  const asked = new URLSearchParams(location.search);
  const [above, below] = ["above", "below"].map((id) => document.getElementById(id));
  above.style.height = below.style.height = asked.get("room") + "px";
  document.getElementById("search").focus();
  window.told = [];
  window.settings = JSON.parse(asked.get("settings"));
  window.framed = framed({
    url: asked.get("url"),
    title: "Strategy or tactics?",
    settings,
    up: () => told.push({ name: "up" }),
    told: (name, detail) => told.push({ name, detail }),
    failed: () => told.push({ name: "failed" }),
  });
  document.getElementById("here").append(window.framed.frame);`;

/** Where the frame comes from: another origin, with every breach and error noted. */
export const frames = await copy({ script: SPY });
/** One that names itself in its policy, for browsers that do not know it as 'self' in a sandbox (bugs.webkit.org 316847). */
const named = await copy({
  alter(headers, site) {
    headers["access-control-allow-origin"] = "*";
    const policy = headers["content-security-policy"];
    if (policy) headers["content-security-policy"] = policy.replaceAll("'self'", `'self' ${site}`);
  },
});

/** One that lacks the program. */
const broken = await copy({ refuse: ["strategy-first_bg.wasm"] });

/** A frame with nothing but scripts. */
const sandbox = (address) =>
  `<iframe title="A check" width="600" height="400" sandbox="allow-scripts" src="${address}frame.html"></iframe>`;

const SCRIPTS = '<script src="before.js"></script><script type="module" src="host.js"></script>';

export const blog = await copy({
  script: SPY,
  files: {
    "post.html": post("", SCRIPTS),
    "strict.html": post("", `<meta http-equiv="Content-Security-Policy" content="frame-src 'none'">${SCRIPTS}`),
    "host.js": HOST,
    "framed.js": source("embed/framed.js"),
    "talk.js": source("embed/talk.js"),
    "plain.html": post(`<iframe title="A check" width="600" height="400" src="${BASE}frame.html?lang=fr"></iframe>`),
    "sandbox.html": post(sandbox(BASE)),
    "named.html": post(sandbox(named)),
    "closed.html": post(sandbox("")),
    "broken.html": post(`<iframe title="Un bilan" width="600" height="400" src="${broken}frame.html?lang=fr"></iframe>`),
  },
});
let places = 0;

/** What the blog's page reads from its address. */
export const asked = ({ url, settings = {}, room = 0 }) => new URLSearchParams({ url, settings: JSON.stringify(settings), room });

/** The app in a frame; what is done in the page around it is done by `host`. */
export class InFrame extends Page {
  /** Opens the blog's page with `name`, and goes into its frame. */
  async openPost(name) {
    await this.driver.switchTo().defaultContent();
    await this.driver.get(`${blog}${name}`);
    await this.enter();
  }

  /** The page with the other half, which passes `settings` on; `room` is what stands above and below, in pixels. */
  openHost(given = {}, room = 0) {
    // What a frame keeps on another's page can't always be reached from outside, to be cleared.
    places += 1;
    const settings = { ...given, "storage-key": `place-${places}` };
    return this.openPost(`post.html?${asked({ url: `${frames}frame.html`, settings, room })}`);
  }

  /** The program is at work, and what stands there before it is gone. */
  isUp() {
    return this.until(() => all("h2").length > 0 && !root.querySelector(".sf.sf-first"), "the app to be up");
  }

  async enter() {
    await this.driver.switchTo().defaultContent();
    const frame = await this.driver.wait(
      () => this.driver.executeScript(`return document.querySelector("iframe")`),
      5000,
      "waited in vain for the frame",
    );
    await this.driver.switchTo().frame(frame);
  }

  /** Runs `act` in the page around the frame. */
  async host(act, ...details) {
    await this.driver.switchTo().defaultContent();
    const given = await this.driver.executeScript(`return (${act}).apply(null, arguments)`, ...details);
    await this.enter();
    return given;
  }

  /** Waits until `look` gives something true in the page around the frame. */
  async hostUntil(look, awaited, ...details) {
    await this.driver.switchTo().defaultContent();
    const script = `return (${look}).apply(null, arguments)`;
    await this.driver.wait(() => this.driver.executeScript(script, ...details), 15_000, `waited in vain for ${awaited}`, 20);
    await this.enter();
  }

  /** Waits until the frame is just as high as what it shows, and stays so. */
  async fits() {
    const wanted = await this.until(async () => {
      const height = () => document.body.getBoundingClientRect().height;
      const before = height();
      for (let frame = 0; frame < 10; frame += 1) await new Promise((then) => setTimeout(then, 16));
      return height() === before && Math.abs(innerHeight - before) <= 2 && Math.ceil(before);
    }, "the frame to be as high as what it shows");
    const held = await this.run(() => document.scrollingElement.scrollHeight - innerHeight);
    assert.equal(held, 0, "nothing is left to scroll");
    return wanted;
  }

  /** No error, breach or word in the console, in the frame or around it. */
  async isQuiet() {
    const noted = await this.run(() => [window.noted.breaches, window.noted.errors]);
    const around = await this.host(() => [window.noted.breaches, window.noted.errors]);
    assert.deepEqual([noted, around], [[[], []], [[], []]]);
  }
}
