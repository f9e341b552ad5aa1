// The quickest visitor there can be. Runs in each page before its own scripts: presses Start, answers and presses Next the
// moment that each is on screen, and notes when that was. `questions` stands above.

const visit = { shown: {}, firstPaint: 0, longest: 0, shift: 0 };
window.visit = visit;

/** What the visitor wants to see next: the start or a question, whichever comes. */
let at = 0;
let isBusy = false;

const place = () => document.querySelector("strategy-first")?.shadowRoot ?? document.body;
const isThere = (text) => place()?.textContent.includes(text);
const button = (name) => {
  const all = place()?.querySelectorAll("button, input[type=button]") ?? [];
  return [...all].find((one) => (one.value || one.textContent) === name && !one.disabled && one.checkVisibility());
};

/** Once what is there now has been painted. */
const painted = () =>
  new Promise((then) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port2.onmessage = () => then(performance.now());
      port1.postMessage("");
    });
  });

async function look() {
  if (isBusy || at >= ASKED) return;
  isBusy = true;
  if (at < questions.length && isThere(questions[at].text)) {
    visit.shown[at + 1] = await painted();
    at += 1;
    if (at < ASKED) {
      place().querySelector("input[type=radio]").click();
      button("Next")?.click();
    }
  } else if (at === 0 && button("Start")) {
    visit.shown.start = await painted();
    button("Start")?.click();
  }
  isBusy = false;
}

const every = () => {
  look();
  if (at < ASKED) requestAnimationFrame(every);
};
every();

const observe = (type, note) =>
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
observe("paint", ({ name, startTime }) => name === "first-contentful-paint" && (visit.firstPaint = startTime));
observe("longtask", ({ duration }) => (visit.longest = Math.max(visit.longest, duration)));
observe("layout-shift", ({ value, hadRecentInput }) => hadRecentInput || (visit.shift += value));
