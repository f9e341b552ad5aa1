// Systems that are missing, slow, failing or lying: no exception, a line that says so, and the browser has what was done.
import assert from "node:assert/strict";
import { it } from "node:test";
import { SCORM_12 } from "../../embed/lms/dialects.js";
import { Scorm } from "../../embed/lms/scorm.js";
import { browser, opened, settled } from "./lib/app.mjs";

/** A half of a system of SCORM 1.2 that does what `ways` say; the rest works. */
function broken(ways) {
  const values = { "cmi.core.lesson_status": "not attempted", "cmi.core.student_id": "7", "cmi.interactions._count": "0" };
  const api = {
    LMSInitialize: () => "true",
    LMSGetValue: (name) => values[name] ?? "",
    LMSSetValue: (name, value) => ((values[name] = value), "true"),
    LMSCommit: () => "true",
    LMSFinish: () => "true",
    LMSGetLastError: () => "0",
    ...ways,
  };
  const top = { API: api };
  top.parent = top;
  return { window: { parent: top, top }, values, api };
}

const throws = () => {
  throw new Error("the system is broken");
};

const cases = [
  ["booleans for strings", { LMSInitialize: () => true, LMSSetValue: () => true, LMSCommit: () => true }, "saved"],
  [
    "“false” with no error, which means yes",
    { LMSInitialize: () => "false", LMSSetValue: () => "false", LMSCommit: () => "false" },
    "saved",
  ],
  ["nothing at all, with no error", { LMSSetValue: () => "", LMSCommit: () => "" }, "saved"],
  ["numbers for errors", { LMSInitialize: () => "false", LMSGetLastError: () => 0 }, "saved"],
  ["null for what was never set", { LMSGetValue: () => null }, "saved"],
  ["a commit that fails", { LMSCommit: () => "false", LMSGetLastError: () => "391" }, "failing"],
  ["a commit that throws", { LMSCommit: throws }, "failing"],
  ["no room", { LMSSetValue: (name) => String(name !== "cmi.suspend_data"), LMSGetLastError: () => "405" }, "failing"],
  ["values that throw", { LMSSetValue: throws }, "failing"],
  ["a beginning that throws", { LMSInitialize: throws, LMSGetValue: throws }, "unreached"],
  [
    "a beginning that is refused",
    { LMSInitialize: () => "false", LMSGetValue: () => "", LMSGetLastError: () => "101" },
    "unreached",
  ],
  ["errors that throw", { LMSInitialize: () => "false", LMSGetValue: () => "", LMSGetLastError: throws }, "unreached"],
  ["no interactions", { LMSGetValue: (name) => (name === "cmi.core.lesson_status" ? "incomplete" : "") }, "saved"],
];

for (const [name, ways, expected] of cases) {
  it(`a system with ${name}: ${expected}, no exception, and the browser has it`, async () => {
    const { window } = broken(ways);
    const visit = opened(new Scorm(window, SCORM_12));
    await visit.course.begin();
    await visit.does((app) => app.answer("q01", "b"));
    assert.equal(visit.key(), expected);
    assert.equal(visit.app.answers.q01, "b");
    visit.course.leave();
    const { localStorage, sessionStorage } = visit.areas;
    assert.equal(Object.keys({ ...localStorage, ...sessionStorage }).length > 0, expected !== "saved");
  });
}

it("a system that failed is tried again, and then all is there", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  let isDown = true;
  const { window, values } = broken({ LMSCommit: () => String(!isDown), LMSGetLastError: () => "391" });
  const visit = opened(new Scorm(window, SCORM_12));
  await visit.course.begin();
  await visit.does((app) => app.answer("q01", "b"));
  assert.deepEqual([visit.key(), visit.offers()], ["failing", ["again", "copy"]]);
  t.mock.timers.tick(2000);
  await settled();
  assert.equal(visit.key(), "failing");
  isDown = false;
  t.mock.timers.tick(3000);
  await settled();
  assert.equal(visit.key(), "failing", "the second time it waits longer");
  t.mock.timers.tick(1000);
  await settled();
  assert.equal(visit.key(), "saved");
  assert.match(values["cmi.suspend_data"], /^1\./);
  isDown = true;
  await visit.does((app) => app.answer("q02", "b"));
  t.mock.timers.tick(1000);
  await settled();
  assert.equal(visit.key(), "failing");
  isDown = false;
  await visit.course.again();
  assert.equal(visit.key(), "saved", "or at once, on a press");
});

it("a system whose half comes five seconds late is found; until then that is said", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const { window, api } = broken({});
  window.parent.API = undefined;
  const visit = opened(new Scorm(window, SCORM_12));
  const begun = visit.course.begin();
  for (let waited = 0; waited < 5000; waited += 250) {
    assert.equal(visit.key(), "connecting");
    t.mock.timers.tick(250);
    await settled(3);
  }
  window.parent.API = api;
  t.mock.timers.tick(250);
  await begun;
  await settled();
  assert.equal(visit.key(), "saved");
});

it("with no system the app is there all the same; one that comes much later gets what was done", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const { window, values, api } = broken({});
  window.parent.API = undefined;
  const visit = opened(new Scorm(window, SCORM_12));
  const begun = visit.course.begin();
  for (let waited = 0; waited < 6500; waited += 250) {
    t.mock.timers.tick(250);
    await settled(3);
  }
  await begun;
  assert.deepEqual([visit.key(), visit.offers(), visit.app.shown.length], ["missing", ["again", "copy"], 1]);
  await visit.does((app) => app.answer("q01", "b"));
  window.parent.API = api;
  await visit.course.again();
  await settled();
  assert.equal(visit.key(), "saved");
  assert.match(values["cmi.suspend_data"], /^1\./);
  visit.course.leave();
  assert.deepEqual(visit.areas, browser(), "and nothing of it stays");
});

it("a system that takes five seconds to answer is asked less often, and loses nothing", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  let commits = 0;
  const { window, values } = broken({
    LMSCommit() {
      commits += 1;
      t.mock.timers.setTime(Date.now() + 5000);
      return "true";
    },
  });
  const visit = opened(new Scorm(window, SCORM_12));
  await visit.course.begin();
  await settled();
  const before = commits;
  for (const item of ["q01", "q02", "q03", "q04", "q05", "q06", "q07", "q08", "q09", "q10"]) {
    await visit.does((app) => app.answer(item, "b"));
    t.mock.timers.tick(1000);
    await settled();
  }
  assert.ok(commits - before <= 3, `${commits - before} commits in ten answers`);
  visit.course.leave();
  assert.equal(values["cmi.interactions.9.student_response"], "b");
});
