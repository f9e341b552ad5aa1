// Whether anything is kept of a visitor.

/** What is kept begins so; whoever has been here before goes on with that, in the language they chose. */
const kept = (key) => `strategy-first/1/${key}/`;

/** Whether nothing is kept in `storage`, as far as the browser lets a page see. */
export function isNew(storage, key) {
  try {
    const area = { local: () => localStorage, session: () => sessionStorage, none: () => ({}) }[storage]();
    return !Object.keys(area).some((name) => name.startsWith(kept(key)));
  } catch {
    return true;
  }
}
