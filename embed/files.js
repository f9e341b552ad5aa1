// Where the standalone page has its files: beside it. The page in one file has them in itself (single.js).
import { BUILD, SHARED } from "./build.js";
import { loader, program } from "./load.js";
import { keep, offer } from "./offline.js";

const base = new URL(".", import.meta.url);

const url = (name) => new URL(`${name}?v=${BUILD}`, base).href;
export const load = loader(base, BUILD);
/** The questions that are asked, unless the address names others. */
export const pack = "full";
export const bring = (name) => import(url(name));
export const programs = program((name) => fetch(url(name)), bring, SHARED);

/** Has all of this kept, so that the page opens without a network, and can be installed. */
export const stay = async (lang) => offer(await keep(base, "app", lang), base);
