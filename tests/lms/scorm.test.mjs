// The run time against a system that is stricter than most (lib/strict.mjs).
import assert from "node:assert/strict";
import { it } from "node:test";
import { SCORM_12, SCORM_2004 } from "../../embed/lms/dialects.js";
import { Scorm } from "../../embed/lms/scorm.js";
import { browser, opened, settled } from "./lib/app.mjs";
import { Strict } from "./lib/strict.mjs";

const KINDS = { scorm12: SCORM_12, scorm2004: SCORM_2004 };
const QUESTIONS = Array.from({ length: 20 }, (_, at) => `q${String(at + 1).padStart(2, "0")}`);

/** Opens the package in a system, as one more session of the same learner. */
async function session(kind, lms, { areas, settings } = {}) {
  const visit = opened(new Scorm(lms.session(), KINDS[kind]), areas, settings);
  await visit.course.begin();
  await settled();
  return visit;
}

/** The values of an element that was set, in order. */
const set = (lms, name) => lms.calls.map((call) => call.split(`SetValue ${name} `)[1]).filter((value) => value !== undefined);

/** Six ways through a package, in each standard. They are long: strict systems refuse rarely. */
async function script(kind, lms) {
  const areas = browser();
  // One learner answers, changes their mind, looks away, leaves.
  let visit = await session(kind, lms, { areas });
  for (const item of QUESTIONS) await visit.does((app) => app.answer(item, "b"));
  await visit.does((app) => app.answer("q03", "c"));
  visit.course.hide();
  visit.course.leave();
  // Comes back elsewhere, and finishes.
  visit = await session(kind, lms);
  assert.equal(Object.keys(visit.app.answers).length, 20);
  await visit.does((app) => app.complete());
  await visit.course.completed({ strategy: 62.4, tactics: 81 });
  visit.course.leave();
  // Takes it again, with every answer another.
  visit = await session(kind, lms);
  await visit.does((app) => {
    app.state.session.check.result_id = null;
    app.state.session.check.answers = {};
  });
  for (const item of QUESTIONS) await visit.does((app) => app.answer(item, "a"));
  await visit.does((app) => app.complete("r2"));
  visit.course.leave(true);
}

for (const kind of Object.keys(KINDS)) {
  it(`${kind}: scripted sessions, and nothing is refused`, async () => {
    const records = [new Strict(kind), new Strict(kind, { learner: "emma@example.org" })];
    for (const lms of records) await script(kind, lms);
    const refused = records.flatMap((lms) => lms.refused);
    assert.deepEqual(refused, []);
    const sets = records.reduce((sum, lms) => sum + lms.sets, 0);
    assert.ok(sets >= 300, `${sets} values were set in 6 sessions`);
    for (const lms of records) assert.equal(lms.status, "completed");
  });

  it(`${kind}: incomplete at once, and able to resume, before anything is done`, async () => {
    const lms = new Strict(kind);
    await session(kind, lms);
    assert.equal(lms.status, "incomplete");
    assert.equal(lms.committed[KINDS[kind].exit], "suspend");
    assert.ok(lms.commits >= 1);
  });

  it(`${kind}: the frame goes after each of 20 answers, without a word, and every one is there again`, async () => {
    let resumed = 0;
    for (let count = 1; count <= 20; count += 1) {
      const lms = new Strict(kind);
      let now = Date.now();
      const { now: real } = Date;
      // Each answer takes a person a while.
      Date.now = () => now;
      const first = await session(kind, lms);
      for (const item of QUESTIONS.slice(0, count)) {
        now += 3000;
        await first.does((app) => app.answer(item, "d"));
      }
      Date.now = real;
      assert.equal(
        lms.calls.some((call) => /Finish|Terminate/.test(call)),
        false,
      );
      const again = await session(kind, lms);
      if (Object.keys(again.app.answers).length === count && again.app.answers[QUESTIONS[count - 1]] === "d") resumed += 1;
    }
    assert.equal(resumed, 20);
  });

  it(`${kind}: answers are neutral, and never passed, failed or scored unasked`, async () => {
    const lms = new Strict(kind);
    const visit = await session(kind, lms);
    for (const item of QUESTIONS.slice(0, 3)) await visit.does((app) => app.answer(item, "b"));
    await visit.does((app) => app.complete());
    await visit.course.completed({ strategy: 20, tactics: 90 });
    visit.course.leave();
    assert.equal(lms.status, "completed");
    const results = lms.calls.filter((call) => /interactions\.\d+\.result/.test(call));
    assert.ok(results.length === 3 && results.every((call) => call.endsWith(" neutral")), `${results}`);
    assert.deepEqual(
      lms.calls.filter((call) => /score|passed|failed|success/.test(call)),
      [],
    );
  });

  it(`${kind}: a score where the trainer asked for one`, async () => {
    for (const [score, expected] of [
      ["direction", "62"],
      ["work", "81"],
      ["none", undefined],
    ]) {
      const lms = new Strict(kind);
      const visit = await session(kind, lms, { settings: { score } });
      await visit.does((app) => app.answer("q01", "b"));
      visit.app.complete();
      await visit.course.completed({ strategy: 62.4, tactics: 81 });
      await settled();
      visit.course.leave();
      const raw = kind === "scorm12" ? "cmi.core.score.raw" : "cmi.score.raw";
      assert.equal(lms.committed[raw], expected, score);
      assert.deepEqual(lms.refused, []);
    }
  });

  for (const mode of ["browse", "review"]) {
    it(`${kind}: in ${mode} nothing is written`, async () => {
      const before = new Strict(kind);
      const first = await session(kind, before);
      await first.does((app) => app.answer("q01", "b"));
      first.course.leave();
      const lms = new Strict(kind, { mode, kept: before.committed["cmi.suspend_data"] });
      const areas = browser();
      const visit = await session(kind, lms, { areas });
      assert.equal(visit.app.answers.q01, "b", "what was saved is there to look at");
      assert.equal(visit.key(), mode);
      await visit.does((app) => app.answer("q02", "a"));
      visit.course.hide();
      visit.course.leave();
      assert.equal(lms.sets + lms.commits, 0);
      assert.ok(lms.calls.some((call) => /Finish|Terminate/.test(call)));
      assert.deepEqual([Object.keys(areas.localStorage), Object.keys(areas.sessionStorage)], [[], []]);
    });
  }

  it(`${kind}: after the end nothing is called any more`, async () => {
    const lms = new Strict(kind);
    const visit = await session(kind, lms);
    await visit.does((app) => app.answer("q01", "b"));
    visit.course.leave();
    const calls = lms.calls.length;
    visit.course.leave();
    visit.course.hide();
    await visit.course.again();
    await visit.does((app) => app.answer("q02", "b"));
    assert.equal(lms.calls.length, calls);
  });
}

it("a page that is put aside goes on where it was, and begins no second time", async () => {
  const lms = new Strict("scorm2004");
  const window = lms.session();
  const visit = opened(new Scorm(window, SCORM_2004));
  await visit.course.begin();
  await visit.does((app) => app.answer("q01", "b"));
  assert.equal(visit.course.leave(true), true);
  assert.equal(
    lms.calls.some((call) => call.startsWith("Terminate")),
    false,
  );
  // The same half of the system is still there, and has been begun.
  const again = opened(new Scorm(window, SCORM_2004));
  await again.course.begin();
  assert.equal(again.app.answers.q01, "b");
  assert.equal(again.key(), "saved");
});

for (const kind of Object.keys(KINDS)) {
  it(`${kind}: a page that is reloaded says that the session is over, and loses nothing`, async () => {
    const lms = new Strict(kind);
    const window = lms.session();
    const visit = opened(new Scorm(window, KINDS[kind]));
    await visit.course.begin();
    await visit.does((app) => app.answer("q01", "b"));
    visit.course.leave();
    window.performance = { getEntriesByType: () => [{ type: "reload" }] };
    const again = opened(new Scorm(window, KINDS[kind]));
    await again.course.begin();
    assert.deepEqual([again.key(), again.offers()], ["over", ["copy"]]);
    again.course.leave();
    assert.equal((await session(kind, lms)).app.answers.q01, "b");
  });
}

it("every answer is told once, and what was told in another session is not told again", async () => {
  const lms = new Strict("scorm2004");
  let visit = await session("scorm2004", lms);
  await visit.does((app) => app.answer("q01", "b"));
  await visit.does((app) => app.answer("q02", "b"));
  await visit.does((app) => app.answer("q01", "c"));
  visit.course.leave();
  visit = await session("scorm2004", lms);
  await visit.does((app) => app.answer("q02", "d"));
  assert.deepEqual(set(lms, "cmi.interactions.0.id"), ["full.q01", "full.q02"]);
  assert.deepEqual(set(lms, "cmi.interactions.0.learner_response"), ["b", "c", "d"]);
  assert.deepEqual(set(lms, "cmi.interactions.0.description")[0], "Question q01 of full?");
});

it("where before and after are asked, answers say which", async () => {
  const lms = new Strict("scorm12");
  const visit = await session("scorm12", lms, { settings: { moment: "after" } });
  await visit.does((app) => app.answer("q01", "b"));
  assert.deepEqual(set(lms, "cmi.interactions.0.id"), ["after.full.q01"]);
});

it("answers that are no single letter are told all the same", async () => {
  const lms = new Strict("scorm12");
  const visit = await session("scorm12", lms);
  await visit.does((app) => app.answer("our own", "somewhat-agree 😀", "own"));
  assert.deepEqual([set(lms, "cmi.interactions.0.id"), set(lms, "cmi.interactions.0.type")], [["own.our_own"], ["fill-in"]]);
  assert.deepEqual(lms.refused, []);
});

it("a drill is complete once all was sorted", async () => {
  const lms = new Strict("scorm2004");
  const visit = await session("scorm2004", lms, { settings: { view: "drill" } });
  const sorted = Array.from({ length: 12 }, (_, at) => ({ id: `D${at}`, as: "tactic" }));
  const sort = (count) => (app) => {
    app.state.session = { screen: "drill", check: null, drill: { seed: 3, at: count, sorted: sorted.slice(0, count) } };
  };
  await visit.does(sort(11));
  visit.course.hide();
  assert.equal(lms.status, "incomplete");
  await visit.does(sort(12));
  visit.course.hide();
  assert.deepEqual([lms.status, lms.refused], ["completed", []]);
});

it("a plan is complete when the learner says so", async () => {
  const lms = new Strict("scorm12");
  const visit = await session("scorm12", lms, { settings: { view: "plan" } });
  await visit.does((app) => app.write({ id: "p1", title: "A plan" }));
  visit.course.hide();
  assert.equal(lms.status, "incomplete");
  assert.ok(visit.offers().includes("finish"));
  await visit.course.finish();
  visit.course.hide();
  assert.equal(lms.status, "completed");
});

it("a plan that does not fit is left out whole, the answers are there, and it is said", async () => {
  const lms = new Strict("scorm12");
  const areas = browser();
  const visit = await session("scorm12", lms, { areas });
  await visit.does((app) => app.answer("q01", "b"));
  const long = Array.from({ length: 900 }, (_, at) => ({ id: `t${at}`, name: `a ${at * 7919} b ${at * 104_729}` }));
  await visit.does((app) => app.write({ id: "p1", title: "Long", tactics: long }));
  visit.course.hide();
  assert.equal(visit.key(), "left.plans");
  assert.ok(visit.offers().includes("copy"));
  assert.deepEqual(lms.refused, []);
  visit.course.leave();
  assert.ok(Object.keys(areas.localStorage).length > 0, "what the system has no room for stays in the browser");
  const again = await session("scorm12", lms, { areas });
  assert.deepEqual([again.app.answers.q01, again.app.state.plans.length, again.key()], ["b", 1, "left.plans"]);
  const elsewhere = await session("scorm12", lms);
  assert.deepEqual([elsewhere.app.answers.q01, elsewhere.app.state.plans.length], ["b", 0]);
});
