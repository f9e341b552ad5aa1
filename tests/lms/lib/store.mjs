// A small learning record store with cmi5's side of a launch, over HTTP, as strict as its rules.
import { once } from "node:events";
import { createServer } from "node:http";

const VERBS = "http://adlnet.gov/expapi/verbs/";
const CMI5 = "https://w3id.org/xapi/cmi5/context/categories/cmi5";
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const DURATION = /^P(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/;

export class Store {
  statements = [];
  states = new Map();
  refused = [];
  fetched = 0;
  /** Whether it answers at all. */
  isDown = false;
  launchMode = "Normal";
  languagePreference = "fr-FR,en";

  async start(kind = "cmi5") {
    this.kind = kind;
    this.server = createServer((request, response) => this.#answer(request, response).catch(() => response.writeHead(500).end()));
    this.server.on("connection", (socket) => socket.unref());
    this.server.listen(0, "127.0.0.1").unref();
    await once(this.server, "listening");
    this.base = `http://127.0.0.1:${this.server.address().port}`;
    return this;
  }

  /** The query of one more launch, of the same learner and registration. */
  launch(more = {}) {
    this.session = (this.session ?? 0) + 1;
    this.isOpen = false;
    this.isKeyGiven = false;
    const key = this.kind === "cmi5" ? { fetch: `${this.base}/key` } : { auth: this.#key() };
    const actor = JSON.stringify({ objectType: "Agent", account: { homePage: this.base, name: "anna-7" } });
    const names = { activityId: `${this.base}/activity`, registration: "7a3c1b52-91d2-4a0e-8f7a-0d6c5b1f2e34" };
    return `?${new URLSearchParams({ endpoint: `${this.base}/xapi`, actor, ...names, ...key, ...more })}`;
  }

  verbs() {
    return this.statements.map(({ verb }) => verb.id.replace(VERBS, ""));
  }

  #key() {
    return `Basic key-${this.session}`;
  }

  async #answer(request, response) {
    const url = new URL(request.url, this.base);
    const allowed = {
      "access-control-allow-origin": "*",
      "access-control-allow-headers": "*",
      "access-control-allow-methods": "*",
    };
    const send = (status, content) => {
      response.writeHead(status, { ...allowed, "content-type": "application/json" });
      response.end(content === undefined ? "" : JSON.stringify(content));
    };
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    // What a browser asks first, by way of another origin, names no key; it is allowed to go on.
    if (request.method === "OPTIONS")
      return response
        .writeHead(204, { ...allowed, "access-control-allow-headers": "authorization, content-type, x-experience-api-version" })
        .end();
    if (this.isDown) return send(503);
    if (url.pathname === "/key") {
      this.fetched += 1;
      if (request.method !== "POST") return this.#refuse(send, "the key is asked for by POST");
      if (this.isKeyGiven) return send(200, { "error-code": "1", "error-text": "already in use" });
      this.isKeyGiven = true;
      return send(200, { "auth-token": `key-${this.session}` });
    }
    if (request.headers.authorization !== this.#key()) return this.#refuse(send, "no key", 401);
    if (!/^1\.0/.test(request.headers["x-experience-api-version"])) return this.#refuse(send, "no version");
    const path = url.pathname.replace("/xapi/", "");
    if (path === "activities/state") return this.#state(request.method, url.searchParams, body, send);
    if (path === "agents/profile") return send(200, { languagePreference: this.languagePreference });
    if (path === "statements" && request.method === "POST") return this.#take([JSON.parse(body)].flat(), send);
    return this.#refuse(send, `${request.method} ${path}`, 404);
  }

  #state(method, query, body, send) {
    const id = query.get("stateId");
    if (!query.get("activityId") || !JSON.parse(query.get("agent")).account) return this.#refuse(send, "whose state?");
    if (id === "LMS.LaunchData" && this.kind === "cmi5") return send(200, this.#launchData());
    if (method === "GET") return this.states.has(id) ? send(200, JSON.parse(this.states.get(id))) : send(404);
    JSON.parse(body);
    this.states.set(id, body);
    return send(204);
  }

  #launchData() {
    const grouping = [{ id: `${this.base}/publisher/au` }];
    const extensions = { "https://w3id.org/xapi/cmi5/context/extensions/sessionid": `session-${this.session}` };
    return {
      contextTemplate: { contextActivities: { grouping }, extensions },
      launchMode: this.launchMode,
      moveOn: "Completed",
      returnURL: `${this.base}/back`,
    };
  }

  #take(statements, send) {
    for (const statement of statements) {
      const known = this.statements.find(({ id }) => id === statement.id);
      if (known) return JSON.stringify(known) === JSON.stringify(statement) ? send(200, [statement.id]) : send(409);
      const wrong = this.#wrong(statement);
      if (wrong) return this.#refuse(send, `${wrong}: ${JSON.stringify(statement)}`);
      this.statements.push(statement);
    }
    return send(
      200,
      statements.map(({ id }) => id),
    );
  }

  /** Why a statement breaks the rules, if it does. */
  #wrong({ id, timestamp, actor, verb, object, result = {}, context = {} }) {
    const name = verb?.id?.replace(VERBS, "");
    if (!UUID.test(id) || Number.isNaN(Date.parse(timestamp)) || !actor?.account) return "no id, time or actor";
    if (!object?.id || new URL(object.id).protocol === "javascript:") return "no object";
    if (result.score || result.success !== undefined) return "a score, or success";
    if (this.kind !== "cmi5") return undefined;
    const categories = (context.contextActivities?.category ?? []).map(({ id }) => id);
    const isCmi5 = ["initialized", "completed", "terminated"].includes(name);
    if (categories.includes(CMI5) !== isCmi5) return "the wrong category";
    if (!context.extensions?.["https://w3id.org/xapi/cmi5/context/extensions/sessionid"]) return "no session";
    if (!context.registration || context.contextActivities?.grouping?.length !== 1) return "not the template";
    if (["completed", "terminated"].includes(name) && !DURATION.test(result.duration)) return "no duration";
    if (result.completion !== undefined && !categories.some((id) => id.endsWith("/moveon"))) return "no moveon";
    if (isCmi5 && object.id !== `${this.base}/activity`) return "another activity";
    if (name === "initialized" ? this.isOpen : !this.isOpen) return `${name} out of turn`;
    if (name === "completed" && (this.launchMode !== "Normal" || this.verbs().includes("completed"))) return "completed twice";
    if (name === "answered" && this.launchMode !== "Normal") return "answered";
    this.isOpen = name !== "terminated";
    return undefined;
  }

  #refuse(send, why, status = 400) {
    this.refused.push(why);
    send(status, { why });
  }
}
