// Scripts for copies of the site, which run before everything else on a page.

/** Notes the app's events from the first on, breaches of the policy, and errors of every kind, in `window.noted`. */
export const SPY = `
  window.noted = { events: [], breaches: [], errors: [] };
  for (const name of ["ready", "start", "step", "complete", "plan-change", "export", "reset", "storage", "error"]) {
    document.addEventListener("sf-" + name, ({ type, detail }) => noted.events.push({ name: type, detail }));
  }
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    noted.breaches.push(violatedDirective + " " + blockedURI));
  addEventListener("error", (event) => noted.errors.push(String(event.message ?? event.target?.src)), true);
  addEventListener("unhandledrejection", (event) => noted.errors.push(String(event.reason)));
  for (const level of ["error", "warn"]) {
    const say = console[level];
    console[level] = (...words) => {
      noted.errors.push(words.join(" "));
      say.apply(console, words);
    };
  }
`;

/** A browser that forbids storage: it throws at the mere question. */
export const NO_STORAGE = `
  for (const name of ["localStorage", "sessionStorage"]) {
    Object.defineProperty(window, name, {
      get() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
  }
`;

/** Catches what is offered to be saved, in `window.saved`: the name of each file, its type and its bytes. */
export const SAVES = `
  window.saved = [];
  const offered = new Map();
  const address = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    const made = address.call(URL, blob);
    offered.set(made, blob);
    return made;
  };
  HTMLAnchorElement.prototype.click = function () {
    const blob = offered.get(this.href);
    blob.arrayBuffer().then((bytes) =>
      saved.push({ name: this.download, kind: blob.type, bytes: [...new Uint8Array(bytes)] }));
  };
`;

/** A day that is always the same one, and chance that always falls the same way: for what is compared with an earlier look. */
export const STEADY = `{
  const Real = Date;
  const ahead = Real.UTC(2027, 0, 12, 12) - Real.now();
  window.Date = class extends Real {
    constructor(...given) {
      super(...(given.length ? given : [Real.now() + ahead]));
    }
    static now() {
      return Real.now() + ahead;
    }
  };
  let last = 1;
  const next = () => (last = (last * 48271) % 2147483647);
  Math.random = () => next() / 2147483647;
  crypto.getRandomValues = (list) => list.map((_, at) => (list[at] = next() >> 8));
}`;
