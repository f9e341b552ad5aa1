// A WordPress for one run: its own database with its own socket, PHP's own server, and a folder that goes away with it.
import { execFile, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { once } from "node:events";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { freePort } from "../../e2e/lib/engines.mjs";

// Servers are often off the PATH of people who are not the superuser.
process.env.PATH += ":/usr/sbin";

const run = promisify(execFile);

/** Where the system's package puts WordPress. */
const PACKAGE = process.env.SF_WORDPRESS ?? "/usr/share/wordpress";

const SETUP = new URL("setup.php", import.meta.url).pathname;

/** The milliseconds that a server may take to answer. */
const PATIENCE = 60_000;

export class Blog {
  /** Sets one up, with `plugins` that are always on, by the names of their files; `end()` takes it down again. */
  static async start(plugins = {}) {
    const folder = await mkdtemp(join(tmpdir(), "strategy-first-wordpress-"));
    const blog = new Blog(folder, await freePort());
    // Whatever ends this process, all of it goes with it.
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
    process.once("exit", () => {
      for (const server of blog.#servers) stop(server, "SIGKILL");
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    });
    try {
      await blog.#database();
      await blog.#wordpress(plugins);
      return blog;
    } catch (error) {
      await blog.end();
      throw error;
    }
  }

  #servers = [];

  constructor(folder, port) {
    Object.assign(this, { folder, port, address: `http://127.0.0.1:${port}/` });
  }

  /** Publishes a post as `who` (editor or author), as the block editor does; gives its address, and what was kept of it. */
  async post(who, title, content) {
    const answer = await fetch(`${this.address}?rest_route=/wp/v2/posts&context=edit`, {
      method: "POST",
      headers: { authorization: `Basic ${this.site[who]}`, "content-type": "application/json" },
      body: JSON.stringify({ title, content, status: "publish" }),
    });
    const post = await answer.json();
    if (!answer.ok) throw new Error(`WordPress refused the post: ${post.message}`);
    return { address: post.link, kept: post.content.raw };
  }

  async end() {
    await Promise.all(this.#servers.map(stopped));
    await rm(this.folder, { recursive: true, force: true });
  }

  async #database() {
    const [data, socket] = [join(this.folder, "data"), join(this.folder, "socket")];
    const common = ["--no-defaults", `--datadir=${data}`, `--user=${userInfo().username}`];
    await run("mariadb-install-db", [...common, "--auth-root-authentication-method=normal", "--skip-test-db"]);
    // A name for its file of its own, and no port: several may run on one machine.
    const alone = ["--skip-networking", `--socket=${socket}`, `--pid-file=${join(this.folder, "pid")}`];
    this.#serve("mariadbd", [...common, ...alone]);
    const ask = (words) => run("mariadb", ["--no-defaults", `--socket=${socket}`, "--user=root", `--execute=${words}`]);
    await answered("MariaDB", () => ask("CREATE DATABASE blog"));
  }

  async #wordpress(plugins) {
    const site = join(this.folder, "site");
    const isOurs = (path) => !path.endsWith("/wp-config.php");
    await cp(PACKAGE, site, { recursive: true, dereference: true, filter: isOurs });
    await writeFile(join(site, "wp-config.php"), config(join(this.folder, "socket")));
    // PHP's own server does not hand to WordPress what is called like a file.
    await writeFile(join(site, "favicon.ico"), "");
    await mkdir(join(site, "wp-content/mu-plugins"));
    for (const [name, code] of Object.entries(plugins)) {
      await writeFile(join(site, "wp-content/mu-plugins", name), code);
    }
    const env = { ...process.env, WP_FOLDER: site, WP_HOST: new URL(this.address).host };
    const { stdout } = await run("php", [SETUP], { env });
    this.site = JSON.parse(stdout.slice(stdout.indexOf("{")));
    this.#serve("php", ["-S", new URL(this.address).host, "-t", site], { ...env, PHP_CLI_SERVER_WORKERS: "4" });
    await answered("WordPress", async () => {
      if (!(await fetch(this.address)).ok) throw new Error("no page yet");
    });
  }

  #serve(program, words, env = process.env) {
    const server = spawn(program, words, { stdio: "ignore", env, detached: true });
    this.#servers.push(server);
  }
}

/** What wp-config.php says: where the database is, and that nothing is asked of the network. */
function config(socket) {
  const constants = {
    DB_NAME: "blog",
    DB_USER: "root",
    DB_PASSWORD: "",
    DB_HOST: `localhost:${socket}`,
    DB_CHARSET: "utf8mb4",
    DB_COLLATE: "",
    DISABLE_WP_CRON: true,
    WP_HTTP_BLOCK_EXTERNAL: true,
    AUTOMATIC_UPDATER_DISABLED: true,
    // Application passwords without TLS.
    WP_ENVIRONMENT_TYPE: "local",
  };
  const lines = Object.entries(constants).map(([name, value]) => `define('${name}', ${JSON.stringify(value)});`);
  const load = "define('ABSPATH', __DIR__ . '/');\nrequire ABSPATH . 'wp-settings.php';";
  return ["<?php", ...lines, "$table_prefix = 'wp_';", load, ""].join("\n");
}

async function answered(what, ask) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > end) throw new Error(`${what} did not start: ${error.message}`);
      await new Promise((then) => setTimeout(then, 100));
    }
  }
}

/** Tells a server to end, with all that it has started; gives whether it was still at work. */
function stop(server, signal = "SIGTERM") {
  const isAtWork = server.exitCode === null && server.signalCode === null;
  if (isAtWork) process.kill(-server.pid, signal);
  return isAtWork;
}

async function stopped(server) {
  const exit = once(server, "exit");
  if (stop(server)) await exit;
}
