// Where embed.<lang>.js has its first card: in itself, for pages on which the check is the first thing to be seen.
import app from "strategy-first.css";
import host from "host.css";
import * as card from "./first.js";

// In one language; filled in by the build.
const WORDS = __CARD__;

/** The texts at hand, by their paths. */
export const TEXTS = [
  [`first/${WORDS.lang}.json`, JSON.stringify(WORDS)],
  ["host.css", host],
  ["strategy-first.css", app],
];

/** What draws the card. */
export const bringFirst = () => card;
