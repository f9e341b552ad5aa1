// Figures, and tables of them in Markdown.

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
