// Figures, and tables of them in Markdown, shown and written down.
import { readFileSync, writeFileSync } from "node:fs";

const DOCUMENT = new URL("../../docs/benchmarks.md", import.meta.url);

/** What a benchmark was started with: the release's folder, and how many times it is to be done, unless that goes without saying. */
export function told(usual) {
  const [dist, runs = usual] = process.argv.slice(2).filter((word) => word !== "--write");
  return { dist, runs: Number(runs) };
}

/** Shows what was found, and where that is asked for, puts it in place of what was last found under that name. */
export function publish(name, found) {
  console.log(`\n${found}\n`);
  if (!process.argv.includes("--write")) return;
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const [before, rest] = readFileSync(DOCUMENT, "utf8").split(begin);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`docs/benchmarks.md has no place for ${name}`);
  const day = new Date().toISOString().slice(0, 10);
  writeFileSync(DOCUMENT, `${before}${begin}\n\nMeasured on ${day}.\n\n${found}\n\n${end}${after}`);
}

export const bytes = (count) => Math.round(count).toLocaleString("en-GB");
export const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
export const ratio = (one, other) => (one / other).toFixed(2);

export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Rows of texts, the first of them the heads: as many columns, as wide as what they hold. */
export function table([heads, ...rows]) {
  const all = [heads, ...rows];
  const widths = heads.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((text, column) => (column ? text.padStart(widths[column]) : text.padEnd(widths[0]))).join(" | ")} |`;
  const rule = `|${widths.map((width, column) => (column ? `${"-".repeat(width + 1)}:` : "-".repeat(width + 2))).join("|")}|`;
  return [line(heads), rule, ...rows.map(line)].join("\n");
}
