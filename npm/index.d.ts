/** Registers `<strategy-first>` as it is imported. */
export * from "./element.js";
