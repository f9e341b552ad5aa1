// Somebody’s page with the element on it.
import { Page } from "./page.mjs";
import { copy } from "./site.mjs";

/** What the element is given inside, for where it can’t be. */
export const FALLBACK = `<a href="index.html">Strategy or tactics? Take the check</a>`;

/** The snippet that a blog owner pastes, with these attributes. */
export const snippet = (attributes = "", id = "widget") =>
  `<strategy-first id="${id}" ${attributes}>${FALLBACK}</strategy-first>`;

const LOADER = `<script type="module" src="embed.js"></script>`;

/** A post with the snippet between its paragraphs; `head` takes the place of the script. */
export const blog = (body = snippet(), { head = LOADER, lang = "en", dir = "ltr" } = {}) => `<!doctype html>
<html lang="${lang}" dir="${dir}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Somebody’s blog</title>
    <link rel="icon" href="data:,">
    ${head}
  </head>
  <body>
    <h1>A post</h1>
    <p id="before">Words before.</p>
    ${body}
    <p id="after">Words after.</p>
  </body>
</html>`;

/** A copy of the site with `blog.html` and more files, and how visitors come to it; the rest goes to `copy`. */
export async function host(html = blog(), { files, ...more } = {}) {
  const site = await copy({ files: { "blog.html": html, ...files }, ...more });
  return { site, as: HostPage };
}

export class HostPage extends Page {
  constructor(browser, site, { id = "widget", ...settings } = {}) {
    super(browser, site, { root: `document.getElementById("${id}")?.shadowRoot`, ...settings });
    this.id = id;
  }

  /** Opens the post, and waits for the app to be up there. */
  async open(fragment = "") {
    await this.arrive(fragment);
    await this.isUp();
  }

  /** Opens the post. */
  async arrive(fragment = "") {
    await this.visit(`${this.site}blog.html${fragment}`);
  }

  /** The widget is up once its app is: the first card has no list of languages. */
  isUp() {
    return this.until(() => root.querySelector("select") !== null, "the app to be up");
  }

  /** Another element of the same page. */
  beside(id, settings) {
    return new HostPage(this.browser, this.site, { id, lang: this.lang, ...settings });
  }

  /** Calls a method of the element; gives what came of it, or `{ error }` with what it says. */
  call(method, ...details) {
    const call = (id, method, details) =>
      document
        .getElementById(id)
        [method](...details)
        .then((came) => ({ came }), (error) => ({ error: `${error.name}: ${error.message}` }));
    return this.run(call, this.id, method, details);
  }

  /** Sets attributes of the element; null removes one. */
  set(attributes) {
    const set = (id, attributes) => {
      for (const [name, value] of Object.entries(attributes)) {
        if (value === null) document.getElementById(id).removeAttribute(name);
        else document.getElementById(id).setAttribute(name, value);
      }
    };
    return this.run(set, this.id, attributes);
  }
}
