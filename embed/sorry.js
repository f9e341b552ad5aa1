// What is said on a page of ours on which the app cannot start.
import { nearest } from "./stage.js";

// In each language; filled in by the build.
const SENTENCES = __SENTENCES__;

/** What to do, in the visitor's language. */
export function say(root, lang, error) {
  const { failed, old } = SENTENCES[nearest(lang)];
  // A policy may forbid WebAssembly; then it is there, and compiling fails.
  const isOld = typeof WebAssembly !== "object" || error instanceof WebAssembly.CompileError;
  const words = document.createElement("p");
  words.setAttribute("role", "alert");
  words.textContent = isOld ? old : failed;
  (root.querySelector(".first") ?? root).append(words);
}
