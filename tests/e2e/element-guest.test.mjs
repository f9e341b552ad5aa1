// A good guest: what the page around the element keeps as it was, and what is asked of the network.
import assert from "node:assert/strict";
import { FALLBACK, blog, host } from "./lib/host.mjs";
import { SPY } from "./lib/scripts.mjs";
import { copy } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";

/** All that was asked of the site with the widget's files. */
const requests = [];
const WIDGET = await copy({
  note: (request) => requests.push(request),
  alter: (headers) => {
    headers["access-control-allow-origin"] = "*";
    // Each visit asks anew.
    headers["cache-control"] = "no-store";
  },
});

/** A page with things of its own that a careless guest might touch. */
const page = (widget, script) =>
  blog(
    `<style>
       :root { --accent: teal; color: #222; }
       h2, p, button, fieldset { margin: 7px; padding: 3px; border: 2px solid red; font: italic 15px Georgia; }
       .sf-card, .card { background: yellow; }
     </style>
     <h2 class="sf-title">A heading</h2>
     <form><fieldset><legend>Which?</legend><label><input type="radio" name="answer" checked> this</label></fieldset></form>
     <button id="length">A button</button><div class="card sf-card">A card</div>
     ${widget}
     <dialog open id="status">A dialogue</dialog>`,
    { head: `<script src="spy.js"></script>${script}` },
  );

const ELEMENT = `<strategy-first id="widget" view="all">${FALLBACK}</strategy-first>`;
const SCRIPT = `<script type="module" src="${WIDGET}embed.js"></script>`;

const FILES = { "spy.js": SPY, "without.html": page(`<div id="widget"></div>`, "") };
const HOST = await host(page(ELEMENT, SCRIPT), { files: FILES });
const FRAMED = await host(page(ELEMENT.replace("view", 'mode="iframe" view'), SCRIPT), { files: FILES });

/** All of the page that isn't ours. The room that the element takes is no part of it. */
const look = (visitor) =>
  visitor.driver.executeScript(() => {
    const widget = document.getElementById("widget");
    widget.style.cssText = "display: block; block-size: 500px; overflow: hidden";
    const others = [...document.querySelectorAll("*")].filter((element) => !widget.contains(element) && element.localName !== "script");
    const styles = others.map((element) => {
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      return [element.outerHTML.slice(0, 40), ...[...style].map((name) => `${name}: ${style[name]}`), box.top, box.left, box.width, box.height];
    });
    const names = (object) => Object.getOwnPropertyNames(object).filter((name) => !/^(cdc_|\$cdc|__webdriver|ret_nodes$|\d+$)/.test(name)).sort();
    const prototypes = [Object, Array, String, Function, Promise, Element, HTMLElement, Event].map((kind) => names(kind.prototype));
    return {
      styles: styles.filter(([html]) => !html.startsWith("<html")),
      globals: names(window),
      prototypes,
      head: document.head.querySelectorAll(":not(script)").length,
      sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
      title: document.title,
      root: document.documentElement.getAttributeNames().map((name) => `${name}=${document.documentElement.getAttribute(name)}`),
      body: document.body.getAttributeNames(),
      focus: document.activeElement.localName,
      scroll: [scrollX, scrollY],
      history: history.length,
      address: location.search + location.hash,
      cookie: document.cookie,
      frames: document.querySelectorAll("body > iframe").length,
    };
  });

const noted = (visitor) => visitor.driver.executeScript("return window.noted");

/** Every file that was asked for by the page, from anywhere. */
const asked = (visitor) =>
  visitor.driver.executeScript(() => performance.getEntriesByType("resource").map((entry) => entry.name.split("?")[0]));

/** The names of the widget's files that this visitor's browser has asked for, in all its visits. */
async function fetched(visitor) {
  const agent = await visitor.driver.executeScript("return navigator.userAgent");
  return requests.filter((request) => request.headers["user-agent"] === agent).map((request) => request.url.split("?")[0]);
}

visitors("A good guest", (path) => {
  for (const [name, { site, as }] of [
    ["on the page", HOST],
    ["in a frame", FRAMED],
  ]) {
    path(
      `the page around it is as it was without it (${name})`,
      async (visitor) => {
        await visitor.visit(`${site}without.html`);
        const without = await look(visitor);
        await visitor.arrive();
        await visitor.until(() => root.querySelector("select, iframe:not([style*=hidden])") !== null, "the widget");
        const within = await look(visitor);
        // This is the second page of the visit, and no more.
        without.history += 1;
        assert.deepEqual(within, without);
        const { errors, breaches } = await noted(visitor);
        assert.deepEqual([errors, breaches], [[], []]);
        const keys = Object.keys(await visitor.storage());
        assert.deepEqual(
          keys.filter((key) => !key.startsWith("strategy-first/1/default/")),
          [],
        );
      },
      { site, as },
    );
  }

  path(
    "a whole check, and on to the plan: no request but for our own files, and none once they are there",
    async (visitor) => {
      const earlier = (await fetched(visitor)).length;
      await visitor.open();
      await visitor.take("quick", Array(8).fill(1));
      await visitor.until(() => all("h2").length > 0 && root.querySelector("[part=result]") !== null, "the result");
      const before = await asked(visitor);
      const files = before.filter((name) => name !== `${visitor.site}spy.js`);
      assert.deepEqual(
        files.filter((name) => !name.startsWith(WIDGET)),
        [],
      );
      const names = (await fetched(visitor)).slice(earlier);
      assert.ok(names.includes("/embed.js") && names.includes("/strategy-first_bg.wasm"), names.join(" "));
      const twice = names.filter((name, at) => names.indexOf(name) !== at);
      assert.deepEqual(twice, [], `nothing is asked for twice: ${names.join(" ")}`);
      await visitor.press("result.link");
      await visitor.press("app.name");
      await visitor.until((words) => text(all("h2")[0]) === words, "the start", visitor.t("start.title"));
      assert.deepEqual(await asked(visitor), before);
      assert.deepEqual((await fetched(visitor)).slice(earlier), names);
      const { errors, breaches, events } = await noted(visitor);
      assert.deepEqual([errors, breaches], [[], []]);
      const told = events.map((event) => event.name);
      assert.deepEqual([told[0], told[1], told.at(-1)], ["sf-storage", "sf-ready", "sf-complete"]);
    },
    HOST,
  );
});
