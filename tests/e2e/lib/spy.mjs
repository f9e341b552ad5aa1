// A script that runs before everything else on a page, and notes what nobody should miss.

/** Notes the app's events from the first on, policy violations, and errors of every kind, in `window.noted`. */
export const SPY = `
  window.noted = { events: [], violations: [], errors: [] };
  for (const name of ["ready", "start", "step", "complete", "plan-change", "export", "reset", "storage", "error"])
    document.addEventListener("sf-" + name, ({ type, detail }) => noted.events.push({ name: type, detail }));
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    noted.violations.push(violatedDirective + " " + blockedURI));
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
