import { define } from "./dist/element.js";

export * from "./dist/element.js";
define();
