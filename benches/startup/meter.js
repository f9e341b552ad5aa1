// How soon the page answers. Runs in each page before its own scripts, and notes what the browser tells.

const meter = { events: [], tasks: [], shift: 0, frames: [] };
window.meter = meter;

const observe = (options, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe(options);
observe({ type: "event", durationThreshold: 16, buffered: true }, ({ interactionId, startTime, duration }) => {
  if (interactionId) meter.events.push({ startTime, duration });
});
observe({ type: "longtask", buffered: true }, ({ startTime, duration }) => meter.tasks.push({ startTime, duration }));
observe({ type: "layout-shift", buffered: true }, ({ value, hadRecentInput }) => {
  if (!hadRecentInput) meter.shift += value;
});
// When somebody last pressed something: what ran before that was the driver looking for it.
for (const name of ["pointerdown", "keydown"]) {
  addEventListener(name, ({ timeStamp }) => (meter.pressed ??= timeStamp), { capture: true, passive: true });
}

/** Begins anew. */
meter.clear = () => Object.assign(meter, { events: [], tasks: [], shift: 0, pressed: undefined });

/** Notes when each frame is drawn, until it is told to stop. */
meter.watch = () => {
  meter.frames = [];
  const note = (time) => {
    meter.frames.push(time);
    meter.next = requestAnimationFrame(note);
  };
  meter.next = requestAnimationFrame(note);
};
meter.rest = () => cancelAnimationFrame(meter.next);
