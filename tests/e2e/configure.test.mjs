// The page that makes snippets: what is chosen shows on the sample page and in the code, and the code works.
import assert from "node:assert/strict";
import { findings } from "./lib/axe.mjs";
import { CHROMIUM } from "./lib/engines.mjs";
import { Page } from "./lib/page.mjs";
import { SPY } from "./lib/scripts.mjs";
import { copy } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";

/** What our host sends, so that others may load the files. */
const alter = (headers) => Object.assign(headers, { "access-control-allow-origin": "*" });

const site = await copy({ script: SPY, alter });

/** A page of somebody's, elsewhere, that allows what we say it has to, and little else. */
const host = (policy) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Somebody’s page</title>
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:;
    ${policy.replace("script-src", "script-src 'self'")}">
  <link rel="icon" href="data:,"><script src="before.js"></script><body>`;

/** Where such a page is written: it would keep the policy that it came with. */
const EMPTY = `<!doctype html><title>Empty</title><link rel="icon" href="data:,">`;

const elsewhere = await copy({ script: SPY, files: { "empty.html": EMPTY } });

/** What somebody may write that looks like code. */
const LABEL = `Say "hello" & <b>go</b> \u202Ehome`;

const WITHIN = `
  const widget = () => document.querySelector("strategy-first");
  const inside = (selector) => [...(widget()?.shadowRoot?.querySelectorAll(selector) ?? [])];
  const code = (name) => document.querySelector('[data-code="' + name + '"] textarea');
`;

class Configurator extends Page {
  constructor(...details) {
    super(...details);
    this.bring(WITHIN);
  }

  /** Opens the page with these choices in its address. */
  async configure(choices = {}) {
    await this.visit(`${this.site}embed.html?lang=${this.lang}#${new URLSearchParams(choices)}`);
    await this.until(() => code("script")?.value, "the snippets");
  }

  /** Puts something into a field, and leaves it. */
  async choose(name, value) {
    await this.run(
      (name, value) => {
        const field = document.forms[0].elements[name];
        field.value = value;
        const element = field instanceof RadioNodeList ? [...field].find((one) => one.checked) : field;
        for (const event of ["input", "change"]) element.dispatchEvent(new Event(event, { bubbles: true }));
      },
      name,
      value,
    );
  }

  code(name) {
    return this.run((name) => code(name).value, name);
  }

  /** Puts code into somebody's page with that policy, as an editor would. */
  async paste(code, policy) {
    await this.visit(`${elsewhere}empty.html`);
    await this.run(
      (html) => {
        document.open();
        document.write(html);
        document.close();
      },
      host(policy) + code,
    );
  }

  /** Waits for the sample to show a heading. */
  async sampleSays(heading) {
    const says = (heading) => inside("h2").some((one) => text(one).includes(heading));
    await this.run(() => document.querySelector("#stand").scrollIntoView());
    await this.until(says, `a widget that says ‘${heading}’`, heading);
  }

  /** No breach of the policy, no error, nothing asked of anybody else. */
  async isClean() {
    const { breaches, errors } = await this.run(() => window.noted);
    assert.deepEqual([breaches, errors], [[], []]);
    const asked = await this.run(() => performance.getEntriesByType("resource").map(({ name }) => name));
    assert.deepEqual(
      asked.filter((name) => !name.startsWith(this.site)),
      [],
    );
  }
}

visitors("The page that makes snippets", (path) => {
  path(
    "each choice shows at once: on the sample page, in the code, in the address",
    async (page) => {
      await page.configure();
      assert.equal(
        await page.code("script"),
        `<script type="module" src="${page.site}embed.js"></script>\n` +
          `<strategy-first><a href="${page.site}">Strategy or tactics? Take the check</a></strategy-first>`,
      );
      await page.sampleSays(page.t("start.title"));
      await page.choose("lang", "fr");
      await page.sampleSays("Une stratégie, ou un empilement de tactiques");
      await page.choose("lang", "");
      await page.choose("view", "drill");
      await page.sampleSays(page.t("app.drill"));
      await page.choose("accent", "#8a1c5c");
      await page.choose("theme", "dark");
      const dressed = () => [
        getComputedStyle(widget()).getPropertyValue("--sf-accent"),
        widget().getAttribute("theme"),
      ];
      assert.deepEqual(await page.run(dressed), ["#8a1c5c", "dark"]);
      const script = await page.code("script");
      for (const part of ['view="drill"', 'theme="dark"', "--sf-accent: #8a1c5c;"])
        assert.ok(script.includes(part), script);
      assert.equal(await page.code("address"), `${page.site}?view=drill`);
      assert.equal(await page.run(() => location.hash), "#view=drill&theme=dark&accent=%238a1c5c");
      await page.choose("storage", "none");
      assert.match(await page.code("notice"), /It is not kept/);
      // Whoever opens the address finds the same.
      const all = await page.code("script");
      await page.driver.navigate().refresh();
      await page.until((script) => code("script")?.value === script, "the same code again", all);
      await page.run(() => document.querySelector("#again").click());
      assert.equal(await page.run(() => location.hash), "");
      assert.doesNotMatch(await page.code("script"), /view=|style/);
      await page.run(() => document.querySelector("#again").click());
      assert.equal(await page.code("script"), all, "the same button brings back what was chosen");
      assert.equal(await page.run(() => Object.keys(localStorage).length + Object.keys(sessionStorage).length), 0);
      await page.isClean();
    },
    { site, as: Configurator },
  );

  path(
    "what is wrong is said in words at its field, and stays out of the code",
    async (page) => {
      await page.configure();
      const fault = (name) =>
        page.run((name) => {
          const field = document.getElementById(name);
          const said = field
            .getAttribute("aria-describedby")
            .split(" ")
            .map((id) => document.getElementById(id));
          return [field.getAttribute("aria-invalid"), text(said.at(-1))];
        }, name);
      for (const [name, value, words] of [
        ["cta-href", "javascript:alert(1)", /http, https or mailto/],
        ["accent", "grren", /no colour/],
        ["bg", "red;} body { display: none", /no colour/],
        ["radius", "a lot", /whole number/],
        ["font", "</style>", /letters, digits/],
      ]) {
        await page.choose(name, value);
        const [isInvalid, said] = await fault(name);
        assert.ok(isInvalid === "true" && words.test(said), `${name}: ${said}`);
      }
      assert.match(await page.run(() => text(document.querySelector("#faulty"))), /Left out below.*Address/);
      assert.doesNotMatch(await page.code("script"), /cta-|style/);
      await page.choose("cta-href", "https://example.org/offer");
      assert.deepEqual(await fault("cta-href"), ["false", ""]);
      assert.match((await fault("cta-label"))[1], /Say what the link says/);
      await page.choose("bg", "#ffffff");
      const contrast = () => page.run(() => text(document.querySelector("#contrast")));
      assert.match(await contrast(), /1.2 to 1/);
      await page.choose("theme", "light");
      assert.equal(await contrast(), "");
      await page.isClean();
    },
    { site, as: Configurator },
  );

  path(
    "the code is copied, or selected where the browser refuses",
    async (page) => {
      await page.configure({ view: "quiz" });
      const press = async (clipboard, words) => {
        await page.run(
          `() => { Object.defineProperty(navigator, "clipboard", { value: ${clipboard}, configurable: true }); }`,
        );
        await page.run(() => document.querySelector('[data-code="frame"] button').click());
        await page.until((words) => text(document.querySelector("#said")).includes(words), `‘${words}’`, words);
      };
      await press("{ writeText: async (text) => { window.copied = text; } }", "Copied: Frame");
      assert.equal(await page.run(() => window.copied), await page.code("frame"));
      for (const refusal of ["{ writeText: () => Promise.reject(new Error()) }", "undefined"]) {
        await page.run(() => document.activeElement.blur());
        await press(refusal, "The text is selected");
        const selected = await page.run(() => {
          const { value, selectionStart, selectionEnd } = document.activeElement;
          return value.slice(selectionStart, selectionEnd);
        });
        assert.equal(selected, await page.code("frame"));
        await page.run(() => (document.querySelector("#said").textContent = ""));
      }
    },
    { site, as: Configurator },
  );

  path(
    "the code does on somebody’s page what it did on the sample, if that allows what we say it has to",
    async (page) => {
      const choices = {
        "cta-href": "https://example.org/?a=1&b=2",
        "cta-label": LABEL,
        "storage-key": "two",
        radius: "3",
      };
      await page.configure({ ...choices, accent: "#8a1c5c", font: "Georgia, 'My Font'", loading: "eager" });
      const code = Object.fromEntries(
        await Promise.all(
          ["script", "link", "frame", "policy-script", "policy-frame", "policy-grow"].map(async (name) => [
            name,
            await page.code(name),
          ]),
        ),
      );
      const isAllowed = async () => {
        const { breaches, errors } = await page.run(() => window.noted);
        assert.deepEqual([breaches, errors], [[], []]);
      };
      await page.paste(code.link + code.script, code["policy-script"]);
      await page.until(() => inside(".sf:not(.sf-first) h2").length > 0, "the widget on somebody’s page");
      const found = await page.run(() => ({
        attributes: Object.fromEntries([...widget().attributes].map(({ name, value }) => [name, value])),
        look: ["accent", "font", "radius"].map((name) =>
          getComputedStyle(widget()).getPropertyValue(`--sf-${name}`).replaceAll('"', "'").trim(),
        ),
        label: new URL(document.querySelector("body > a").href).searchParams.get("cta-label"),
      }));
      assert.deepEqual(found, {
        attributes: { loading: "eager", "storage-key": "two", "cta-href": choices["cta-href"], "cta-label": LABEL },
        look: ["#8a1c5c", "Georgia, 'My Font'", "3px"],
        label: LABEL,
      });
      await isAllowed();
      const grows = code.script.replace("<strategy-first", '<strategy-first mode="iframe"');
      await page.paste(grows, code["policy-grow"]);
      await page.until(() => inside("iframe")[0]?.clientHeight > 300, "a frame as high as what is in it");
      await isAllowed();
      await page.paste(code.frame, `script-src; ${code["policy-frame"]}`);
      // Firefox gives the frame to another process when it comes, and stays with what was there before.
      const isThere = async () => {
        await page.driver.switchTo().defaultContent();
        await page.driver.switchTo().frame(await page.run(() => document.querySelector("iframe")));
        return page.run(() => all("h2").length > 0);
      };
      await page.driver.wait(isThere, 15_000, "waited in vain for the app in a frame");
      assert.equal(await page.run(() => new URLSearchParams(location.search).get("cta-label")), LABEL);
      await page.driver.switchTo().defaultContent();
      await isAllowed();
    },
    { site, as: Configurator },
  );

  path(
    "axe finds nothing, in light and in dark, in both languages",
    async (page) => {
      for (const [lang, theme] of [
        ["en", "light"],
        ["fr", "dark"],
      ]) {
        page.lang = lang;
        await page.configure({ radius: "-1", bg: "#ffffff", mode: "iframe" });
        await page.sampleSays(page.t("start.title"));
        await page.run(() => all("details").forEach((part) => (part.open = true)));
        await page.run((theme) => {
          document.documentElement.style.colorScheme = theme;
          document.forms[1].elements.page.value = theme;
          document.forms[1].dispatchEvent(new Event("input"));
        }, theme);
        assert.deepEqual(await findings(page), [], `${lang}, ${theme}`);
      }
    },
    { site, as: Configurator, once: CHROMIUM },
  );
});
