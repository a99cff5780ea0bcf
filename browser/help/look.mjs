// What is looked for on every page.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** WCAG 2.0 to 2.2, A and AA, and what axe holds for good practice. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds wrong, one line for each element. */
export async function axe(page) {
  await page.evaluate(axeSource);
  const { violations, passes } = await page.evaluate((values) => axe.run({ runOnly: { type: "tag", values } }), RULES);
  assert.ok(passes.length > 10, "axe did not look");
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html}`));
}

/** Nothing wrong for axe, and nothing that the browser complained about. */
export async function sound(page) {
  assert.deepEqual(await axe(page), []);
  assert.deepEqual(page.complaints, []);
}

/** The page can be read at this width without scrolling sideways; the elements that stick out. */
export async function noSidewaysScroll(page, width = 320) {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: 900 });
  const out = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.body.querySelectorAll("*")].filter((it) => it.getBoundingClientRect().right > clientWidth + 1);
    return [`${scrollWidth} px wide`, ...wide.map((it) => `${it.tagName}.${it.className}`)];
  });
  await page.setViewportSize(before);
  assert.deepEqual(out, []);
}

/** Compares what a screen reader gets with the file in snapshots/; with UPDATE_SNAPSHOTS=1 writes it. */
export async function aria(locator, name, mask = (text) => text) {
  const file = join(here, "..", "snapshots", `${name}.yml`);
  const now = mask(`${await locator.ariaSnapshot()}\n`);
  if (process.env.UPDATE_SNAPSHOTS) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, now);
  }
  assert.equal(now, readFileSync(file, "utf8"), `${file}: look at the change, then run with UPDATE_SNAPSHOTS=1`);
}

/** Keeps a picture for people to look at, in SKOLLINJEN_PICTURES; no test compares it. */
export async function picture(page, name) {
  const folder = process.env.SKOLLINJEN_PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
