// A learning record store, as cmi5 and plain xAPI launches name it in the page's address.
import { readLaunch } from "./launch.js";
import { Statements } from "./statements.js";
import { Unreachable } from "./unreachable.js";

/** The milliseconds that it may take to answer. */
const PATIENCE = 20_000;
/** What outlives the page may be so long, in characters. */
const LONGEST_AFTER = 60_000;
/** What is kept there for a learner is called so. */
const STATE = "strategy-first";

export class Xapi {
  #launch;
  #key;
  #statements;
  #began;
  #queue = [];
  #kept;
  #sending = Promise.resolve(true);
  /** In characters; no rule says how much a store has room for. */
  limit = 500_000;
  /** A session is over with the page, even where the page may come back. */
  canWait = false;

  constructor(search) {
    this.#launch = readLaunch(search);
    this.host = this.#launch && new URL(this.#launch.endpoint).host;
  }

  /** Begins, and gives what the store knows, as `Scorm.open` does; and the language that the learner prefers, `lang`. */
  async open() {
    const launch = this.#launch;
    if (!launch) throw new Unreachable("missing");
    try {
      this.#key ??= launch.isCmi5 ? await this.#fetchKey() : launch.auth;
      const { mode = "normal", lang } = launch.isCmi5 ? await this.#launched() : {};
      const kept = await this.#get("activities/state", this.#of(STATE));
      await this.#begin();
      this.#kept = { line: kept?.line ?? "", completed: kept?.completed === true };
      const { actor, activityId, registration = "" } = launch;
      const learner = JSON.stringify([actor.mbox, actor.mbox_sha1sum, actor.openid, actor.account, activityId, registration]);
      return { mode, lang, learner, kept: this.#kept.line, isDone: this.#kept.completed };
    } catch (error) {
      throw error instanceof Unreachable ? error : new Unreachable("failing");
    }
  }

  /** Takes down what is to be sent. */
  put({ line, answers, isDone }) {
    this.#queue.push(...answers.map((answer) => this.#statements.answered(answer)));
    if (isDone && !this.#kept.completed) this.#queue.push(this.#statements.completed(this.#seconds()));
    this.#kept = { ...this.#kept, line: line ?? this.#kept.line, completed: this.#kept.completed || isDone, isNew: true };
    return true;
  }

  /** Sends it, one thing after the other; gives whether all of it arrived. */
  commit() {
    this.#sending = this.#sending.then(() => this.#send()).catch(() => false);
    return this.#sending;
  }

  /** Sends what is left, in one go, and says that this is over; nothing waits for the answers. */
  leave() {
    if (!this.#statements) return;
    const last = [...this.#queue, this.#statements.terminated(this.#seconds())];
    this.#queue = [];
    if (this.#kept?.isNew) this.#putState().catch(() => {});
    this.#request("POST", "statements", {}, last).catch(() => {});
    this.#statements = undefined;
  }

  async #begin() {
    if (this.#statements) return;
    const statements = new Statements(this.#launch);
    this.#began ??= Date.now();
    await this.#request("POST", "statements", {}, statements.initialized());
    this.#statements = statements;
  }

  async #send() {
    while (this.#queue.length) {
      const [next] = this.#queue;
      const { ok, status } = await this.#request("POST", "statements", {}, next);
      // A store that has it already says so.
      if (!ok && status !== 409) return false;
      if (this.#queue[0] === next) this.#queue.shift();
    }
    return !this.#kept.isNew || this.#putState();
  }

  async #putState() {
    const sent = this.#kept;
    const { ok } = await this.#request("PUT", "activities/state", this.#of(STATE), {
      line: sent.line,
      completed: sent.completed,
    });
    if (ok && this.#kept === sent) this.#kept = { ...sent, isNew: false };
    return ok;
  }

  /** The key is given once. Whoever asks again, as after a reload, is told that this session is over. */
  async #fetchKey() {
    const answer = await fetch(this.#launch.fetch, { method: "POST", signal: AbortSignal.timeout(PATIENCE) });
    const told = await answer.json();
    if (told["error-code"]) throw new Unreachable("over");
    if (typeof told["auth-token"] !== "string") throw new Unreachable("failing");
    return `Basic ${told["auth-token"]}`;
  }

  /** What cmi5 says of a launch elsewhere than in the address. */
  async #launched() {
    const data = await this.#get("activities/state", this.#of("LMS.LaunchData"));
    if (!data) throw new Unreachable("failing");
    this.#launch.template = data.contextTemplate;
    this.returnUrl = data.returnURL;
    const whose = { profileId: "cmi5LearnerPreferences", agent: JSON.stringify(this.#launch.actor) };
    const preferences = await this.#get("agents/profile", whose).catch(() => undefined);
    const mode = String(data.launchMode).toLowerCase();
    return {
      mode: ["browse", "review"].includes(mode) ? mode : "normal",
      lang: preferences?.languagePreference?.split(",")[0].trim() || undefined,
    };
  }

  #of(stateId) {
    const { activityId, actor, registration } = this.#launch;
    return { stateId, activityId, agent: JSON.stringify(actor), ...(registration && { registration }) };
  }

  /** What is there under a name, or nothing. */
  async #get(path, query) {
    const answer = await this.#request("GET", path, query);
    if (answer.status === 404) return undefined;
    if (!answer.ok) throw new Unreachable("failing");
    return answer.json();
  }

  #request(method, path, query, content) {
    const url = new URL(path, this.#launch.endpoint);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const body = content && JSON.stringify(content);
    const headers = { Authorization: this.#key, "X-Experience-API-Version": "1.0.3" };
    if (body) headers["Content-Type"] = "application/json";
    const keepalive = Boolean(body) && body.length < LONGEST_AFTER;
    return fetch(url, { method, headers, body, keepalive, signal: AbortSignal.timeout(PATIENCE) });
  }

  #seconds() {
    return (Date.now() - this.#began) / 1000;
  }
}
