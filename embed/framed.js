// The app in an iframe, seen from the page around it: brings the frame in, and speaks with it.
import { TO_HOST, insist, message, read } from "./talk.js";

/** The milliseconds that a frame may take to say something, and may stay silent once it is loaded. */
const PATIENCE = 20_000;
const SILENCE = 3_000;
/** The milliseconds from its first word until it has told its height. */
const HEIGHTLESS = 500;

/**
 * An iframe of the page at `url`, for the caller to put into the document: `{ frame, update, reset, end }`.
 *
 * `settings` are the attributes of the element, by their names. `up` is called once, when the frame has told its height and is
 * to be seen; `told` with the name and the detail of each event of the app; `failed` once, where no word came. A frame that
 * speaks later is up all the same, unless it was ended.
 */
export function framed({ url, title, settings, up, told, failed }) {
  const frame = document.createElement("iframe");
  const address = new URL(url);
  for (const [name, value] of Object.entries(settings)) if (value) address.searchParams.set(name, value);
  const { style } = frame;
  // Not `display: none`: until it is up the frame has its width, and lays itself out.
  Object.assign(style, { display: "block", inlineSize: "100%", blockSize: "0", border: "0", visibility: "hidden" });
  // A page's own light or dark shows in a colour that follows it, and a transition tells of a change, whatever made it.
  Object.assign(style, { color: "light-dark(#000, #fff)", transition: "color 1ms step-start" });
  Object.assign(frame, { title, allow: "clipboard-write", src: address });

  let id = "";
  let isUp = false;
  // Anyone may hear what a host says: it is in the frame's address as well.
  const say = (type, fields) => frame.contentWindow?.postMessage(message(id, type, fields), "*");
  const configure = () => {
    const isGiven = ["light", "dark"].includes(settings.theme);
    // Where page and frame agree, what is behind the frame shows through.
    style.colorScheme = isGiven ? settings.theme : "";
    const theme = getComputedStyle(frame).color === "rgb(0, 0, 0)" ? "light" : "dark";
    if (id) say("config", { ...settings, theme });
  };

  const rise = () => {
    if (isUp) return;
    isUp = true;
    Object.assign(style, { visibility: "", minBlockSize: "3em" });
    up();
  };

  const does = {
    hello(said) {
      ({ id } = said);
      rest();
      say("hello");
      configure();
      // Where it is not shown it has no height to tell.
      wait(rise, HEIGHTLESS);
    },
    height({ px }) {
      style.blockSize = `${px}px`;
      rise();
    },
    event({ name, detail }) {
      told(name, detail);
    },
    "scroll-top"() {
      const { host = frame } = frame.getRootNode();
      if (host.getBoundingClientRect().top > parseFloat(getComputedStyle(host).scrollMarginTop) - 1) return;
      const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
      host.scrollIntoView({ behavior });
    },
  };
  const refused = ({ effectiveDirective, blockedURI }) => {
    if (effectiveDirective === "frame-src" && blockedURI.startsWith(address.origin)) giveUp();
  };
  const hear = (event) => {
    const said = read(event, frame.contentWindow, [address.origin, "null"], TO_HOST);
    if (said && (said.type === "hello" || said.id === id)) does[said.type](said);
  };

  const timers = [];
  const wait = (then, pause) => timers.push(setTimeout(then, pause));
  let isLost = false;
  const giveUp = () => {
    if (!id && !isLost) failed();
    isLost = true;
  };
  wait(giveUp, PATIENCE);
  // What is loaded in place of a page that can't be had says nothing.
  frame.addEventListener("load", () => wait(giveUp, SILENCE));
  document.addEventListener("securitypolicyviolation", refused);
  frame.addEventListener("transitionrun", configure);
  addEventListener("message", hear);
  const rest = insist(() => say("hello"));

  return {
    frame,
    update(changed) {
      settings = changed;
      configure();
    },
    reset: () => say("reset"),
    end() {
      rest();
      timers.forEach(clearTimeout);
      removeEventListener("message", hear);
      document.removeEventListener("securitypolicyviolation", refused);
      frame.remove();
    },
  };
}
