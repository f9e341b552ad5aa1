// What Lighthouse says of the standalone page, on a phone: four scores, and what keeps each from a hundred; of
// several visits, the one in the middle.
// usage: node lighthouse.mjs DIST [RUNS] [--write], with CHROME set
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { serve } from "./site.mjs";
import { publish, table, told } from "./table.mjs";

const { dist, runs } = told(3);
const site = await serve(dist);
const visits = [];
for (let run = 0; run < runs; run += 1) visits.push(await visit(`${site.address}/ours/`));
site.stop();
const speed = ({ categories }) => categories.performance.score;
visits.sort((one, other) => speed(one) - speed(other));
publish("lighthouse", report(visits[Math.floor(runs / 2)]));

async function visit(address) {
  const profile = mkdtempSync(join(tmpdir(), "lighthouse-"));
  const chromeFlags = ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage"];
  const chrome = await launch({ chromePath: process.env.CHROME, chromeFlags, userDataDir: profile });
  try {
    const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: "error" });
    return lhr;
  } finally {
    await chrome.kill();
    rmSync(profile, { recursive: true, force: true });
  }
}

function report({ categories, audits }) {
  const score = (value) => (value === null ? "–" : String(Math.round(value * 100)));
  const scores = table([["Lighthouse, phone", "score"], ...Object.values(categories).map(({ title, score: value }) => [title, score(value)])]);
  const failed = Object.values(categories).flatMap(({ title, auditRefs }) =>
    auditRefs
      .map(({ id, weight }) => ({ ...audits[id], weight }))
      .filter((audit) => audit.score !== null && audit.score < 1)
      .map((audit) => {
        const said = [score(audit.score), audit.displayValue, audit.weight ? "" : "counts for nothing"];
        return `- ${title}: ${audit.title} (${said.filter(Boolean).join(", ")})`;
      }),
  );
  return [scores, ...(failed.length ? ["Short of a hundred:", failed.join("\n")] : [])].join("\n\n");
}
