// One test file is a set of paths that visitors take; each path runs in each engine.
import { after, before, describe, it } from "node:test";
import { Browser, ENGINES } from "./engines.mjs";
import { BASE } from "./site.mjs";

/**
 * Declares the paths of `title` in every engine, each with a browser of its own that the paths share.
 *
 * `declare` is given `path(name, walk, more)`: `walk` gets a page whose visitor has never been here. `more.not` says which
 * engines can't take the path, and why; `more.once` that it is one of several of a kind, or one in which the engine has no say, and
 * so is taken in a single one: the one named, or the next in turn; `more.site` gives another site than the usual one, and the rest goes to the page.
 */
export function visitors(title, declare, engines = ENGINES) {
  describe(title, { concurrency: engines.length }, () => {
    for (const engine of engines) {
      describe(engine.name, { concurrency: 1 }, () => {
        let browser;
        before(async () => {
          browser = await Browser.start(engine);
        });
        after(() => browser?.quit());
        let turn = 0;
        declare((name, walk, { not = {}, once = false, site, ...settings } = {}) => {
          if (once === true) turn += 1;
          const taker = once === true ? engines[turn % engines.length] : once || engine;
          if (taker !== engine) return undefined;
          const reason = not[engine.name];
          if (reason) return it(`${name} [not in ${engine.name}: ${reason}]`, { skip: reason });
          return it(`${name} (${engine.name})`, async () =>
            walk(await browser.visitor(site ?? BASE, settings), browser),
          );
        });
      });
    }
  });
}
