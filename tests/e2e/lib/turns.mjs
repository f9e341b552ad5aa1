// Some files of tests run at once, but never two browsers of a kind: two of WebKit take the focus from one another, and more browsers
// than that would keep each other waiting.
import { readlinkSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";

/** Where each engine that is at work has a mark, a link that names the process; `cargo xtask test e2e` says where. */
const { SF_TURNS: TURNS } = process.env;

/** Waits until nobody is at work with the engine `name`, and gives what ends one's own turn. A file run by hand has nobody to wait for. */
export async function turnOf(name) {
  if (!TURNS) return () => {};
  const mark = join(TURNS, name);
  while (!take(mark)) await new Promise((then) => setTimeout(then, 30));
  const end = () => {
    process.off("exit", end);
    rmSync(mark, { force: true });
  };
  process.once("exit", end);
  return end;
}

function take(mark) {
  try {
    symlinkSync(`${process.pid}`, mark);
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (!isAtWork(mark)) rmSync(mark, { force: true });
    return false;
  }
}

/** Whether there is still a process whose mark it is: one that was killed leaves its own. */
function isAtWork(mark) {
  try {
    return process.kill(Number(readlinkSync(mark)), 0);
  } catch (error) {
    return error.code === "ENOENT";
  }
}
