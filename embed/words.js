// Words put into a page: into what says by `data-t` which words it has. Text stays text; what stands between backticks is code.

/** Words with their blanks filled: `{n}` by `blanks.n`. */
export function fill(text, blanks = {}) {
  return typeof text === "string" ? text.replace(/\{(\w+)\}/g, (blank, name) => blanks[name] ?? blank) : text;
}

/** Puts words into an element; where they are the same, nothing is touched and so nothing is read out again. */
export function put(element, text) {
  if (element.dataset.said === text) return;
  element.dataset.said = text;
  const parts = text.split("`").map((part, at) => (at % 2 ? code(part) : part));
  element.replaceChildren(...parts.filter(Boolean));
}

/** Puts all words of a page in place, by `t`. */
export function translate(root, t, blanks) {
  for (const element of root.querySelectorAll("[data-t]")) put(element, t(element.dataset.t, blanks));
  for (const element of root.querySelectorAll("[data-paragraphs]")) list(element, "p", t(element.dataset.paragraphs));
  for (const element of root.querySelectorAll("[data-items]")) list(element, "li", t(element.dataset.items));
}

function list(element, name, texts) {
  element.replaceChildren(...texts.map((text) => Object.assign(document.createElement(name), { textContent: text })));
}

function code(text) {
  return Object.assign(document.createElement("code"), { textContent: text });
}
