// Where a learning system has put what a package speaks to: in a window around this one, or around the one that opened it.

/** How many windows up it may be. */
const HOPS = 20;

/**
 * The object called `name` that has a function `method`, from the nearest window on: those around `start`, those around the one
 * that opened it, those around the one that opened the outermost. Nothing where there is none. Every look is guarded: a window
 * of another origin refuses to be looked into, and what a page calls `API` may be anything.
 */
export function findApi(start, name, method) {
  const isIt = (api) => typeof guarded(() => api[method]) === "function";
  const among = (first) => {
    let here = first;
    for (let hop = 0; here && hop < HOPS; hop += 1) {
      const api = guarded(() => here[name]);
      if (isIt(api)) return api;
      const around = guarded(() => here.parent);
      if (around === here) return undefined;
      here = around;
    }
    return undefined;
  };
  return among(start) ?? among(guarded(() => start.opener)) ?? among(guarded(() => start.top.opener));
}

function guarded(look) {
  try {
    return look();
  } catch {
    return undefined;
  }
}
