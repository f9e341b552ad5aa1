// What the browser keeps, read without the program's help: every value from its current copy, a plan with the changes since; and no
// room for any more of it.

const PREFIX = "strategy-first/1/";

/** What stands under `name` for one widget, from the texts of a storage by their keys; nothing where there is none. */
export function data(all, name, widget = "default") {
  const key = `${PREFIX}${widget}/${name}`;
  const opened = (key) => (key in all ? JSON.parse(all[key]).data : undefined);
  const pointer = opened(key);
  return pointer?.slot ? opened(`${key}/${pointer.slot}`) : pointer;
}

/** The plan `id`, as whoever opens it finds it. */
export function plan(all, id, widget = "default") {
  const copy = data(all, `plan/${id}`, widget);
  if (!copy) return null;
  const key = `${PREFIX}${widget}/plan/${id}`;
  const { rev, data: { slot } } = JSON.parse(all[key]);
  const kept = structuredClone(copy.plan);
  // Rows without an id go by the keys beside the plan, in their order.
  const names = new Map();
  for (const [table, keys] of Object.entries(copy.keys ?? {})) {
    kept[table].filter((row) => !row.id).forEach((row, index) => names.set(row, keys[index]));
  }
  for (let entry = 1; `${key}/${slot}/${entry}` in all; entry += 1) {
    const { after, edits } = JSON.parse(all[`${key}/${slot}/${entry}`]).data;
    if (after !== rev) break;
    for (const edit of edits) redo(kept, edit, (row) => row.id ?? names.get(row), (row, name) => names.set(row, name));
  }
  return kept;
}

/** Does one change again. */
function redo(plan, { does, table, row: name, field, with: what, next }, nameOf, call) {
  if (!table) return put(plan, field, what);
  const rows = (plan[table] ??= []);
  const at = rows.findIndex((row) => nameOf(row) === name);
  const enter = (row, before) => {
    const index = rows.findIndex((row) => before && nameOf(row) === before);
    rows.splice(index < 0 ? rows.length : index, 0, row);
  };
  if (does === "set") put(rows[at], field, what);
  if (does === "remove" || does === "move") {
    const [row] = rows.splice(at, 1);
    if (does === "move") enter(row, what);
  }
  if (does === "insert") {
    call(what, name);
    enter(what, next);
  }
  if (rows.length === 0) delete plan[table];
}

/** Puts something in a field by its path; what is empty is not written down. */
function put(record, path, what) {
  const names = path.split(".");
  const last = names.pop();
  const group = names.reduce((group, name) => (group[name] ??= {}), record);
  const isEmpty = [null, false, ""].includes(what) || (Array.isArray(what) && what.length === 0);
  if (isEmpty) delete group[last];
  else group[last] = what;
  for (const name of names) if (Object.keys(record[name]).length === 0) delete record[name];
}

/** Fills the storage to the last character, with what is not ours. */
export const fillUp = (page) =>
  page.driver.executeScript(() => {
    for (let size = 1 << 22; size >= 1; size >>= 1) {
      for (let part = 0; part < 64; part += 1) {
        try {
          localStorage.setItem(`theirs/${size}/${part}`, "x".repeat(size));
        } catch {
          localStorage.removeItem(`theirs/${size}/${part}`);
          break;
        }
      }
    }
  });
