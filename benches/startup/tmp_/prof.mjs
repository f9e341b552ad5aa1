import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Meter } from "../meter.mjs";
import { serve } from "../site.mjs";
const dist = process.argv[2], wanted = process.argv[3];
const TACTICS = 1000, EXAMPLE = "plan/example.en.json";
function large(plan) {
  const { tactics, actions } = plan;
  const many = (make) => Array.from({ length: TACTICS }, (_, at) => make(at));
  return { ...plan,
    tactics: many((at) => ({ ...tactics[at % tactics.length], id: `tactic-${at}`, text: `Number ${at}: ${tactics[at % tactics.length].text}` })),
    actions: many((at) => ({ ...actions[at % actions.length], id: `action-${at}`, tactic_id: `tactic-${at}`, text: `Step ${at}: ${actions[at % actions.length].text}` })) };
}
const site = await serve(dist, { [`/ours/${EXAMPLE}`]: JSON.stringify(large(JSON.parse(readFileSync(join(dist, EXAMPLE), "utf8")))) });
const meter = await Meter.start(`${site.address}/ours/`);
const { page, browser } = meter;
const d = (c, p = {}) => browser.driver ? browser.driver.sendAndGetDevToolsCommand(c, p) : browser.devtools(c, p);
async function of(name, act) {
  const on = name === wanted;
  if (on) { await d("Profiler.enable"); await d("Profiler.setSamplingInterval", { interval: 500 }); await d("Profiler.start"); }
  await page.run(() => meter.clear());
  await act();
  await page.driver.executeAsyncScript((then) => requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => setTimeout(then, 700), { timeout: 3000 }))));
  const m = await page.run(() => ({ e: meter.events.map(e => [e.name, e.duration]).slice(0, 6), t: meter.tasks.map(t => [Math.round(t.startTime), t.duration]), s: meter.shift, p: meter.pressed }));
  console.log(name, JSON.stringify(m));
  if (!on) return;
  const { profile } = await d("Profiler.stop");
  const nodes = new Map(profile.nodes.map((n) => [n.id, n]));
  for (const n of profile.nodes) for (const c of n.children ?? []) nodes.get(c).parent = n.id;
  const self = {}, total = {};
  profile.samples.forEach((id, i) => {
    const t = profile.timeDeltas[i] / 1000; const seen = new Set();
    const short = (n) => n.callFrame.functionName.replace(/::h[0-9a-f]{16}/, "").slice(0, 110) || "?";
    self[short(nodes.get(id))] = (self[short(nodes.get(id))] ?? 0) + t;
    for (let n = nodes.get(id); n; n = nodes.get(n.parent)) { const k = short(n); if (!seen.has(k)) { seen.add(k); total[k] = (total[k] ?? 0) + t; } }
  });
  const top = (o, n) => Object.entries(o).sort((a, b) => b[1] - a[1]).slice(0, n).map(([k, v]) => v.toFixed(0).padStart(6) + " " + k).join("\n");
  console.log("SELF\n" + top(self, 30) + "\nTOTAL\n" + top(total, 70));
}
await page.forgetEverything();
await page.openPlan();
await of("begun", () => page.go("start.example"));
await page.keeps(({ tactics }) => tactics.length === TACTICS, "the plan");
await of("opened", () => page.reload());
await of("tactics", () => page.toSection("tactics"));
await of("row", () => page.unfold("tactics", 5));
await of("map", () => page.look("map"));
await of("weeks", () => page.look("weeks"));
await of("document", () => page.look("document"));
await of("one_page", () => page.look("one_page"));
await meter.stop(); site.stop(); process.exit(0);
