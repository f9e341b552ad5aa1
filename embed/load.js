// How files and styles reach the app, wherever it is mounted.

/** A function that gives the text of a file by its path from `base`, fetching each one once. */
export function loader(base, build) {
  const texts = new Map();
  return (path) => {
    if (!texts.has(path)) {
      const url = new URL(path, base);
      if (url.href.startsWith(base.href)) url.searchParams.set("v", build);
      const text = fetch(url).then((answer) => {
        if (!answer.ok) throw new Error(`strategy-first: ${path}: ${answer.status}`);
        return answer.text();
      });
      // A file that failed may be asked for again; the failure reaches whoever awaits it.
      text.catch(() => texts.delete(path));
      texts.set(path, text);
    }
    return texts.get(path);
  };
}

/** Adopts a style sheet into a document or a shadow root. */
export function adopt(root, css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
