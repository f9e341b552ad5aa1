// A learner's work in several places: which copy counts, what is asked, and what stays on a computer.
import assert from "node:assert/strict";
import { it } from "node:test";
import { open } from "../../embed/lms/parcel.js";
import { Course } from "../../embed/lms/course.js";
import { browser, opened } from "./lib/app.mjs";

/** A system that keeps what it is handed, unless it is down. */
class Lms {
  limit = 64_000;
  canWait = true;
  isDown = false;

  constructor(kept = "", learner = "anna") {
    Object.assign(this, { kept, learner });
  }

  async open() {
    return { mode: "normal", learner: this.learner, kept: this.kept, isDone: false };
  }

  put({ line }) {
    this.handed = line;
    return true;
  }

  commit() {
    if (this.isDown) return false;
    this.kept = this.handed ?? this.kept;
    return true;
  }

  leave() {}
}

/** What a learner does in a browser, in one session with the system. */
async function session(lms, areas, ...acts) {
  const visit = opened(lms, areas);
  await visit.course.begin();
  for (const act of acts) await visit.does(act);
  visit.course.hide();
  return visit;
}

const answer = (item, option) => (app) => app.answer(item, option);
const kept = async (lms) => (await open(lms.kept)).content?.backup.session?.check.answers;
const isBare = ({ localStorage, sessionStorage }) => Object.keys(localStorage).length + Object.keys(sessionStorage).length === 0;

it("what has arrived leaves nothing on a shared computer", async () => {
  const [lms, areas] = [new Lms(), browser()];
  const visit = await session(lms, areas, answer("q01", "a"));
  assert.equal(isBare(areas), false, "until then the browser has it");
  visit.course.leave();
  assert.ok(isBare(areas));
  assert.deepEqual((await session(lms, areas)).app.answers, { q01: "a" });
});

it("what has not arrived stays, and goes there the next time", async () => {
  const [lms, areas] = [new Lms(), browser()];
  await session(lms, areas, answer("q01", "a"));
  lms.isDown = true;
  const visit = await session(lms, areas, answer("q02", "b"));
  visit.course.leave();
  assert.deepEqual([isBare(areas), await kept(lms)], [false, { q01: "a" }]);
  lms.isDown = false;
  const again = await session(lms, areas);
  assert.deepEqual([again.key(), await kept(lms)], ["saved", { q01: "a", q02: "b" }]);
  again.course.leave();
  assert.ok(isBare(areas));
});

it("what was written in the last moment, and nobody has seen, stays", async () => {
  const [lms, areas] = [new Lms(), browser()];
  const visit = await session(lms, areas, answer("q01", "a"));
  visit.app.answer("q02", "b");
  visit.course.leave();
  assert.equal(isBare(areas), false);
  assert.deepEqual((await session(lms, areas)).app.answers, { q01: "a", q02: "b" });
});

it("what was done elsewhere since comes in, where nothing was done here", async () => {
  const [lms, here, there] = [new Lms(), browser(), browser()];
  const first = await session(lms, here, answer("q01", "a"));
  // The page goes without a word.
  await session(lms, there, answer("q02", "b"));
  const again = await session(lms, here);
  assert.deepEqual([again.app.answers, again.key()], [{ q01: "a", q02: "b" }, "saved"]);
  assert.notEqual(first.app, again.app);
});

it("what has not arrived for two sessions is not lost to what was done elsewhere", async () => {
  const [lms, here, there] = [new Lms(), browser(), browser()];
  await session(lms, here, answer("q01", "a"));
  lms.isDown = true;
  await session(lms, here, answer("q02", "c"));
  await session(lms, here);
  lms.isDown = false;
  await session(lms, there, answer("q03", "b"));
  const visit = await session(lms, here);
  assert.deepEqual([visit.key(), visit.app.answers], ["conflict", { q01: "a", q02: "c" }]);
});

/** Two browsers that know nothing of each other have both gone on. */
async function torn() {
  const [lms, here, there] = [new Lms(), browser(), browser()];
  await session(lms, here, answer("q01", "a"));
  lms.isDown = true;
  await session(lms, here, answer("q01", "c"));
  lms.isDown = false;
  await session(lms, there, answer("q01", "b"));
  const visit = await session(lms, here);
  assert.deepEqual([visit.key(), visit.offers()], ["conflict", ["course", "here", "other"]]);
  assert.deepEqual([visit.app.answers, await kept(lms)], [{ q01: "c" }, { q01: "b" }], "both stay as they are");
  await visit.does(answer("q02", "d"));
  assert.deepEqual(await kept(lms), { q01: "b" }, "until there is a choice");
  return { lms, here, visit };
}

it("two copies that differ: the one in the browser, if the learner says so", async () => {
  const { lms, here, visit } = await torn();
  await visit.course.choose("here");
  visit.course.hide();
  assert.deepEqual([await kept(lms), visit.key(), visit.offers()], [{ q01: "c", q02: "d" }, "saved", ["other"]]);
  assert.deepEqual(JSON.parse((await visit.course.file()).text).session.check.answers, { q01: "b" });
  assert.equal((await session(lms, here)).key(), "saved");
});

it("two copies that differ: the one of the course", async () => {
  const { lms, visit } = await torn();
  await visit.course.choose("course");
  visit.course.hide();
  assert.deepEqual([visit.app.answers, await kept(lms)], [{ q01: "b" }, { q01: "b" }]);
  assert.deepEqual(JSON.parse((await visit.course.file()).text).session.check.answers, { q01: "c", q02: "d" });
});

it("the same done in two places is no conflict", async () => {
  const [lms, here, there] = [new Lms(), browser(), browser()];
  lms.isDown = true;
  await session(lms, here, answer("q01", "a"));
  lms.isDown = false;
  await session(lms, there, answer("q01", "a"));
  assert.equal((await session(lms, here)).key(), "saved");
});

for (const [line, why] of [
  ["9.from.later", "newer"],
  ["1.spoilt.000000", "damaged"],
  ["another course’s", "damaged"],
]) {
  it(`what is ${why} (${line}) stays, and can be had, until the learner replaces it`, async () => {
    const [lms, areas] = [new Lms(line), browser()];
    const visit = await session(lms, areas, answer("q01", "a"));
    assert.deepEqual([visit.key(), visit.offers(), lms.kept], [why, ["file", "over"], line]);
    assert.equal((await visit.course.file()).text, line);
    visit.course.leave();
    assert.equal(isBare(areas), false, "what was done meanwhile is still there");
    const again = await session(lms, areas);
    assert.deepEqual([again.app.answers, lms.kept], [{ q01: "a" }, line]);
    await again.course.choose("here");
    again.course.hide();
    assert.deepEqual([again.key(), await kept(lms)], ["saved", { q01: "a" }]);
  });
}

it("what is whole, and none of ours, is damaged, too", async () => {
  const { seal } = await import("../../embed/lms/parcel.js");
  for (const content of [null, 7, { backup: null }, { backup: [] }]) {
    const lms = new Lms((await seal([content], 4096)).line);
    assert.equal((await session(lms, browser())).key(), content === null ? "saved" : "damaged", JSON.stringify(content));
  }
});

it("an app that can’t be shown is the app’s to say, and nothing is written", async () => {
  const lms = new Lms("1.kept.000000");
  const visit = opened(lms);
  visit.app.show = async () => false;
  await visit.course.begin();
  await visit.course.changed();
  visit.course.leave();
  assert.equal(lms.kept, "1.kept.000000");
});

it("learners on one computer do not meet, and no name is written down", async () => {
  const areas = browser();
  const [anna, emma] = [new Lms(), new Lms("", "emma@example.org")];
  anna.isDown = true;
  (await session(anna, areas, answer("q01", "a"))).course.leave();
  assert.deepEqual((await session(emma, areas)).app.answers, {});
  assert.doesNotMatch(JSON.stringify(areas.localStorage), /anna|emma/);
  anna.isDown = false;
  assert.deepEqual((await session(anna, areas)).app.answers, { q01: "a" });
});

it("learners whom a system does not name do not meet either", async () => {
  const areas = browser();
  const lms = new Lms("", "");
  lms.isDown = true;
  (await session(lms, areas, answer("q01", "a"))).course.leave();
  assert.deepEqual((await session(new Lms("", ""), areas)).app.answers, {});
});

it("a browser that keeps nothing is no trouble", async () => {
  const closed = {
    get localStorage() {
      throw new DOMException("no", "SecurityError");
    },
  };
  const lms = new Lms();
  const { app } = opened(lms);
  const { Keeper } = await import("../../embed/lms/keeper.js");
  app.place = { storage: "local", key: "x" };
  const told = [];
  const course = new Course({
    lms,
    app: Object.assign(app, { show: async () => true }),
    keeperOf: (storage, key) => new Keeper(storage, key, closed),
    settings: { view: "all", score: "none", moment: "", where: "x", launch: "1" },
    tell: ({ key }) => told.push(key),
  });
  await course.begin();
  app.answer("q01", "a");
  await course.changed();
  course.hide();
  assert.equal(told.at(-1), "saved");
  course.leave();
  assert.deepEqual(await kept(lms), { q01: "a" });
});

it("somebody who takes it again tells every answer anew, and is done already", async () => {
  const lms = new Lms();
  const told = [];
  lms.put = ({ line, answers, isDone }) => {
    lms.handed = line;
    told.push(...answers.map(({ id, option }) => `${id} ${option}`), ...(isDone ? ["done"] : []));
    return true;
  };
  await session(lms, browser(), answer("q01", "a"), (app) => app.complete());
  assert.deepEqual(told, ["full.q01 a", "done"]);
  told.length = 0;
  const again = (app) => {
    app.state.session.check.result_id = null;
    app.answer("q01", "a");
  };
  await session(lms, browser(), again);
  assert.deepEqual(
    told.filter((one) => one !== "done"),
    ["full.q01 a"],
  );
  assert.equal(told.at(-1), "done");
});
