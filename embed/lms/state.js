// What a backup of the app's says, as far as a learning system is told of it. Pure.
import { digest } from "./values.js";

/** Every answer in hand, in a steady order: of the check under way, and of the drill. */
export function answersIn(backup) {
  const { check, drill } = backup.session ?? {};
  const run = (backup.results ?? []).filter(({ id }) => id !== check?.result_id).length;
  const answers = Object.entries(check?.answers ?? {}).map(([item, option]) => ({
    // A check that is taken again asks the same questions anew.
    key: `${run}/${check.pack}/${item}`,
    pack: check.pack,
    item,
    option,
  }));
  const sorted = (drill?.sorted ?? []).map(({ id, as }) => ({
    key: `drill/${drill.seed}/${id}`,
    pack: "drill",
    item: id,
    option: as,
  }));
  return [...answers, ...sorted];
}

/** Where somebody is, in a few letters: `plan`, `question/full/q05`, `result`, `drill`, `start`. */
export function placeIn(backup, half) {
  if (half === "plan") return "plan";
  const { screen = "start", check } = backup.session ?? {};
  if (typeof screen === "object") return "result";
  return screen === "question" && check ? `question/${check.pack}/${check.at}` : screen;
}

/** Whether the check under way has come to its result, or so many statements of the drill were sorted. */
export function isFinished(backup, view, statements) {
  const { check, drill } = backup.session ?? {};
  if (view === "drill") return statements > 0 && (drill?.sorted ?? []).length >= statements;
  return view !== "plan" && typeof check?.result_id === "string";
}

/** Whether there is nothing in it that somebody made. */
export function isEmpty(backup) {
  const plans = backup.plans ?? [];
  return plans.length + (backup.results ?? []).length + answersIn(backup).length === 0;
}

/**
 * Digests of what two copies are compared by: the answers, and the plans. Where somebody has got to, and the language they chose,
 * make no other copy of it.
 */
export function printsOf(backup) {
  const { check, drill } = backup.session ?? {};
  const taken = {
    check: check && { ...check, at: undefined },
    drill: drill && { ...drill, at: undefined },
    results: backup.results ?? [],
  };
  const print = (part) => digest(JSON.stringify(ordered(part)));
  return { answers: print(taken), plans: print([backup.plans ?? [], backup.archived ?? []]) };
}

/** What is left out of a copy that gets smaller and smaller, so that answers stay longest: `left` says what. */
export function* smaller(backup) {
  yield { left: "", backup };
  const plans = backup.plans ?? [];
  const open = plans.filter(({ id }) => id === backup.current_plan);
  if (plans.length > 1 && open.length) yield { left: "plans", backup: { ...backup, plans: open, archived: [] } };
  const bare = { ...backup, plans: [], archived: [], current_plan: null };
  if (plans.length) yield { left: "plans", backup: bare };
  const results = backup.results ?? [];
  for (let count = results.length; count > 0;) {
    count >>= 1;
    yield { left: "results", backup: { ...bare, results: results.slice(results.length - count) } };
  }
}

function ordered(value) {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== "object") return value;
  const names = Object.keys(value)
    .filter((name) => value[name] !== undefined)
    .sort();
  return Object.fromEntries(names.map((name) => [name, ordered(value[name])]));
}
