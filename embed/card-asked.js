// Where an element has its first card: in files beside it, for many a visitor never comes near it. embed.<lang>.js has it in itself
// (card-held.js).

/** The texts at hand, by their paths. */
export const TEXTS = [];

/** Brings the script that draws the card; `url` gives the address of a file. */
export const bringFirst = (url) => import(/* webpackIgnore: true */ /* @vite-ignore */ url("first.js"));
