// cmi5 and plain xAPI, with a small store that keeps to their rules (lib/store.mjs).
import assert from "node:assert/strict";
import { it } from "node:test";
import { Xapi } from "../../embed/lms/xapi.js";
import { browser, opened } from "./lib/app.mjs";
import { Store } from "./lib/store.mjs";

/** Opens the package from a store; every request of a visit has been answered once `calm` is. */
async function session(store, { areas = browser(), settings, query = store.launch() } = {}) {
  const lms = new Xapi(query);
  const visit = opened(lms, areas, settings);
  await visit.course.begin();
  const calm = async () => {
    await visit.course.changed();
    await lms.commit();
    for (let round = 0; round < 5; round += 1) await new Promise((then) => setImmediate(then));
  };
  await calm();
  return { ...visit, lms, calm };
}

/** Waits until `look` gives something true; nothing else tells when the last words of a page have arrived. */
async function until(look) {
  for (let round = 0; !look(); round += 1) {
    assert.ok(round < 500, "waited in vain");
    await new Promise((then) => setTimeout(then, 10));
  }
}

for (const kind of ["cmi5", "xapi"]) {
  it(`${kind}: initialized first, answers, completed once, terminated last`, async () => {
    const store = await new Store().start(kind);
    let visit = await session(store);
    for (const item of ["q01", "q02", "q03"]) {
      visit.app.answer(item, "a");
      await visit.calm();
    }
    visit.app.complete();
    await visit.calm();
    visit.course.leave();
    const ended = (count) => () => store.verbs().filter((verb) => verb === "terminated").length === count;
    await until(ended(1));
    assert.deepEqual(store.verbs(), ["initialized", "answered", "answered", "answered", "completed", "terminated"]);
    visit = await session(store);
    assert.deepEqual([visit.app.answers.q03, visit.key()], ["a", "done"]);
    visit.app.answer("q01", "b");
    await visit.calm();
    visit.course.leave();
    await until(ended(2));
    assert.deepEqual(store.verbs().slice(6), ["initialized", "answered", "terminated"]);
    assert.deepEqual(store.refused, []);
    assert.equal(store.fetched, kind === "cmi5" ? 2 : 0);
    const [answer] = store.statements.filter(({ verb }) => verb.id.endsWith("answered"));
    assert.equal(answer.object.id, "https://strategy-first.invalid/questions/full/q01");
    assert.deepEqual(answer.result, { response: "a" });
    assert.equal(answer.object.definition.interactionType, "choice");
    assert.equal(answer.object.definition.choices.length, 2);
  });

  it(`${kind}: nothing that somebody wrote is in a statement, and a plan is there again`, async () => {
    const store = await new Store().start(kind);
    const visit = await session(store);
    visit.app.answer("q01", "a");
    visit.app.write({ id: "p1", title: "A secret of ours", tactics: [{ name: "😀 سرّ" }] });
    await visit.calm();
    visit.course.leave();
    await until(() => store.verbs().includes("terminated"));
    assert.doesNotMatch(JSON.stringify(store.statements), /secret|😀|سرّ/);
    const again = await session(store);
    assert.deepEqual(again.app.state.plans, visit.app.state.plans);
  });

  it(`${kind}: a store that is down for a while gets all of it, in order`, async () => {
    const store = await new Store().start(kind);
    const visit = await session(store);
    store.isDown = true;
    visit.app.answer("q01", "a");
    await visit.calm();
    visit.app.answer("q02", "a");
    visit.app.complete();
    await visit.calm();
    assert.deepEqual(store.verbs(), ["initialized"]);
    await until(() => visit.key() === "failing");
    store.isDown = false;
    await visit.course.again();
    assert.equal(visit.key(), "done");
    visit.course.leave();
    await until(() => store.verbs().includes("terminated"));
    assert.deepEqual(store.verbs(), ["initialized", "answered", "answered", "completed", "terminated"]);
    assert.deepEqual(store.refused, []);
  });
}

it("the key is fetched once: after a reload the session is over, and that is said", async () => {
  const store = await new Store().start();
  const areas = browser();
  const query = store.launch();
  const visit = await session(store, { query, areas });
  visit.app.answer("q01", "a");
  await visit.calm();
  visit.course.leave();
  await until(() => store.verbs().includes("terminated"));
  const reloaded = await session(store, { query, areas });
  assert.deepEqual([reloaded.key(), reloaded.offers()], ["over", ["copy"]]);
  reloaded.course.leave();
  assert.deepEqual(store.refused, []);
  const again = await session(store, { areas });
  assert.equal(again.app.answers.q01, "a");
});

for (const mode of ["Browse", "Review"]) {
  it(`in cmi5’s mode ${mode} nothing is said but that it began and ended`, async () => {
    const store = await new Store().start();
    store.launchMode = mode;
    const visit = await session(store);
    visit.app.answer("q01", "a");
    visit.app.complete();
    await visit.calm();
    assert.equal(visit.key(), mode.toLowerCase());
    visit.course.leave();
    await until(() => store.verbs().includes("terminated"));
    assert.deepEqual([store.verbs(), store.states.size, store.refused], [["initialized", "terminated"], 0, []]);
  });
}

it("a learner’s own language is heeded, and so is the way back", async () => {
  const store = await new Store().start();
  const visit = await session(store);
  assert.equal(visit.app.shown[0].lang, "fr-FR");
  assert.ok(visit.offers().includes("leave"));
  assert.equal(visit.lms.returnUrl, `${store.base}/back`);
});

it("a store that can’t be reached, or is none: the app is there, and it is said", async () => {
  const store = await new Store().start();
  const query = store.launch();
  store.isDown = true;
  const cases = [
    [query, "unreached"],
    ["", "missing"],
    ["?endpoint=https://lrs.example/&auth=x", "missing"],
  ];
  for (const [search, expected] of cases) {
    const visit = opened(new Xapi(search));
    await visit.course.begin();
    assert.deepEqual([visit.key(), visit.app.shown.length], [expected, 1], search);
    visit.course.leave();
  }
});
