// What Lighthouse says of the standalone page, on a phone: four scores, and what keeps each from a hundred.
// usage: node lighthouse.mjs DIST, with CHROME set
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { serve } from "./site.mjs";
import { table } from "./table.mjs";

const [dist] = process.argv.slice(2);
const profile = mkdtempSync(join(tmpdir(), "lighthouse-"));
const site = await serve(dist);
const chromeFlags = ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage"];
const chrome = await launch({ chromePath: process.env.CHROME, chromeFlags, userDataDir: profile });
try {
  const { lhr } = await lighthouse(`${site.address}/ours/`, { port: chrome.port, logLevel: "error" });
  console.log(report(lhr));
} finally {
  await chrome.kill();
  site.stop();
  rmSync(profile, { recursive: true, force: true });
}

function report({ categories, audits }) {
  const score = (value) => (value === null ? "–" : String(Math.round(value * 100)));
  const scores = table([["Lighthouse, phone", "score"], ...Object.values(categories).map(({ title, score: value }) => [title, score(value)])]);
  const failed = Object.values(categories).flatMap(({ title, auditRefs }) =>
    auditRefs
      .map(({ id, weight }) => ({ ...audits[id], weight }))
      .filter((audit) => audit.score !== null && audit.score < 1)
      .map((audit) => `- ${title}: ${audit.title} (${[score(audit.score), audit.displayValue].filter(Boolean).join(", ")}${audit.weight ? "" : ", counts for nothing"})`),
  );
  return [scores, ...(failed.length ? ["Short of a hundred:", failed.join("\n")] : [])].join("\n\n");
}
