// What is said in xAPI statements: that somebody began, answered, finished, left. Nothing that a person wrote. Pure.
import { digest, span2004, within } from "./values.js";

const VERBS = "http://adlnet.gov/expapi/verbs/";
const ACTIVITIES = "http://adlnet.gov/expapi/activities/";
const CMI5 = "https://w3id.org/xapi/cmi5/context/categories/cmi5";
const MOVE_ON = "https://w3id.org/xapi/cmi5/context/categories/moveon";

/** Names of our own begin so. Nobody can have a site there. */
const OURS = "https://strategy-first.invalid/";

/**
 * Makes statements of one launch: `launch` has `actor`, `activityId`, `registration` and, of cmi5, `template`, the context that the
 * system wants, and `isCmi5`.
 */
export class Statements {
  constructor(launch) {
    this.launch = launch;
  }

  initialized() {
    return this.#about("initialized", {}, [CMI5]);
  }

  /** Of the same launch it always has the same name, so that a store that was told of it before finds that out. */
  completed(seconds) {
    const { actor, activityId, registration = "" } = this.launch;
    const launched = JSON.stringify([actor, activityId, registration]);
    const id = uuid(digest(launched) + digest(`${launched} completed`));
    return this.#about("completed", { id, result: { completion: true, duration: span2004(seconds) } }, [CMI5, MOVE_ON]);
  }

  terminated(seconds) {
    return this.#about("terminated", { result: { duration: span2004(seconds) } }, [CMI5]);
  }

  /** An answer, as one of those there are to choose from; cmi5 allows it, and has no name for it. */
  answered({ id, option, question, options = [], lang }) {
    const named = (text) => ({ [lang ?? "und"]: text });
    const definition = {
      type: `${ACTIVITIES}cmi.interaction`,
      interactionType: "choice",
      ...(question && { name: named(within(question, 1000)) }),
      ...(options.length > 0 && { choices: options.map(({ id, text }) => ({ id, description: named(within(text, 1000)) })) }),
    };
    const object = {
      objectType: "Activity",
      id: `${OURS}questions/${id.split(".").map(encodeURIComponent).join("/")}`,
      definition,
    };
    return this.#stated("answered", { object, result: { response: option } });
  }

  #about(verb, rest, categories) {
    return this.#stated(verb, { object: { objectType: "Activity", id: this.launch.activityId }, ...rest }, categories);
  }

  #stated(verb, rest, categories = []) {
    const { actor, isCmi5 } = this.launch;
    return {
      id: uuid(random()),
      timestamp: new Date().toISOString(),
      actor,
      verb: { id: VERBS + verb, display: { en: verb } },
      ...rest,
      context: this.#context(isCmi5 ? categories : []),
    };
  }

  #context(categories) {
    const { template = {}, registration, activityId, isCmi5 } = this.launch;
    const context = structuredClone(template);
    if (registration) context.registration = registration;
    const around = (context.contextActivities ??= {});
    const more = categories.map((id) => ({ id }));
    if (more.length) around.category = [...[around.category ?? []].flat(), ...more];
    // Outside of cmi5 nothing else says what the answers belong to.
    if (!isCmi5) around.parent ??= [{ id: activityId }];
    return context;
  }
}

/** 32 random digits. A page that was not sent safely has no other maker of names. */
function random() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The UUID that 32 hexadecimal digits make, as of version 4. */
function uuid(digits) {
  const variant = ((Number.parseInt(digits[16], 16) & 3) | 8).toString(16);
  const parts = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    variant + digits.slice(17, 20),
    digits.slice(20),
  ];
  return parts.join("-");
}
