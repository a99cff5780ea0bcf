// Starts the program that serves the pages, and a browser that looks at them.

import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { chromium } from "playwright-core";

/** The program whose path stands in an environment variable. */
function program(variable) {
  const path = process.env[variable];
  if (!path) throw new Error(`${variable} is not set: run these tests with cargo xtask test`);
  return path;
}

/** Starts a server, and waits until it has told its address; what it said before that comes along. */
async function start(path, args, ready) {
  const child = spawn(path, args, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => child.once("exit", (code, signal) => resolve(signal ?? code)));
  process.once("exit", () => child.kill()); // when a test failed before it stopped the server
  const stop = () => {
    child.kill();
    return ended;
  };
  const said = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (!ready(line)) continue;
    child.unref();
    child.stdout.unref();
    return { address: line.match(/http:\/\/[\w.]+:\d+/)[0], said, stop };
  }
  throw new Error(`${path} ended (${await ended}) before it told its address: ${said.join(" ")}`);
}

/** Starts the gallery of components; it prints its address on the first line. */
export function serve(variable = "SKOLLINJEN_GALLERY") {
  return start(program(variable), [], () => true);
}

/** The slug of the demo's room. */
export const ROOM = "utbildning";

/** Starts Björkstad, made anew unless `data` is a folder that holds it; small, but with the first schools whole. */
export function demo({ pupils = 1200, data, day } = {}) {
  const args = ["demo", "--port", "0", "--pupils", `${pupils}`];
  if (data) args.push("--data", data);
  if (day) args.push("--day", day);
  return start(program("SKOLLINJEN_PROGRAM"), args, (line) => line.includes("http://"));
}

/** Runs a command of the product to its end; what it said. */
export async function run(args, { input = "" } = {}) {
  const running = promisify(execFile)(program("SKOLLINJEN_PROGRAM"), args);
  running.child.stdin.end(input);
  return (await running).stdout;
}

/** Serves the rooms of a data folder. */
export function rooms(data, port) {
  const args = ["serve", "--data", data, "--listen", `127.0.0.1:${port}`];
  return start(program("SKOLLINJEN_PROGRAM"), args, (line) => line.includes("http://") && !line.includes("forsta-gangen"));
}

/** A folder that goes when it is no longer needed. */
export async function folder() {
  const path = await mkdtemp(join(tmpdir(), "skollinjen-browser-"));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** The browser of the system: nothing is downloaded. */
export function browser() {
  const executablePath = process.env.SKOLLINJEN_CHROMIUM ?? "/usr/bin/chromium";
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}

/** The two widths that every page is looked at in: a desk and a telephone. */
export const WIDTHS = [1280, 390];

/** A page of its own, which fails the test when the browser complains about it. */
export async function open(browser, address, { width = 1280, colorScheme = "light", javaScriptEnabled = true } = {}) {
  const viewport = { width, height: 900 };
  const context = await browser.newContext({ viewport, colorScheme, javaScriptEnabled, locale: "sv-SE" });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.complaints = [];
  const status = /^Failed to load resource: the server responded with a status of 4/; // an error page that is meant
  const left = /^htmx:(afterRequest|sendAbort)/; // one went on before a draft was kept
  page.on("console", (message) => {
    const meant = status.test(message.text()) || left.test(message.text());
    if (message.type() === "error" && !meant) page.complaints.push(message.text());
  });
  page.on("pageerror", (error) => page.complaints.push(error.message));
  await page.goto(address);
  if (javaScriptEnabled) await page.evaluate(() => document.fonts.ready);
  return page;
}

/** Somebody of Björkstad, at her or his start page: chosen by first name at the demo's door. */
export async function enter(browser, site, name, options) {
  const page = await open(browser, site.address, options);
  await page.getByRole("button", { name: new RegExp(`^${name} `) }).click();
  await page.waitForURL((url) => url.pathname !== "/"); // in whichever room she or he works
  await page.waitForLoadState();
  return page;
}

/** The address of a path in the demo's room. */
export function at(site, path) {
  return `${site.address}/${ROOM}${path}`;
}
