// Two copies of a learner's work, the learning system's and the browser's: which of them counts. Pure.
import { isEmpty, printsOf } from "./state.js";

/** Whether what a system has says what there is, as far as it had room for it. */
export function isAlike(content, backup) {
  const [theirs, ours] = [printsOf(content.backup), printsOf(backup)];
  return theirs.answers === ours.answers && (Boolean(content.left) || theirs.plans === ours.plans);
}

/**
 * Whose copy counts: the `course`'s, where nothing was done `here` that it does not have, or the one `here`, where it has nothing
 * that is not in that one; `both`, where they differ and only the learner can say. `noted` is what this browser knew of the
 * course's copy when it last was the same, and `writer` is this browser's name in it.
 */
export function whose(content, here, noted, writer) {
  if (isAlike(content, here)) return "here";
  if (!noted) return isEmpty(here) ? "course" : "both";
  const ours = printsOf(here);
  const isChanged = noted.answers !== ours.answers || noted.plans !== ours.plans;
  if (!isChanged) return content.rev === noted.rev ? "here" : "course";
  // What was sent last came from here.
  return content.rev === noted.rev || content.writer === writer ? "here" : "both";
}
