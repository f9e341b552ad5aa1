// What is kept in the browser, and what happens where that is forbidden, full, damaged, or from a newer version.
import assert from "node:assert/strict";
import { fillUp } from "./lib/kept.mjs";
import { NO_STORAGE } from "./lib/scripts.mjs";
import { copy } from "./lib/site.mjs";
import { visitors } from "./lib/suite.mjs";

const forbidden = await copy({ script: NO_STORAGE });
// An origin of its own: where one tab has filled the storage, Firefox has no room for another tab until long after it was
// emptied, and that one rightly goes on with the storage of its tab.
const neverFull = await copy({});

const OURS = "strategy-first/1/default/";

/** Puts values into the storage, before the app is there. */
async function plant(page, values) {
  await page.forgetEverything();
  await page.driver.executeScript((values) => {
    for (const [key, value] of Object.entries(values)) localStorage.setItem(key, value);
  }, values);
}

/** A check from the start to its result works. */
async function works(page) {
  await page.home();
  if (await page.hasButton("app.start_over")) await page.go("app.start_over");
  await page.take("quick", [1, 1, 1, 1, 1, 1, 1, 1]);
  assert.ok(await page.hasButton("result.retake"));
}

visitors("What is kept in the browser", (path) => {
  path("answers and results, under our own keys alone, each in an envelope", async (page) => {
    await page.open();
    await page.take("quick", [1, 1, 1, 1, 1, 1, 1, 1]);
    await page.switchTo("fr");
    const all = await page.storage();
    const names = Object.keys(all).map((key) => key.replace(/\/[abc]$/, ""));
    assert.deepEqual(
      [...new Set(names)].sort(),
      ["preferences", "results", "session"].map((name) => OURS + name),
    );
    assert.ok(["a", "b", "c"].every((slot) => `${OURS}session/${slot}` in all), "the last three good copies");
    for (const value of Object.values(all)) {
      const { schema, rev, saved_at, checksum, data } = JSON.parse(value);
      assert.equal(schema, 2);
      assert.ok(rev > 0 && checksum && data);
      assert.ok(Math.abs(Date.parse(saved_at) - Date.now()) < 600_000, saved_at);
    }
    assert.equal(await page.run(() => sessionStorage.length), 0);
    assert.ok((await page.words()).includes(page.t("kept.local")));
  });

  path("nothing at all, before anything was done", async (page) => {
    await page.open();
    assert.deepEqual(await page.storage(), {});
  });

  path(
    "where the browser forbids it, the check works, and says that nothing is kept",
    async (page) => {
      await page.open();
      assert.ok((await page.words()).includes(page.t("kept.memory")));
      await page.take("quick", [1, 1, 1, 1, 1, 1, 1, 1]);
      const result = await page.heading();
      assert.ok((await page.words()).includes(page.t("kept.memory")));
      await page.go("app.history");
      assert.ok((await page.words()).includes(result), "it is remembered as long as the page is open");
      await page.switchTo("fr");
      await page.reload();
      page.lang = "en";
      assert.equal(await page.heading(), page.t("start.title"));
      assert.equal(await page.hasButton("app.history"), false);
    },
    { site: forbidden },
  );

  path("where there is no room from the start, it is kept in the tab, and says so", async (page) => {
    await fillUp(page);
    await page.open();
    assert.ok((await page.words()).includes(page.t("kept.session")));
    await page.start("quick");
    await page.choose(2);
    const before = await page.place();
    await page.reload();
    assert.deepEqual(await page.place(), before);
    await works(page);
    assert.equal(
      await page.run((ours) => Object.keys(localStorage).filter((key) => key.startsWith(ours)).length, OURS),
      0,
    );
  });

  path("when the room ends in the middle, it says so, works on, and what was kept before stays whole", async (page) => {
    await page.open();
    await page.take("quick", [1, 1, 1, 1, 1, 1, 1, 1]);
    const result = await page.heading();
    await page.home();
    await page.listen();
    const ours = (all) => Object.entries(all).filter(([key]) => key.startsWith(OURS));
    const before = ours(await page.storage());
    await fillUp(page);
    // More answers than were kept before need more room.
    await page.start("full");
    await page.answer(Array(14).fill(1));
    assert.ok(
      (await page.heard("sf-storage")).some(({ tier }) => tier === "memory"),
      "other scripts are told",
    );
    const shown = await page.words();
    assert.equal(shown.includes(page.t("kept.local")), false, "it no longer says that it is kept");
    assert.ok(shown.includes(page.t("kept.full")));
    const after = ours(await page.storage());
    for (const [key, value] of after) assert.doesNotThrow(() => JSON.parse(value), key);
    assert.deepEqual(
      after.map(([key]) => key).sort(),
      before.map(([key]) => key).sort(),
    );
    await works(page);
    await page.driver.executeScript(() => {
      for (const key of Object.keys(localStorage)) if (key.startsWith("theirs/")) localStorage.removeItem(key);
    });
    await page.open();
    await page.home();
    await page.go("app.history");
    assert.ok((await page.words()).includes(result));
  });

  const RUBBISH = {
    "no JSON": "not json {",
    "cut in the middle": `{"schema":1,"rev":3,"saved_at":"2026-11-21T10:00:00Z","checksum":"0123456789abcdef","data":{"scr`,
    "JSON that is no envelope": `["a",1,null]`,
    "an envelope whose contents were changed": `{"schema":1,"rev":3,"saved_at":"2026-11-21T10:00:00Z","checksum":"0123456789abcdef","data":{"screen":"question"}}`,
    empty: "",
    "half a character": `{"schema":1,"rev":3,"data":"\ud83d"}`,
  };
  for (const name of ["session", "results"]) {
    for (const [what, rubbish] of Object.entries(RUBBISH)) {
      const walk = async (page) => {
        // As escapes, since half a character does not travel.
        await plant(page, {});
        await page.driver.executeScript(`localStorage.setItem("${OURS}${name}", ${JSON.stringify(rubbish)})`);
        await page.open();
        assert.equal(await page.status(), page.t("kept.set_aside"));
        await page.reload();
        await works(page);
        const asides = await page.run(
          (own) =>
            Object.entries(localStorage)
              .filter(([key]) => key.startsWith(`${own}/set-aside/`))
              .map(([, value]) => JSON.stringify(value)),
          OURS + name,
        );
        assert.deepEqual(asides, [JSON.stringify(rubbish)]);
        const result = await page.place();
        await page.reload();
        assert.deepEqual(await page.place(), result);
        assert.equal(await page.status(), "");
      };
      path(`${name}: ${what}: it is set aside unaltered, once, which is said, and the check works`, walk, { once: true });
    }
  }

  path("rubbish in the place of the chosen language leaves the check and its answers alone", async (page) => {
    await page.open();
    await page.start("quick");
    await page.choose(1);
    const before = await page.place();
    const all = await page.storage();
    await plant(page, { ...all, [`${OURS}preferences`]: "not json {" });
    await page.open();
    assert.deepEqual(await page.place(), before);
    await page.switchTo("fr");
    await page.reload();
    assert.equal(await page.run(() => app().lang), "fr");
  });

  for (const name of ["session", "results", "preferences"]) {
    path(
      `${name} of a newer version: it is left byte for byte, which is said, and nothing is kept beside it`,
      async (page) => {
        const newer = `{"schema":3, "rev":9,"saved_at":"2027-01-01T00:00:00Z","checksum":"?","data":{"new":[]} }`;
        const planted = { [OURS + name]: newer };
        await plant(page, planted);
        await page.open();
        assert.equal(await page.status(), page.t("kept.newer"));
        await works(page);
        await page.switchTo("fr");
        assert.deepEqual(await page.storage(), planted);
        const shown = await page.words();
        assert.ok(shown.includes(page.t("kept.beside_newer")));
        assert.equal(shown.includes(page.t("kept.memory")), false, "this browser does allow storage here");
      },
      { once: true },
    );
  }

  path(
    "two tabs open at once keep what either of them did",
    async (page) => {
      await page.open();
      const [first] = await page.driver.getAllWindowHandles();
      await page.driver.switchTo().newWindow("tab");
      await page.open();
      await page.take("quick", [1, 1, 1, 1, 1, 1, 1, 1]);
      assert.ok((await page.words()).includes(page.t("kept.local")));
      await page.driver.close();
      await page.driver.switchTo().window(first);
      // Each tab may have a process of its own, and one hears of the other’s writing a little later.
      await page.until((key) => localStorage.getItem(key), "the other tab’s result", `${OURS}results`);
      await page.take("quick", [0, 0, 0, 0, 0, 0, 0, 0]);
      await page.go("app.history");
      assert.equal(await page.run(() => all("ol li").length), 2);
    },
    { site: neverFull },
  );

  path("two names in the address keep two checks apart", async (page) => {
    const mine = { "storage-key": "mine" };
    const yours = { "storage-key": "yours" };
    await page.open(mine);
    await page.start("quick");
    await page.answer([1, 2]);
    const before = await page.place();
    await page.open(yours);
    assert.equal(await page.heading(), page.t("start.title"));
    await page.start("full");
    await page.choose(3);
    const other = await page.place();
    await page.open(mine);
    assert.deepEqual(await page.place(), before);
    await page.open(yours);
    assert.deepEqual(await page.place(), other);
    await page.open();
    assert.equal(await page.hasButton("start.start"), true, "and the page without a name is a third");
    const keys = Object.keys(await page.storage());
    assert.deepEqual(
      [...new Set(keys.map((key) => key.replace(/\/[abc]$/, "")))].sort(),
      ["mine", "yours"].map((name) => `strategy-first/1/${name}/session`),
    );
  });
});
