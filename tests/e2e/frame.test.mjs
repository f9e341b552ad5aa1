// The page for iframes: with no script around it, and with the other half of it on somebody's page of another origin.
import assert from "node:assert/strict";
import { WEBKIT } from "./lib/engines.mjs";
import { InFrame, asked, blog, frames, source } from "./lib/in-frame.mjs";
import { EVERY_LANGUAGE } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";

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
      // The focus follows whoever looks into a frame, as this test does; element-guest.test.mjs looks from outside.
      assert.equal(await page.host(() => scrollY), 0);
    },
    { as: InFrame },
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
    { site: frames, as: InFrame },
  );

  path(
    "a page whose scroll bar comes and goes with it comes to rest",
    async (page) => {
      await page.openHost({ lang: "en" });
      await page.isUp();
      const adopt = (css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      };
      await page.run(adopt, "#app { max-height: 200px; overflow: hidden }");
      assert.equal(await page.fits(), 200);
      const rests = () => page.hostUntil(() => performance.now() - window.last > 600, "the frame to rest");
      await page.host(() => {
        window.changes = 0;
        new ResizeObserver(() => {
          window.changes += 1;
          window.last = performance.now();
        }).observe(framed.frame);
      });
      await rests();
      // High where there is no scroll bar beside it, and low where there is.
      const width = await page.run(() => innerWidth);
      await page.run(adopt, `@media (min-width: ${width - 5}px) { body { min-height: 3000px } }`);
      await page.hostUntil(() => framed.frame.offsetHeight >= 3000, "the height");
      await rests();
      const [changes, height] = await page.host(() => [window.changes, framed.frame.offsetHeight]);
      assert.ok(changes < 30 && height >= 3000, `${changes} changes, ${height} px`);
    },
    { site: frames, as: InFrame },
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
    { site: frames, as: InFrame },
  );

  path(
    "what happens in it is told, with what belongs to it",
    async (page) => {
      await page.openHost({ lang: "en", view: "quiz", "cta-href": "https://example.org/", "cta-label": "Talk to us" });
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
      await page.press("result.link");
      const link = await page.until((label) => named("input", label)?.value, "the link", page.t("result.link_label"));
      const { origin, pathname, searchParams, hash } = new URL(link);
      assert.deepEqual([`${origin}${pathname}`, hash.startsWith("#result=")], [`${frames}index.html`, true]);
      assert.deepEqual([...searchParams.keys()], ["view", "lang", "storage-key", "cta-href", "cta-label"]);
      const target = await page.run(() => {
        const [link] = all("a");
        link.addEventListener("click", (event) => event.preventDefault());
        link.click();
        return [link.href, link.target];
      });
      assert.deepEqual(target, ["https://example.org/", "_blank"], "the host’s link leads out of the frame");
    },
    { site: frames, as: InFrame },
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
      await page.quickly(() => page.start("quick"));
      await page.fits();
      assert.ok(before[0] > 0);
      assert.deepEqual(await at(), before, "its beginning was in view");
      await page.host(() => {
        framed.frame.style.scrollMarginTop = "40px";
        scrollTo(0, scrollY + framed.frame.getBoundingClientRect().top + 300);
      });
      assert.ok((await at())[0] < -290);
      // A browser may keep a frame from taking the focus that nobody has pressed anything in.
      await page.quickly(() => page.choose(1));
      await page.next();
      // Where it is, is for the browser to say, which shows what has the focus; what it leaves out of view is brought in.
      const isSeen = () => {
        const { top } = framed.frame.getBoundingClientRect();
        return top > 38 && top < innerHeight / 2;
      };
      await page.hostUntil(isSeen, "its beginning to be in view, below what the page has put at the top");
    },
    { site: frames, as: InFrame, by: "mouse" },
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
        await page.host(() => [told.length, framed.frame.src, framed.frame.style.cssText]),
        await page.host(() => [document.title, location.href, scrollY, history.length]),
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
    { site: frames, as: InFrame },
  );

  path(
    "where it can't be had, its host is told so, and it stays hidden",
    async (page) => {
      for (const [name, url] of [
        ["strict.html", `${frames}frame.html`],
        ["post.html", `${frames}nowhere.html`],
      ]) {
        await page.openPost(`${name}?${asked({ url })}`);
        await page.hostUntil(() => told.some(({ name }) => name === "failed"), "the word that it failed");
        const seen = () => [told.length, getComputedStyle(framed.frame).visibility, framed.frame.offsetHeight];
        assert.deepEqual(await page.host(seen), [1, "hidden", 0], name);
      }
    },
    { as: InFrame },
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
    { as: InFrame },
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
      assert.deepEqual(links, EVERY_LANGUAGE.map((lang) => `${blog}index.html?lang=${lang}`));
    },
    { site: blog, as: InFrame },
  );

  path(
    "where the program can't be loaded, that is said, with a link, in the visitor’s language",
    async (page) => {
      await page.openPost("broken.html");
      await page.until(() => all(".out.now").length > 0, "the way out");
      const [said, shown] = await page.run(() => [
        document.body.innerText,
        all(".out p").filter((words) => words.offsetHeight > 0).map((words) => words.lang),
      ]);
      assert.match(said, /n’a pas pu (se charger|être chargée)/);
      assert.deepEqual(shown, ["fr"]);
    },
    { as: InFrame },
  );
});
