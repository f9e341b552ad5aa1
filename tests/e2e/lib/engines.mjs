// The three engines, and how each is started. `cargo xtask test e2e` says where the programs are.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { Builder } from "selenium-webdriver";
import { Page } from "./page.mjs";
import { turnOf } from "./turns.mjs";

const isRoot = process.getuid?.() === 0;

export const CHROMIUM = {
  name: "Chromium",
  driver: "CHROMEDRIVER",
  words: (port) => [`--port=${port}`],
  capabilities: () => ({
    browserName: "chrome",
    "goog:loggingPrefs": { browser: "ALL" },
    "goog:chromeOptions": {
      binary: program("CHROME"),
      args: [
        "--headless=new",
        "--disable-dev-shm-usage",
        // There is none, and to act as if there were one takes time.
        "--disable-gpu",
        "--window-size=1280,1000",
        // Chromium does not start its sandbox as root, as in a container.
        ...(isRoot ? ["--no-sandbox"] : []),
      ],
      prefs: { "intl.accept_languages": "en-US" },
    },
  }),
};

export const FIREFOX = {
  name: "Firefox",
  driver: "GECKODRIVER",
  words: (port) => ["--port", `${port}`, "--websocket-port", "0"],
  capabilities: () => ({
    browserName: "firefox",
    "moz:firefoxOptions": {
      binary: program("FIREFOX"),
      args: ["-headless"],
      prefs: { "intl.accept_languages": "en-US" },
    },
  }),
};

export const WEBKIT = {
  name: "WebKit",
  driver: "WEBKITDRIVER",
  words: (port) => [`--port=${port}`],
  capabilities: () => ({
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": { binary: program("MINIBROWSER"), args: ["--automation"] },
  }),
};

export const ENGINES = [CHROMIUM, FIREFOX, WEBKIT];

/** A running browser. */
export class Browser {
  /**
   * Starts `engine` with an empty profile, once no other file of tests is at work with it. Now and then a driver begins and never
   * answers: then another takes its place.
   */
  static async start(engine) {
    const endTurn = await turnOf(engine.name);
    const silences = [];
    while (silences.length < 3) {
      const stops = [];
      try {
        return Object.assign(await within(60_000, Browser.#start(engine, stops)), { endTurn });
      } catch (error) {
        stops.forEach((stop) => stop());
        silences.push(error.message);
      }
    }
    endTurn();
    throw new Error(`${engine.name} did not start: ${silences.join("; ")}`);
  }

  static async #start(engine, stops) {
    const port = await freePort();
    const service = spawn(program(engine.driver), engine.words(port), {
      stdio: "ignore",
      // Everywhere the same first language, whatever the developer's own is.
      env: { ...process.env, LANG: "C.UTF-8", LANGUAGE: "en", ...engine.environment },
    });
    const stop = () => service.kill();
    stops.push(stop);
    process.once("exit", stop);
    const url = `http://127.0.0.1:${port}`;
    await listening(url, service);
    const driver = await new Builder().usingServer(url).withCapabilities(engine.capabilities()).build();
    await driver.manage().setTimeouts({ script: 60_000, pageLoad: 60_000 });
    await driver.manage().window().setRect({ width: 1280, height: 1000 });
    return new Browser(engine, driver, url, stop);
  }

  constructor(engine, driver, url, stop) {
    Object.assign(this, { engine, driver, url, stop });
  }

  /** A visitor to `site` who has never been there. */
  async visitor(site, { as: Kind = Page, ...settings }) {
    const page = new Kind(this, site, settings);
    await page.forgetEverything();
    return page;
  }

  /** Chromium's own protocol, for what WebDriver has no command for. */
  async devtools(cmd, params = {}) {
    const session = (await this.driver.getSession()).getId();
    const body = JSON.stringify({ cmd, params });
    const answer = await fetch(`${this.url}/session/${session}/goog/cdp/execute`, { method: "POST", body });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${cmd}: ${value.message}`);
    return value;
  }

  /** What Chromium would show in its console as an error, since the last time. */
  async consoleErrors() {
    const entries = await this.driver.manage().logs().get("browser");
    return entries.filter((entry) => entry.level.name === "SEVERE").map((entry) => entry.message);
  }

  async quit() {
    try {
      await this.driver.quit();
    } finally {
      this.stop();
      this.endTurn();
    }
  }
}

function program(variable) {
  const path = process.env[variable];
  if (!path) throw new Error(`${variable} is not set: run these tests by \`cargo xtask test e2e\``);
  return path;
}

/** What `promise` gives, or an error where it takes more than so many milliseconds. */
async function within(milliseconds, promise) {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`no answer within ${milliseconds / 1000} s`)), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

async function listening(url, service) {
  const end = Date.now() + 30_000;
  while (Date.now() < end && service.exitCode === null) {
    const answer = await fetch(`${url}/status`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((then) => setTimeout(then, 30));
  }
  throw new Error(`${service.spawnfile} did not start`);
}
