// The frame's half of what frame and host say to each other.
import { insist, message, read, toFrame } from "./talk.js";

/** How much of what happened before the host answered it is told then. */
const MOST = 50;

/**
 * Looks for a host around the page in `window`, and gives `tell(type, fields)`, which reaches it once it has answered. Of what
 * is told before, events wait until then, and all else is lost.
 *
 * `answered` is called at the host's first word; `changed` with the settings it gives, of those in `names`, by their names; and
 * `reset`.
 */
export function guest(window, names, { answered, changed, reset }) {
  const { parent } = window;
  if (parent === window) return () => {};
  const kinds = toFrame(names);
  const id = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("-");
  const waiting = [];
  let host;

  // Before it answered nobody knows who it is, and an opaque origin can't be named.
  const say = (type, fields) => parent.postMessage(message(id, type, fields), host && host !== "null" ? host : "*");
  const rest = insist(() => say("hello"));

  const does = {
    hello() {
      rest();
      answered();
      for (const event of waiting.splice(0)) say("event", event);
    },
    config({ id, type, ...settings }) {
      changed(settings);
    },
    reset,
  };
  window.addEventListener("message", (event) => {
    const said = read(event, parent, host && [host], kinds);
    if (!said) return;
    if (said.id === id) {
      const isFirst = !host;
      host = event.origin;
      if (isFirst) does.hello();
      if (said.type !== "hello") does[said.type](said);
    } else if (said.type === "hello") {
      // A host that does not know this page yet.
      say("hello");
    }
  });

  return (type, fields) => {
    if (host) say(type, fields);
    else if (type === "event" && waiting.length < MOST) waiting.push(fields);
  };
}
