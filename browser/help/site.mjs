// Starts the program that serves the pages, and a browser that looks at them.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

/** Starts the server whose path stands in an environment variable; it prints its address on the first line. */
export async function serve(variable = "SKOLLINJEN_GALLERY") {
  const program = process.env[variable];
  if (!program) throw new Error(`${variable} is not set: run these tests with cargo xtask test`);
  const child = spawn(program, [], { stdio: ["ignore", "pipe", "inherit"] });
  for await (const line of createInterface({ input: child.stdout })) {
    return { address: line.trim(), stop: () => child.kill() };
  }
  throw new Error(`${program} ended before it told its address`);
}

/** The browser of the system: nothing is downloaded. */
export function browser() {
  const executablePath = process.env.SKOLLINJEN_CHROMIUM ?? "/usr/bin/chromium";
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}

/** The two widths that every page is looked at in: a desk and a telephone. */
export const WIDTHS = [1280, 390];

/** A page of its own, which fails the test when the browser complains about it. */
export async function open(browser, address, { width = 1280, colorScheme = "light" } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, locale: "sv-SE" });
  const page = await context.newPage();
  page.complaints = [];
  const status = /^Failed to load resource: the server responded with a status of 4/; // an error page that is meant
  page.on("console", (message) => {
    if (message.type() === "error" && !status.test(message.text())) page.complaints.push(message.text());
  });
  page.on("pageerror", (error) => page.complaints.push(error.message));
  await page.goto(address);
  await page.evaluate(() => document.fonts.ready);
  return page;
}
