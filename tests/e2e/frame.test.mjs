// The page for iframes: with no script around it, and with the other half of it on somebody's page of another origin.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { WEBKIT } from "./lib/engines.mjs";
import { Page } from "./lib/page.mjs";
import { SPY } from "./lib/scripts.mjs";
import { BASE, copy } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";

const source = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

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
const frames = await copy({ script: SPY });
/** One that names itself in its policy, for browsers that do not know it as 'self' in a sandbox (bugs.webkit.org 316847). */
const named = await copy({
  alter(headers, site) {
    headers["access-control-allow-origin"] = "*";
    const policy = headers["content-security-policy"];
    if (policy) headers["content-security-policy"] = policy.replaceAll("'self'", `'self' ${site}`);
  },
});

/** A frame with nothing but scripts. */
const sandbox = (address) =>
  `<iframe title="A check" width="600" height="400" sandbox="allow-scripts" src="${address}frame.html"></iframe>`;

const blog = await copy({
  script: SPY,
  files: {
    "post.html": post("", '<script src="before.js"></script><script type="module" src="host.js"></script>'),
    "host.js": HOST,
    "framed.js": source("embed/framed.js"),
    "talk.js": source("embed/talk.js"),
    "plain.html": post(`<iframe title="A check" width="600" height="400" src="${BASE}frame.html?lang=fr"></iframe>`),
    "sandbox.html": post(sandbox(BASE)),
    "named.html": post(sandbox(named)),
    "closed.html": post(sandbox("")),
  },
});
let places = 0;

/** The app in a frame; what is done in the page around it is done by `host`. */
class Framed extends Page {
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
    const settings = JSON.stringify({ ...given, "storage-key": `place-${places}` });
    return this.openPost(`post.html?${new URLSearchParams({ url: `${frames}frame.html`, settings, room })}`);
  }

  /** The program is at work, and what stands there before it is gone. */
  isUp() {
    return this.until(() => all("h2").length > 0 && !root.querySelector(".sf-first"), "the app to be up");
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

visitors("In a frame", (path) => {
  path(
    "a plain one, with no script around it: it is up, scrolls, and leaves the page alone",
    async (page) => {
      await page.openPost("plain.html");
      page.lang = "fr";
      await page.isUp();
      assert.equal(await page.heading(), page.t("start.title"));
      const [overflow, hidden] = await page.run(() => [
        getComputedStyle(document.documentElement).overflowY,
        document.scrollingElement.scrollHeight - innerHeight,
      ]);
      assert.ok(overflow === "visible" && hidden > 0, `${overflow}, ${hidden} px to scroll`);
      await page.take("quick", [1, 1, 1, 1, 1, 1, 1, 1]);
      assert.ok(await page.hasButton("result.retake"));
      const focus = await page.host(() => [document.activeElement.localName, scrollY]);
      assert.equal(focus[1], 0, `${focus}`);
    },
    { as: Framed },
  );

  path(
    "it comes up without a move of the page, and is as high as what it shows, higher and lower",
    async (page) => {
      await page.openHost({ lang: "en" }, 3000);
      await page.isUp();
      await page.hostUntil(() => told.some(({ name }) => name === "sf-ready"), "the app’s own word");
      const around = () => [document.activeElement.id, scrollY, told.filter(({ name }) => ["up", "failed"].includes(name)).length];
      assert.deepEqual(await page.host(around), ["search", 0, 1]);
      await page.host(() => framed.frame.scrollIntoView({ behavior: "instant" }));
      const start = await page.fits();
      await page.start("quick");
      const question = await page.fits();
      await page.answer([1, 1, 1, 1, 1, 1, 1, 1]);
      const result = await page.fits();
      await page.home();
      assert.ok(question < start && result > start + 500, `${[start, question, result]}`);
      assert.ok((await page.fits()) < result - 500);
      await page.host(() => (document.getElementById("here").style.width = "340px"));
      assert.ok((await page.fits()) > start, "narrow, it is higher");
      await page.isQuiet();
    },
    { site: frames, as: Framed },
  );

  path(
    "another language and theme without a reload, in the middle of a check; and reset",
    async (page) => {
      await page.openHost({ lang: "en", theme: "light" });
      await page.isUp();
      await page.start("quick");
      await page.answer([2]);
      await page.choose(1);
      await page.run(() => {
        window.isSame = true;
      });
      const isDark = () => getComputedStyle(document.documentElement).colorScheme === "dark";
      assert.equal(await page.run(isDark), false);
      await page.host(() => framed.update({ ...settings, lang: "fr", theme: "dark" }));
      page.lang = "fr";
      const { text } = page.pack("quick").items[1];
      await page.until((text) => all("h2").length && text === all("h2")[0].textContent.replace(/\s+/g, " ").trim(), "French", text);
      await page.until(isDark, "the dark");
      assert.equal((await page.question()).chosen, 1);
      // The page's own, where the theme is left to it.
      await page.host(() => {
        framed.update({ ...settings, lang: "fr", theme: "auto" });
        document.documentElement.style.colorScheme = "light";
      });
      await page.until(() => getComputedStyle(document.documentElement).colorScheme === "light", "the light");
      await page.host(() => {
        document.documentElement.style.colorScheme = "dark";
      });
      await page.until(isDark, "the dark of the page around");
      await page.host(() => framed.reset());
      await page.until((title) => all("h2").length && text(all("h2")[0]) === title, "the start", page.t("start.title"));
      assert.ok(await page.run(() => window.isSame), "it was never loaded again");
      await page.host(() => document.body.append(framed.frame));
      await page.isUp();
      assert.equal(await page.run(() => window.isSame), null, "a browser loads a frame again that was moved");
      await page.until(isDark, "what its host has set");
      await page.fits();
      await page.isQuiet();
    },
    { site: frames, as: Framed },
  );

  path(
    "what happens in it is told, with what belongs to it",
    async (page) => {
      await page.openHost({ lang: "en", view: "quiz" });
      await page.isUp();
      await page.take("quick", [1, 1, 1, 1, 1, 1, 1, 1]);
      const isThere = () => told.some(({ name }) => name === "sf-complete");
      await page.hostUntil(isThere, "the end");
      const told = (await page.host(() => window.told)).filter(({ name }) => name !== "sf-storage");
      const names = ["up", "sf-ready", "sf-start", ...Array(8).fill("sf-step"), "sf-complete"];
      assert.deepEqual(told.map(({ name }) => name), names);
      const [, ready, , , second] = told;
      assert.deepEqual([ready.detail.view, ready.detail.lang, second.detail], ["quiz", "en", { index: 2, total: 8 }]);
      const fields = ["pack", "packVersion", "strategy", "tactics", "reading", "tie", "stages", "flags", "first"];
      assert.deepEqual(Object.keys(told.at(-1).detail).sort(), fields.sort());
    },
    { site: frames, as: Framed },
  );

  path(
    "the page around it moves only where a new screen begins out of view",
    async (page) => {
      await page.openHost({ lang: "en" }, 2000);
      await page.isUp();
      const at = () => page.host(() => [Math.round(framed.frame.getBoundingClientRect().top), scrollY]);
      await page.host(() => scrollTo(0, 1900));
      await page.fits();
      const before = await at();
      await page.start("quick");
      await page.fits();
      assert.ok(before[0] > 0);
      assert.deepEqual(await at(), before, "its beginning was in view");
      await page.host(() => {
        framed.frame.style.scrollMarginTop = "40px";
        scrollTo(0, scrollY + framed.frame.getBoundingClientRect().top + 300);
      });
      assert.ok((await at())[0] < -290);
      await page.choose(1);
      await page.next();
      // Where it is, is for the browser to say, which shows what has the focus; what it leaves out of view is brought in.
      const isSeen = () => {
        const { top } = framed.frame.getBoundingClientRect();
        return top > 38 && top < innerHeight / 2;
      };
      await page.hostUntil(isSeen, "its beginning to be in view, below what the page has put at the top");
    },
    { site: frames, as: Framed },
  );

  path(
    "nothing that is no message to it does anything, in the frame or around it",
    async (page) => {
      await page.openHost({ lang: "en" });
      await page.isUp();
      await page.fits();
      await page.start("quick");
      const look = async () => [
        await page.place(),
        await page.run(() => [document.documentElement.outerHTML, history.length]),
        await page.host(() => [told.length, framed.frame.src, framed.frame.style.cssText, document.title, location.href, scrollY, history.length]),
      ];
      await page.fits();
      const before = await look();
      // The name that the frame goes by: the next word to its host has it.
      await page.host(() => addEventListener("message", ({ data }) => (window.id ??= data.id), { once: true }));
      await page.host(() => framed.frame.contentWindow.postMessage({ source: "strategy-first", v: 1, id: "", type: "hello" }, "*"));
      await page.hostUntil(() => window.id, "the frame’s name");
      const id = await page.host(() => window.id);
      const cases = source("tests/embed/hostile.mjs").replaceAll("export ", "");
      const shoot = (side) => `
        ${cases}
        const [id, other] = [arguments[0], ${side === "frame" ? "framed.frame.contentWindow" : "parent"}];
        const shots = hostile("${side}", id).filter(({ sendable }) => sendable);
        for (const { data } of shots) other.postMessage(data, "*");
        // Right in every way, but for where they come from: this window, to itself.
        for (const { type, ...fields } of [...GOOD.host, ...GOOD.frame]) {
          window.postMessage({ source: "strategy-first", v: 1, id, type, ...fields }, "*");
          dispatchEvent(new MessageEvent("message", { data: { source: "strategy-first", v: 1, id, type, ...fields } }));
        }
        // When this one is there, so are those before it.
        return new Promise((then) => {
          addEventListener("message", ({ data }) => data === "the end" && then(shots.length));
          postMessage("the end", "*");
        });`;
      const toHost = await page.driver.executeScript(shoot("host"), id);
      await page.driver.switchTo().defaultContent();
      const toFrame = await page.driver.executeScript(shoot("frame"), id);
      await page.enter();
      assert.ok(toHost > 200 && toFrame > 150, `${[toHost, toFrame]}`);
      await page.fits();
      assert.deepEqual(await look(), before);
      await page.isQuiet();
      // And it still listens.
      await page.host(() => framed.update({ ...settings, lang: "fr" }));
      await page.until(() => document.documentElement.lang === "fr", "French");
    },
    { site: frames, as: Framed },
  );

  path(
    "in a sandbox of its own it works, and says that nothing is kept",
    async (page, { engine }) => {
      await page.openPost(engine === WEBKIT ? "named.html" : "sandbox.html");
      await page.isUp();
      await page.run(() => {
        window.errors = [];
        addEventListener("error", ({ message }) => window.errors.push(message));
      });
      assert.ok((await page.words()).includes(page.t("kept.memory")));
      await page.take("quick", [1, 1, 1, 1, 1, 1, 1, 1]);
      assert.ok(await page.hasButton("result.retake"));
      assert.deepEqual(await page.run(() => [self.origin, window.errors]), ["null", []]);
    },
    { as: Framed },
  );

  path(
    "where a server keeps its modules from a sandbox, there are words and a link",
    async (page) => {
      await page.openPost("closed.html");
      const [words, links] = await page.until(() => {
        const shown = document.querySelector(".out");
        return shown?.offsetHeight > 20 && [shown.innerText, all(".out a").map(({ href }) => href)];
      }, "a way out");
      assert.match(words, /Nothing here yet\?/);
      assert.deepEqual(links, [`${blog}index.html`, `${blog}index.html?lang=fr`]);
    },
    { site: blog, as: Framed },
  );
});
