// The browser's copy of what somebody does in a package: the app keeps it under names of its own, and this remembers beside it
// what of it the learning system has.

export class Keeper {
  #area;
  #prefix;

  /** `storage` is `local` or `session`; `areas` is where those are, as in a window. They may throw. */
  constructor(storage, key, areas) {
    this.place = { storage, key };
    this.#area = () => areas[`${storage}Storage`];
    this.#prefix = `strategy-first/1/${key}/`;
  }

  /** What was noted last, or nothing. */
  read() {
    return this.#guarded((area) => JSON.parse(area.getItem(`${this.#prefix}course`))) ?? undefined;
  }

  note(known) {
    this.#guarded((area) => area.setItem(`${this.#prefix}course`, JSON.stringify(known)));
  }

  /** All that the app keeps at this moment, to be compared. */
  now() {
    return this.#guarded((area) =>
      this.#keys(area)
        .filter((key) => !key.endsWith("/course"))
        .map((key) => [key, area.getItem(key)])
        .join(),
    );
  }

  /** Leaves nothing of it on this computer. */
  clear() {
    this.#guarded((area) => this.#keys(area).forEach((key) => area.removeItem(key)));
  }

  #keys(area) {
    return Object.keys(area)
      .filter((key) => key.startsWith(this.#prefix))
      .sort();
  }

  #guarded(act) {
    try {
      return act(this.#area());
    } catch {
      return undefined;
    }
  }
}
