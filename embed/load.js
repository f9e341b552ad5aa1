// How files and styles reach the app, wherever it is mounted.

/**
 * A function that gives the texts of files by their paths from `base`, or `null` for each that can't be had. Each file is
 * fetched once; one that failed may be asked for again.
 */
export function loader(base, build) {
  const texts = new Map();
  const text = (path) => {
    const known = texts.get(path);
    if (known) return known;
    const fetched = Promise.resolve()
      .then(() => {
        const url = new URL(path, base);
        // Nothing is ever asked of another origin than ours and the page's own.
        if (![base.origin, location.origin].includes(url.origin)) return null;
        if (url.href.startsWith(base.href)) url.searchParams.set("v", build);
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
 * The program, loaded once: `check()` gives its exports, `plan()` too, once the plan's half is there as well. `url` gives the
 * address of a file of the build.
 */
export function program(url) {
  let whole, half;
  const check = () =>
    (whole ??= (async () => {
      // Both are asked for at once.
      const module = fetch(url("strategy-first_bg.wasm"));
      const app = await import(url("strategy-first.js"));
      return { app, exports: await app.default({ module_or_path: module }) };
    })());
  const plan = () =>
    (half ??= (async () => {
      const bytes = fetch(url("plan.wasm")).then((answer) => answer.arrayBuffer());
      const { exports } = await check();
      // The halves share memory and functions.
      await WebAssembly.instantiate(await bytes, { __wasm_split: exports });
    })().catch((error) => {
      half = undefined;
      throw error;
    }));
  return {
    check: async () => (await check()).app,
    plan: async () => (await Promise.all([check(), plan()]))[0].app,
  };
}
