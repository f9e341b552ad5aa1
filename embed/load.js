// How files and styles reach the app, wherever it is mounted.

/**
 * A function that gives the texts of files by their paths from `base`, or `null` for each that can't be had. Each file is
 * fetched once, but for those at hand, `held`; one that failed may be asked for again. Their addresses end in the name of the `build`, if
 * it has one.
 */
export function loader(base, build, held) {
  const texts = new Map(held);
  const text = (path) => {
    const known = texts.get(path);
    if (known) return known;
    const fetched = Promise.resolve()
      .then(() => {
        const url = new URL(path, base);
        // Nothing is ever asked of another origin than ours and the page's own.
        if (![base.origin, location.origin].includes(url.origin)) return null;
        if (build && url.href.startsWith(base.href)) url.searchParams.set("v", build);
        return fetch(url);
      })
      .then((answer) => (answer?.ok ? answer.text() : null))
      .catch(() => null)
      .then((held) => {
        if (held === null) texts.delete(path);
        return held;
      });
    texts.set(path, fetched);
    return fetched;
  };
  return (paths) => Promise.all(paths.map(text));
}

/** Adopts a style sheet into a document or a shadow root. */
export function adopt(root, css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/**
 * The program, each of its parts loaded once: `check()` gives its exports, `plan()` too, once the plan's part is there as
 * well, `part` adds another, and `script` runs one of the scripts beside it. `get` fetches a file of the build by its name, `bring`
 * imports a script, and `shared` names the files that hold what the plan's parts have in common.
 */
export function program(get, bring, shared) {
  const parts = new Map();
  let first;
  const whole = () =>
    (first ??= (async () => {
      // Both are asked for at once.
      const module = get("strategy-first_bg.wasm");
      // Where both fail, the first to do so is the one to tell of.
      module.catch(() => {});
      const app = await bring("strategy-first.js");
      return { app, exports: await app.default({ module_or_path: module }) };
    })().catch((error) => {
      // It may be asked for again.
      first = undefined;
      throw error;
    }));
  const loaded = async (name) => {
    const bytes = get(`${name}.wasm`).then((answer) => answer.arrayBuffer());
    // The parts share memory and functions with the first one.
    const [{ exports }, module] = await Promise.all([whole(), bytes]);
    await WebAssembly.instantiate(module, { __wasm_split: exports, first: exports });
  };
  const file = (name) => {
    if (!parts.has(name)) parts.set(name, loaded(name));
    return parts.get(name).catch((error) => {
      parts.delete(name);
      throw error;
    });
  };
  // What several parts share is called after them, as in `plan-shared-plan-views`.
  const sharedBy = (part) => shared.filter((name) => name.split("-").slice(2).includes(part));
  const part = (name) => Promise.all([name, ...sharedBy(name.replace("plan-", ""))].map(file));
  const check = async () => (await whole()).app;
  // What the script of that name makes of what it is given: `word` offers a Word file, `qr` draws a code. It is loaded with the first.
  const script = async (name, ...given) => (await bring(`${name}.js`)).default(...given);
  return { check, part, script, plan: async () => (await Promise.all([whole(), part("plan")]))[0].app };
}
