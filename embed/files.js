// Where the standalone page has its files: beside it. The page in one file has them in itself (single.js).
import { BUILD, SHARED } from "./build.js";
import { loader, program } from "./load.js";

const base = new URL(".", import.meta.url);

export const load = loader(base, BUILD);
const url = (name) => new URL(`${name}?v=${BUILD}`, base).href;
export const programs = program((name) => fetch(url(name)), (name) => import(url(name)), SHARED);
