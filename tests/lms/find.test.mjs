// Finding a learning system's half in windows around, with every look guarded.
import assert from "node:assert/strict";
import { it } from "node:test";
import { findApi } from "../../embed/lms/find.js";

const api = { LMSInitialize() {} };
const find = (start) => findApi(start, "API", "LMSInitialize");

/** Windows in one another, the last one given being outermost. */
function nested(...windows) {
  const all = windows.map((window) => window);
  const top = all.at(-1);
  all.forEach((window, at) => {
    if (!Object.hasOwn(window, "parent")) window.parent = all[at + 1] ?? window;
    if (!Object.hasOwn(window, "top")) window.top = top;
  });
  return all[0];
}

/** A window of another origin. */
const closed = () =>
  new Proxy(
    {},
    {
      get: () => {
        throw new DOMException("not yours", "SecurityError");
      },
      getOwnPropertyDescriptor: () => ({ configurable: true }),
      has: () => true,
    },
  );

const cases = [
  ["in the window itself", () => nested({ API: api }), api],
  ["two frames out", () => nested({}, {}, { API: api }), api],
  ["in the window that opened this one", () => nested({ opener: nested({}, { API: api }) }), api],
  ["in the window that opened the outermost", () => nested({}, { opener: nested({ API: api }) }), api],
  ["nowhere", () => nested({}, {}), undefined],
  ["behind somebody else’s API", () => nested({ API: { version: 3 } }, { API: api }), api],
  [
    "behind an API that throws",
    () =>
      nested(
        {
          get API() {
            throw new Error("no");
          },
        },
        { API: api },
      ),
    api,
  ],
  ["twenty windows out, and no further", () => nested(...Array.from({ length: 25 }, () => ({})), { API: api }), undefined],
  ["a parent of another origin", () => nested({ parent: closed() }), undefined],
  [
    "an opener of another origin, and a top that throws",
    () =>
      nested({
        opener: closed(),
        get top() {
          throw new Error("no");
        },
      }),
    undefined,
  ],
];

for (const [name, start, expected] of cases) it(name, () => assert.equal(find(start()), expected));

it("the nearest one", () => {
  const other = { LMSInitialize() {} };
  assert.equal(find(nested({}, { API: api }, { API: other })), api);
});

it("an opener that opens itself is looked at once", () => {
  const window = nested({});
  window.opener = window;
  assert.equal(find(window), undefined);
});
