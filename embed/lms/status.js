// What a package says of the learner's work, and what it offers to do about it. Pure.

/**
 * The key of a sentence and those of buttons, given: `mode`, once the system was reached; `trouble`, why it was not or does not
 * keep what it is handed; `held`, why nothing is handed to it; `left`, what it has no room for; whether there is another copy,
 * `hasOther`; `isSaved`, `isDone`; and whether the learner `canFinish` or `canLeave`.
 */
export function statusOf({ mode, trouble, held, left, hasOther, isSaved, isDone, canFinish, canLeave }) {
  if (trouble === "connecting") return { key: trouble, offers: [] };
  if (!mode && trouble === "over") return { key: trouble, offers: ["copy"] };
  if (!mode) return { key: trouble === "missing" ? trouble : "unreached", offers: ["again", "copy"] };
  if (mode !== "normal") return { key: mode, offers: ["copy"] };
  if (held === "conflict") return { key: held, offers: ["course", "here", "other"] };
  if (held) return { key: held, offers: ["file", "over"] };
  const also = [hasOther && "other", canFinish && !isDone && "finish", canLeave && "leave"].filter(Boolean);
  if (trouble) return { key: trouble, offers: ["again", "copy", ...also] };
  if (left) return { key: `left.${left}`, offers: ["copy", ...also] };
  if (!isSaved) return { key: "saving", offers: also };
  return { key: isDone ? "done" : "saved", offers: also };
}
