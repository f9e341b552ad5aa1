// Course packages, unzipped and served as a strict learning system serves them, in a frame of its page.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { once } from "node:events";
import { inflateRawSync } from "node:zlib";
import { InFrame, source } from "./in-frame.mjs";
import { SPY } from "./scripts.mjs";

export const KINDS = ["scorm12", "scorm2004", "cmi5"];

/** What is in a package, by name. */
export function unzipped(kind) {
  const zip = readFileSync(`${process.env.SF_DIST}/strategy-first-${kind}.zip`);
  const files = new Map();
  const end = zip.lastIndexOf(Buffer.from("PK\x05\x06"));
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [packed, name, extra, note] = [20, 28, 30, 32].map((field) =>
      field === 20 ? zip.readUInt32LE(at + 20) : zip.readUInt16LE(at + field),
    );
    const local = zip.readUInt32LE(at + 42);
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = zip.subarray(begin, begin + packed);
    files.set(zip.toString("utf8", at + 46, at + 46 + name), zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(content) : content);
    at += 46 + name + extra + note;
  }
  return files;
}

/** The types that Moodle sends; it knows none for WebAssembly, and has browsers believe what it sends. */
const TYPES = { html: "text/html", js: "application/x-javascript", css: "text/css", json: "application/json" };

const PAGE = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>A course</title><link rel="icon" href="data:,">
    <script type="importmap">{"imports":{"scorm-again/scorm12":"./scorm12.js","scorm-again/scorm2004":"./scorm2004.js"}}</script>
    <script type="module" src="course-page.js"></script></head>
  <body><h1>A course</h1></body>
</html>`;

/** The page keeps the learner's record, and shows the package in a frame, or takes that away again. */
const SCRIPT = `
  import { Strict } from "./strict.js";
  window.enter = (kind, query) => {
    window.record ??= kind === "cmi5" ? undefined : new Strict(kind);
    Object.assign(window, window.record?.half());
    const frame = Object.assign(document.createElement("iframe"), { title: "The activity", width: 900, height: 900, src: kind + "/index.html" + query });
    document.body.append(frame);
  };
  window.leave = () => document.querySelector("iframe").remove();
  window.isReady = true;`;

/** More files of the system's own: the packages with settings changed, by folder. */
const changed = { short: ["scorm12", { view: "quiz", pack: "quick", lang: "fr", score: "direction", moment: "after" }] };

async function serve() {
  const files = new Map([
    ["frame.css", ""],
    ["course.html", PAGE],
    ["alone.html", PAGE.replace("course-page.js", "none.js")],
    ["none.js", ""],
    ["course-page.js", SCRIPT],
    ["strict.js", source("tests/lms/lib/strict.mjs")],
    ...["scorm12", "scorm2004"].map((kind) => [`${kind}.js`, source(`node_modules/scorm-again/dist/esm/${kind}.js`)]),
  ]);
  for (const kind of KINDS) for (const [name, content] of unzipped(kind)) files.set(`${kind}/${name}`, content);
  for (const [folder, [kind, settings]] of Object.entries(changed)) {
    for (const [name, content] of unzipped(kind)) files.set(`${folder}/${name}`, content);
    const given = JSON.parse(files.get(`${folder}/settings.json`));
    files.set(`${folder}/settings.json`, JSON.stringify({ ...given, ...settings }));
  }
  for (const folder of [...KINDS, ...Object.keys(changed)]) {
    const page = String(files.get(`${folder}/index.html`));
    files.set(
      `${folder}/index.html`,
      page.replace('<link rel="stylesheet"', '<script src="spy.js"></script><link rel="stylesheet"'),
    );
    files.set(`${folder}/spy.js`, SPY);
  }
  const missed = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://course");
    const content = files.get(pathname.slice(1));
    if (content === undefined) {
      // What browsers ask for by themselves is none of the package's.
      if (pathname.lastIndexOf("/") > 0) missed.push(pathname);
      return response.writeHead(404).end();
    }
    const type = TYPES[pathname.split(".").pop()] ?? "document/unknown";
    return response.writeHead(200, { "content-type": type, "x-content-type-options": "nosniff" }).end(content);
  });
  server.on("connection", (socket) => socket.unref());
  server.listen(0, "127.0.0.1").unref();
  await once(server, "listening");
  return { site: `http://127.0.0.1:${server.address().port}/`, missed };
}

export const { site, missed } = await serve();

/** A learner in a course. */
export class InCourse extends InFrame {
  /** Opens the course's page, and the package in it. */
  async openCourse(kind, query) {
    await this.driver.switchTo().defaultContent();
    await this.driver.get(`${site}course.html`);
    await this.driver.wait(() => this.driver.executeScript("return window.isReady === true"), 10_000);
    await this.enterCourse(kind, query);
  }

  /** Shows the package in the course's page. */
  async enterCourse(kind, query = "") {
    await this.driver.switchTo().defaultContent();
    await this.driver.executeScript("enter(...arguments)", kind, query);
    await this.enter();
    await this.isUp();
  }

  /** The frame goes, without a word to what is in it. */
  async leaveCourse() {
    await this.driver.switchTo().defaultContent();
    await this.driver.executeScript("leave()");
  }

  isUp() {
    return this.until(() => all("h2").length > 0, "the app to be up");
  }

  /** The line on what becomes of the learner’s work, once it is `wanted`. */
  says(wanted) {
    return this.until((wanted) => text(document.getElementById("line")) === wanted, `‘${wanted}’`, wanted);
  }

  /** What the course’s page says of the learner’s record. */
  async record() {
    await this.driver.switchTo().defaultContent();
    return this.driver.executeScript("return { refused: record.refused, sets: record.sets, committed: record.committed }");
  }
}
