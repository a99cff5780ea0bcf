// Takes the pictures of the README from a demo: node pictures.mjs PROGRAM FOLDER

import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { browser } from "./help/site.mjs";

const [program, folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

const demo = spawn(program, ["demo", "--pupils", "2400", "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
const address = await addressOf(demo);
const chromium = await browser();
try {
  const page = await signIn("Maria", { width: 1280, height: 860 });
  await page.screenshot({ path: join(folder, "start.png") });
  await page.goto(`${address}/utbildning/narvaro?skola=90000101`);
  await page.screenshot({ path: join(folder, "list.png") });
  // Somebody who began to slip this autumn: the line then has a story.
  await page.getByRole("link", { name: "Valter Lund" }).first().click();
  await page.waitForLoadState();
  await page.screenshot({ path: join(folder, "pupil.png") });
  const pupil = page.url();
  await page.goto(`${pupil}/steg?slag=pupil_talk`);
  await page.screenshot({ path: join(folder, "step.png") });
  await page.goto(`${address}/utbildning/eht`);
  await page.getByRole("button", { name: "Börja" }).first().click();
  await page.waitForLoadState();
  await page.screenshot({ path: join(folder, "meeting.png") });
  const phone = await signIn("Maria", { width: 390, height: 860, colorScheme: "dark" });
  await phone.goto(pupil);
  await phone.screenshot({ path: join(folder, "pupil-phone-dark.png") });
} finally {
  await chromium.close();
  demo.kill();
}

/** The address in what the demo says when it is ready. */
async function addressOf(child) {
  for await (const line of createInterface({ input: child.stdout })) {
    const found = line.match(/http:\/\/\S+/);
    if (found) return found[0];
  }
  throw new Error("the demo ended before it told its address");
}

/** A page on which somebody of the demo's people has signed in. */
async function signIn(who, { width, height, colorScheme = "light" }) {
  const context = await chromium.newContext({ viewport: { width, height }, colorScheme, locale: "sv-SE" });
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole("button", { name: new RegExp(who) }).first().click();
  await page.waitForLoadState();
  await page.evaluate(() => document.fonts.ready);
  return page;
}
