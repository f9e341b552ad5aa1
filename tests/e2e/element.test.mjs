// The element on somebody's page: what it is given, how it comes and goes, what its scripts may ask.
import assert from "node:assert/strict";
import { blog, host, snippet } from "./lib/host.mjs";
import { published } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";

const TWO = await host(blog(snippet('storage-key="one"', "one") + snippet('storage-key="two" lang="fr"', "two")));
const PLAIN = await host();
const QUIZ = await host(blog(snippet('view="quiz" storage="none"')));
const LATER = await host(blog("", { head: "" }));
const FAR = await host(blog(`<div style="height: 4000px"></div>${snippet()}`));
const TAB = await host(blog(`<div id="panel" hidden>${snippet()}</div>`));
const NESTED = await host(blog(`<div id="outer" lang="fr"></div>`));

const FILES_ASKED = () => performance.getEntriesByType("resource").map((entry) => entry.name.split(/[?]/)[0].split("/").pop());

/** Once the element is known, and browsers have told whether it is near: with another element that is. */
const SETTLED = async () => {
  await customElements.whenDefined("strategy-first");
  await new Promise((then) => new IntersectionObserver(then).observe(document.getElementById("before")));
  await new Promise((then) => setTimeout(then));
};

visitors("The element on a page", (path) => {
  path(
    "attributes change the app in place, and the answer stays",
    async (page) => {
      await page.open();
      await page.start("quick");
      await page.choose(2);
      await page.run(() => {
        window.frameOfApp = app();
      });
      await page.set({ lang: "fr", theme: "dark", "heading-level": "4" });
      await page.until(() => all("h2")[0]?.getAttribute("aria-level") === "4" && app().lang === "fr", "the changes");
      page.lang = "fr";
      const question = await page.question();
      assert.equal(question.chosen, 2);
      assert.equal(question.text, page.pack("quick").items[0].text.replace(/[\u00a0\u202f]/g, " "));
      const isSame = await page.run(() => [window.frameOfApp === app(), getComputedStyle(app()).colorScheme]);
      assert.deepEqual(isSame, [true, "dark"]);
      await page.set({ view: "drill" });
      await page.until((words) => text(all("h2")[0]) === words, "the drill", page.t("app.drill"));
      await page.set({ view: "all" });
      await page.until((words) => Boolean(named("button", words)), "the way on", page.t("start.resume"));
    },
    PLAIN,
  );

  path(
    "a page that turns to another language takes it along; one of its own it keeps",
    async (page) => {
      await page.open();
      await page.run(() => document.documentElement.setAttribute("lang", "fr"));
      await page.until(() => app().lang === "fr", "French");
      await page.run(() => document.getElementById("after").setAttribute("lang", "la"));
      const around = () => {
        const section = Object.assign(document.createElement("section"), { lang: "en" });
        document.getElementById("widget").before(section);
        section.append(document.getElementById("widget"));
      };
      await page.run(around);
      await page.until(() => app().lang === "en", "the language around its new place");
      await page.set({ lang: "fr" });
      await page.until(() => app().lang === "fr", "French again");
      await page.set({ lang: "en" });
      await page.until(() => app().lang === "en", "English");
      await page.run(() => document.documentElement.setAttribute("lang", "fr-CA"));
      await page.set({ "cta-label": "Ours", "cta-href": "https://example.org/" });
      await page.take("quick", Array(8).fill(1));
      await page.until(() => all("a").some((link) => link.href === "https://example.org/"), "the site’s own link");
    },
    PLAIN,
  );

  path(
    "another place to keep things, or a frame and back: it begins anew there, and nothing is lost",
    async (page) => {
      await page.open();
      await page.start("quick");
      await page.choose(2);
      await page.set({ "storage-key": "elsewhere" });
      await page.until((words) => all("h2").some((title) => text(title) === words), "the start", page.t("start.title"));
      await page.set({ mode: "iframe" });
      await page.until(() => root.querySelector("iframe") && !root.querySelector("slot"), "the frame");
      assert.match((await page.call("exportState")).error, /^Error: \S.{20}/);
      await page.set({ mode: null, "storage-key": null });
      await page.until(() => all("fieldset input").findIndex((input) => input.checked) === 2, "the answer");
    },
    PLAIN,
  );

  path(
    "the keyboard stays where it was when the language changes under it",
    async (page) => {
      await page.open();
      await page.start("quick");
      await page.run(() => all("fieldset input")[1].focus());
      await page.set({ lang: "fr" });
      await page.until(() => app().lang === "fr" && root.activeElement?.type === "radio", "the focus to be back");
      assert.equal(await page.run(() => all("fieldset input").indexOf(root.activeElement)), 1);
    },
    PLAIN,
  );

  path(
    "properties say what attributes say, and what they don’t",
    async (page) => {
      await page.arrive();
      const read = await page.run(() => {
        const element = document.createElement("strategy-first");
        const names = ["view", "pack", "lang", "theme", "mode", "loading", "storage", "storageKey", "headingLevel"];
        const all = [...names, "ctaHref", "ctaLabel", "base"];
        const before = all.map((name) => element[name]);
        element.setAttribute("view", "pink");
        element.headingLevel = 4;
        element.ctaHref = "https://example.org/";
        element.storageKey = "course";
        return { before, view: element.view, html: element.outerHTML };
      });
      const defaults = ["all", "full", "", "auto", "inline", "lazy", "local", "default", 2, "", "", ""];
      assert.deepEqual(read.before, defaults);
      assert.equal(read.view, "all");
      assert.match(read.html, /heading-level="4" cta-href="https:\/\/example.org\/" storage-key="course"/);
    },
    PLAIN,
  );

  path(
    "two of them keep to themselves, and share no id",
    async (one) => {
      await one.open();
      const two = one.beside("two");
      two.lang = "fr";
      await two.isUp();
      await one.start("quick");
      await one.choose(0);
      assert.equal(await two.heading(), two.t("start.title"));
      const clash = await one.run(() => {
        const ids = (id) => [...document.getElementById(id).shadowRoot.querySelectorAll("[id]")].map((part) => part.id);
        return ids("one").filter((id) => ids("two").includes(id));
      });
      assert.deepEqual(clash, []);
      await two.run(() => document.getElementById("one").remove());
      await two.start("quick");
      assert.equal((await two.question()).chosen, -1);
    },
    { ...TWO, id: "one" },
  );

  path(
    "moved, it keeps its state; removed, it leaves nothing running; put back, it goes on",
    async (page) => {
      await page.open();
      await page.start("quick");
      await page.choose(1);
      await page.run(() => {
        window.kept = app();
        document.body.prepend(document.getElementById("widget"));
      });
      assert.deepEqual(await page.run(() => [window.kept === app(), all("input").findIndex((input) => input.checked)]), [
        true,
        1,
      ]);
      await page.next();
      await page.run(() => {
        window.widget = document.getElementById("widget");
        window.widget.remove();
      });
      await page.until(() => !window.widget.shadowRoot.querySelector(".sf"), "the app to be gone");
      await page.run(() => document.body.append(window.widget));
      await page.isUp();
      await page.until((total) => text(all("p")[0]).includes(total), "the second question", "2");
    },
    PLAIN,
  );

  path(
    "taken away before it is up, and put back: it is up once; and however often, it wears its sheets once",
    async (page) => {
      await page.arrive();
      await page.listen();
      await page.run(async (html) => {
        document.getElementById("widget").remove();
        document.body.insertAdjacentHTML("beforeend", html);
        const element = document.getElementById("widget");
        for (const pause of [0, 0, 5, 50, 0]) {
          await new Promise((then) => setTimeout(then, pause));
          element.remove();
          await new Promise((then) => setTimeout(then, pause));
          document.body.append(element);
        }
      }, snippet('loading="eager"'));
      await page.isUp();
      await page.until(() => window.heard.some(({ name }) => name === "sf-ready"), "the event");
      assert.equal(await page.run(() => root.querySelectorAll("select").length), 1);
      const worn = await page.run(() => root.adoptedStyleSheets.length);
      await page.set({ "storage-key": "other" });
      await page.until(() => window.heard.filter(({ name }) => name === "sf-ready").length > 1, "another app");
      assert.equal(await page.run(() => root.adoptedStyleSheets.length), worn);
    },
    PLAIN,
  );

  path(
    "put on the page and taken off at once, it leaves the result in the address to the next one",
    async (page) => {
      await page.arrive();
      await page.run(async (html) => {
        document.getElementById("widget").remove();
        // Cut short, and so none that can be read; the next one says so.
        location.hash = "#result=";
        await customElements.whenDefined("strategy-first");
        const element = document.createElement("strategy-first");
        element.setAttribute("storage-key", "gone");
        document.body.append(element);
        element.remove();
        document.body.insertAdjacentHTML("beforeend", html);
      }, snippet());
      await page.isUp();
      assert.equal(await page.status(), page.t("shared.unreadable"));
    },
    PLAIN,
  );

  path(
    "what a page asks for while nothing can be had is said, and throws nothing",
    async (page) => {
      await page.open();
      await page.run(() => {
        window.thrown = [];
        addEventListener("unhandledrejection", ({ reason }) => window.thrown.push(String(reason)));
        window.fetch = () => Promise.reject(new TypeError("offline"));
      });
      await page.listen();
      await page.set({ lang: "fr", view: "plan", "heading-level": "3" });
      await page.until(() => window.heard.some(({ name }) => name === "sf-error"), "the event");
      assert.equal(await page.heading(), page.t("start.title"));
      assert.deepEqual(await page.run(() => window.thrown), []);
    },
    PLAIN,
  );

  path(
    "a page may load the script late, twice, and after the element; and set properties before",
    async (page) => {
      await page.arrive();
      await page.run(async (html) => {
        document.getElementById("before").insertAdjacentHTML("afterend", html);
        const element = document.getElementById("widget");
        element.lang = "fr";
        element.storageKey = "early";
        await import("./embed.js");
        await import("./embed.js?again");
      }, snippet());
      page.lang = "fr";
      await page.isUp();
      assert.equal(await page.heading(), page.t("start.title"));
      assert.equal(await page.run(() => document.getElementById("widget").getAttribute("storage-key")), "early");
    },
    LATER,
  );

  path(
    "far below it asks for nothing, until somebody comes near or a script wants it",
    async (page) => {
      await page.arrive();
      await page.run(SETTLED);
      assert.deepEqual(await page.run(FILES_ASKED), ["embed.js"]);
      assert.ok(await page.run(() => document.querySelector("strategy-first a").checkVisibility?.() ?? true));
      await page.run(() => scrollTo(0, 3000));
      await page.isUp();
    },
    FAR,
  );

  path(
    "in a hidden panel it waits, and comes up when the panel does",
    async (page) => {
      await page.arrive();
      await page.run(SETTLED);
      const asked = await page.run(FILES_ASKED);
      assert.ok(!asked.includes("strategy-first_bg.wasm"), `${asked}`);
      await page.run(() => {
        document.getElementById("panel").hidden = false;
      });
      await page.isUp();
    },
    TAB,
  );

  path(
    "inside another shadow root it speaks the language around that, and its events come out",
    async (page) => {
      page.finders = page.finders.replace(
        `document.getElementById("widget")?`,
        `document.getElementById("outer").shadowRoot?.getElementById("widget")?`,
      );
      await page.arrive();
      await page.run((html) => {
        window.heard = [];
        document.addEventListener("sf-ready", (event) => window.heard.push([event.target.id, event.detail.lang]));
        const outer = document.getElementById("outer").attachShadow({ mode: "open" });
        outer.innerHTML = `<section>${html}</section>`;
      }, snippet());
      page.lang = "fr";
      await page.until(() => window.heard.length > 0, "the event");
      assert.deepEqual(await page.run(() => window.heard), [["outer", "fr"]]);
      assert.equal(await page.heading(), page.t("start.title"));
    },
    NESTED,
  );

  path(
    "its methods give, take and clear everything, and a file that is none changes nothing",
    async (page) => {
      await page.open();
      await page.take("quick", Array(8).fill(2));
      await page.listen();
      const { came: backup } = await page.call("exportState");
      assert.deepEqual([backup.format, backup.version, backup.results.length], ["strategy-first/backup", 1, 1]);
      await page.call("reset");
      await page.until((words) => text(all("h2")[0]) === words, "the start", page.t("start.title"));
      assert.equal((await page.call("exportState")).came.results.length, 0);
      for (const nothing of [{}, { format: "strategy-first/plan", version: 99 }, { format: "else", version: 1 }, null]) {
        const { error } = await page.call("importState", nothing);
        assert.match(error, /^Error: \S.{20}/, JSON.stringify(nothing));
      }
      assert.equal((await page.call("exportState")).came.results.length, 0);
      await page.call("importState", backup);
      assert.deepEqual((await page.call("exportState")).came.results, backup.results);
      const pack = { ...published("packs/quick.en.json"), id: "theirs" };
      assert.match((await page.call("importState", { ...pack, items: 3 })).error, /items/);
      assert.deepEqual(await page.call("importState", pack), { came: null });
      const names = (await page.heard()).map((event) => event.name);
      assert.ok(names.includes("sf-reset"), `${names}`);
    },
    PLAIN,
  );

  path(
    "what was cleared can be taken back",
    async (page) => {
      await page.open();
      await page.start("quick");
      await page.choose(3);
      await page.call("reset");
      await page.press("Undo the removal");
      await page.until(() => all("fieldset input").findIndex((input) => input.checked) === 3, "the answer");
    },
    PLAIN,
  );

  path(
    "asked before it is up, it answers once it is",
    async (page) => {
      await page.arrive();
      const { came } = await page.call("exportState");
      assert.equal(came.format, "strategy-first/backup");
    },
    FAR,
  );

  path(
    "a quiz leads to no plan, and where nothing may be kept nothing is",
    async (page) => {
      await page.open();
      await page.take("quick", Array(8).fill(1));
      assert.equal(await page.hasButton("app.build"), false);
      assert.deepEqual(await page.storage(), {});
      await page.set({ view: "all" });
      await page.until((words) => Boolean(named("button", words)), "the way to the plan", page.t("app.build"));
    },
    QUIZ,
  );

  path(
    "from the check to the plan and back, in the same place",
    async (page) => {
      await page.open();
      const isRead = () => root.activeElement === all("h2")[0];
      await page.run((words) => named("button", words).focus(), page.t("app.build"));
      await page.press("app.build");
      await page.until(() => text(all("h2")[0]) === "A plan that holds together", "the builder");
      await page.until(isRead, "the focus on its heading");
      await page.run(() => named("button", "Strategy First").focus());
      await page.press("Strategy First");
      await page.until((words) => text(all("h2")[0]) === words, "the start", page.t("start.title"));
      await page.until(isRead, "the focus on its heading");
    },
    PLAIN,
  );
});
