// Lets a page of the release open without a network, by the worker beside it.

/**
 * Has the files of `group` kept, in the visitor's language, and gives the kept start page; or nothing, where the browser keeps none or
 * is to save data.
 */
export async function keep(base, group, lang) {
  if (!navigator.serviceWorker || navigator.connection?.saveData) return undefined;
  const worker = await active(await navigator.serviceWorker.register(new URL("worker.js", base)));
  worker.postMessage({ group, lang });
  return caches.match(base);
}

/** The worker at work; the first one once it has kept what every page needs. */
function active(registration) {
  const coming = registration.installing ?? registration.waiting;
  if (registration.active) return registration.active;
  return new Promise((then) => coming.addEventListener("statechange", () => coming.state === "activated" && then(coming)));
}

/** Names the manifest, by which the page can be installed, where it is kept and the policy that it came with allows that. */
export function offer(page, base) {
  const policy = page?.headers.get("content-security-policy") ?? "manifest-src";
  if (!page || !policy.includes("manifest-src")) return;
  const link = Object.assign(document.createElement("link"), { rel: "manifest", href: new URL("app.webmanifest", base) });
  document.head.append(link);
}
