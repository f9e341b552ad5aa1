// Values, as strict systems want them; settings; who a launch says it is for.
import assert from "node:assert/strict";
import { it } from "node:test";
import { readLaunch } from "../../embed/lms/launch.js";
import { readOptions } from "../../embed/lms/options.js";
import { clock12, digest, plainId, span12, span2004, time2004, within } from "../../embed/lms/values.js";

function check(what, of, cases) {
  it(what, () => {
    for (const [given, expected] of cases) assert.deepEqual(of(given), expected, JSON.stringify(given));
  });
}

check("a span of SCORM 1.2", span12, [
  [0, "0000:00:00.00"],
  [187.05, "0000:03:07.05"],
  [0.5, "0000:00:00.50"],
  [59.999, "0000:01:00.00"],
  [36_000_000, "9999:00:00.00"],
  [-3, "0000:00:00.00"],
]);

check("a span of SCORM 2004", span2004, [
  [0, "PT0S"],
  [0.2, "PT0S"],
  [187, "PT3M7S"],
  [3600, "PT1H"],
  [3661.6, "PT1H1M2S"],
  [-1, "PT0S"],
]);

check("times have no zone and no fraction", (date) => [clock12(date), time2004(date)], [
  [new Date(2026, 0, 2, 3, 4, 5, 678), ["03:04:05", "2026-01-02T03:04:05"]],
]);

check("names of interactions are plain", plainId, [
  ["before.full.q01", "before.full.q01"],
  ["a b é 😀", "a_b____"],
  ["x".repeat(300), "x".repeat(255)],
]);

check("no character is cut in half", (text) => within(text, 3), [
  ["abcd", "abc"],
  ["ab😀", "ab"],
  ["a😀b", "a😀"],
]);

it("a digest is FNV-1a of 64 bits, as published", () => {
  assert.equal(digest(""), "cbf29ce484222325");
  assert.equal(digest("a"), "af63dc4c8601ec8c");
  assert.equal(digest("foobar"), "85944171f73967e8");
});

check("settings that are not allowed count as not said", readOptions, [
  [
    '{"view":"drill","seed":7,"moment":"after","score":"work","lang":"fr","cta-href":"https://example.org/"}',
    {
      lang: "fr",
      theme: "auto",
      view: "drill",
      pack: "full",
      "cta-href": "https://example.org/",
      "cta-label": "",
      seed: "7",
      moment: "after",
      score: "work",
    },
  ],
  ...['{"view":1,"seed":-1,"moment":"x","score":true,"lang":[]}', "", "null", "{", undefined].map((text) => [
    text,
    { lang: "", theme: "auto", view: "all", pack: "full", "cta-href": "", "cta-label": "", seed: "", moment: "", score: "none" },
  ]),
]);

const ANNA = { mbox: "mailto:anna@example.org" };
const launch = (more) =>
  `?${new URLSearchParams({ endpoint: "https://lrs.example/xapi", actor: JSON.stringify(ANNA), ...more })}`;
const person = (actor) => readLaunch(launch({ auth: "Basic x", actor: JSON.stringify(actor) }))?.actor;

it("a launch of cmi5, and a plain one", () => {
  const common = { endpoint: "https://lrs.example/xapi/", actor: { objectType: "Agent", ...ANNA }, registration: "r" };
  const cmi5 = launch({ fetch: "https://lms.example/key", activityId: "https://lms.example/a", registration: "r" });
  assert.deepEqual(readLaunch(cmi5), {
    ...common,
    isCmi5: true,
    fetch: "https://lms.example/key",
    auth: "",
    activityId: "https://lms.example/a",
  });
  const plain = launch({ auth: "Basic x", activity_id: "https://lms.example/a", registration: "r" });
  assert.deepEqual(readLaunch(plain), {
    ...common,
    isCmi5: false,
    fetch: undefined,
    auth: "Basic x",
    activityId: "https://lms.example/a",
  });
  assert.match(readLaunch(launch({ auth: "Basic x" })).activityId, /^https:/);
});

check("whoever cannot be meant is nobody", person, [
  [
    { name: ["Anna"], mbox: ["mailto:a@b"] },
    { objectType: "Agent", name: "Anna", mbox: "mailto:a@b" },
  ],
  [
    { account: [{ accountServiceHomePage: "https://x", accountName: 7 }] },
    { objectType: "Agent", account: { homePage: "https://x", name: "7" } },
  ],
  [{ name: "Anna" }, undefined],
  [null, undefined],
  [[], undefined],
]);

it("no launch is made of what is none", () => {
  for (const more of [
    {},
    { fetch: "https://lms.example/key" },
    { auth: "Basic x", endpoint: "javascript:alert(1)" },
    { auth: "Basic x", endpoint: "nowhere" },
    { auth: "Basic x", actor: "{" },
    { fetch: "file:///key", activityId: "https://a" },
  ]) {
    assert.equal(readLaunch(launch(more)), undefined, JSON.stringify(more));
  }
  assert.equal(readLaunch(""), undefined);
});
