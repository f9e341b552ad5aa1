// The trainer's page writes sessions in Rust (src/course/session.rs), the learners' page reads them here: the same links, and the
// same is refused.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readSession, writeSession } from "../../embed/session.js";

const { links, refused } = JSON.parse(readFileSync(new URL("../sessions.json", import.meta.url), "utf8"));

test("links of sessions are written and read alike on both sides", () => {
  for (const { settings, fragment } of links) {
    assert.equal(writeSession(settings), fragment);
    assert.deepEqual(readSession(fragment), settings);
  }
});

test("what may not stand in one is refused on both sides", () => {
  for (const [name, values] of Object.entries(refused)) {
    for (const value of values) assert.equal(writeSession({ [name]: value }), "#session=1", `${name}: ${value}`);
  }
});
