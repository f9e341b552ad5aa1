// How SCORM 1.2 and SCORM 2004 call the same things.
import { clock12, plainId, span12, span2004, time2004, within } from "./values.js";

export const SCORM_12 = {
  api: "API",
  calls: {
    open: "LMSInitialize",
    read: "LMSGetValue",
    write: "LMSSetValue",
    commit: "LMSCommit",
    close: "LMSFinish",
    fault: "LMSGetLastError",
  },
  mode: "cmi.core.lesson_mode",
  learner: "cmi.core.student_id",
  kept: "cmi.suspend_data",
  limit: 4096,
  place: (place) => ["cmi.core.lesson_location", within(place, 255)],
  status: "cmi.core.lesson_status",
  done: ["completed", "passed", "failed"],
  exit: "cmi.core.exit",
  time: (seconds) => ["cmi.core.session_time", span12(seconds)],
  score: (points) => [
    ["cmi.core.score.min", "0"],
    ["cmi.core.score.max", "100"],
    ["cmi.core.score.raw", String(points)],
  ],
  /** One character is an answer chosen; longer names can only be told as if they had been filled in. */
  answer({ id, option }, now) {
    const isShort = /^[0-9a-z]$/.test(option);
    return [
      ["id", plainId(id)],
      ["time", clock12(now)],
      ["type", isShort ? "choice" : "fill-in"],
      ["student_response", within(option, 255)],
      ["result", "neutral"],
    ];
  },
};

export const SCORM_2004 = {
  api: "API_1484_11",
  calls: {
    open: "Initialize",
    read: "GetValue",
    write: "SetValue",
    commit: "Commit",
    close: "Terminate",
    fault: "GetLastError",
  },
  mode: "cmi.mode",
  learner: "cmi.learner_id",
  kept: "cmi.suspend_data",
  limit: 64_000,
  place: (place) => ["cmi.location", within(place, 1000)],
  status: "cmi.completion_status",
  done: ["completed"],
  exit: "cmi.exit",
  time: (seconds) => ["cmi.session_time", span2004(seconds)],
  score: (points) => [
    ["cmi.score.min", "0"],
    ["cmi.score.max", "100"],
    ["cmi.score.raw", String(points)],
    ["cmi.score.scaled", String(points / 100)],
  ],
  /** The type has to come before the response. */
  answer({ id, option, question }, now) {
    const description = question && within(question.replace(/\s+/g, " "), 250);
    return [
      ["id", within(id.replace(/\s/g, "_"), 4000)],
      ["type", "choice"],
      ["timestamp", time2004(now)],
      ["learner_response", within(option.replace(/[^\w.]/g, "_"), 250)],
      ["result", "neutral"],
      ...(description ? [["description", description]] : []),
    ];
  },
};
