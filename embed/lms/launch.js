// Who opened the page, from its address, as cmi5 and plain xAPI launches write it. Pure.

/** What plain xAPI launches are about where they do not say it. */
const ACTIVITY = "https://strategy-first.invalid/check";

/**
 * What an address asks for: `endpoint`, with a slash at its end, `actor`, `activityId`, `registration`, and either `fetch`, where
 * cmi5 gives its key, or `auth`, the key itself. Nothing where it asks for no learning record store, or for none that can be.
 */
export function readLaunch(search) {
  const query = new URLSearchParams(search);
  const endpoint = address(query.get("endpoint"));
  const [fetch, auth] = [address(query.get("fetch")), query.get("auth") ?? ""];
  const actor = person(query.get("actor"));
  if (!endpoint || !actor || !(fetch || auth)) return undefined;
  const activityId = query.get("activityId") || query.get("activity_id") || (fetch ? "" : ACTIVITY);
  if (!activityId) return undefined;
  const isCmi5 = Boolean(fetch);
  const registration = query.get("registration") || undefined;
  return { isCmi5, endpoint: endpoint.replace(/\/?$/, "/"), fetch, auth, actor, activityId, registration };
}

function address(text) {
  if (!text) return undefined;
  try {
    const { protocol, href } = new URL(text);
    return ["http:", "https:"].includes(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}

/** An actor; older launches put each of its fields in a list. */
function person(text) {
  try {
    const told = JSON.parse(text);
    const one = (value) => (Array.isArray(value) ? value[0] : value);
    const { name, mbox, mbox_sha1sum, openid, account } = Object.fromEntries(
      Object.entries(told).map(([field, value]) => [field, one(value)]),
    );
    const home = account?.homePage ?? account?.accountServiceHomePage;
    const known = account ? { homePage: home, name: String(account.name ?? account.accountName) } : undefined;
    const actor = { objectType: "Agent", name, mbox, mbox_sha1sum, openid, account: known };
    const isSomebody = [mbox, mbox_sha1sum, openid, home].some((name) => typeof name === "string");
    return isSomebody ? JSON.parse(JSON.stringify(actor)) : undefined;
  } catch {
    return undefined;
  }
}
