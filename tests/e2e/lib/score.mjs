// What `cargo xtask score` makes of answers: the same code as the page's, on this machine.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const XTASK = join(process.env.CARGO_TARGET_DIR ?? join(ROOT, "target"), "debug/xtask");

/** The answers that `choices`, one for each item of `pack`, stand for; null is a skipped item. */
export function answers(pack, choices) {
  const given = pack.items.map((item, index) => [item.id, item.options[choices[index]]?.id]);
  return Object.fromEntries(given.filter(([, option]) => option));
}

/** What `sf-complete` is to say about the answers. */
export function score(pack, choices) {
  if (!existsSync(XTASK)) execFileSync("cargo", ["build", "--quiet", "--package", "xtask"], { cwd: ROOT });
  const folder = mkdtempSync(join(tmpdir(), "strategy-first-"));
  const file = join(folder, "answers.json");
  try {
    writeFileSync(file, JSON.stringify({ pack: pack.id, answers: answers(pack, choices) }));
    const env = { ...process.env, CARGO_MANIFEST_DIR: join(ROOT, "xtask") };
    return JSON.parse(execFileSync(XTASK, ["score", file, "--json"], { env, encoding: "utf8" }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
