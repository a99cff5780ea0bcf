// Every component, as people meet it: on a desk and a telephone, light and dark, on paper, with and without scripts.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { aria, axe, noSidewaysScroll, picture, sound } from "../help/look.mjs";
import { browser as launch, open, serve, WIDTHS } from "../help/site.mjs";

const UI = new URL("../../crates/web/src/ui/", import.meta.url);

let site, browser, address;

before(async () => {
  [site, browser] = await Promise.all([serve(), launch()]);
  address = `${site.address}/komponenter`;
});

after(async () => {
  await browser?.close();
  site?.stop();
});

for (const width of WIDTHS) {
  for (const colorScheme of ["light", "dark"]) {
    test(`axe finds nothing at ${width} pixels in ${colorScheme} colours`, async () => {
      const page = await open(browser, address, { width, colorScheme });
      await picture(page, `gallery-${width}-${colorScheme}`);
      await sound(page);
      await page.context().close();
    });
  }
}

test("axe finds a fault that is put there", async () => {
  const page = await open(browser, address);
  await page.evaluate(() => document.querySelector("label[for=place]").remove());
  const found = await axe(page);
  assert.ok(found.some((line) => line.startsWith("label:")), found.join("\n"));
  await page.context().close();
});

test("no component makes the page scroll sideways at 320 pixels", async () => {
  const page = await open(browser, address, { width: 320 });
  await noSidewaysScroll(page);
  await page.context().close();
});

test("every component is shown, and a screen reader gets it as it should", async () => {
  const page = await open(browser, address);
  const files = readdirSync(UI).map((file) => file.replace(".rs", "")).filter((name) => name !== "mod");
  const shown = await page.$$eval("[data-component]", (all) => all.map((it) => it.dataset.component));
  assert.deepEqual(shown.toSorted(), files.toSorted());
  for (const name of shown) await aria(page.locator(`[data-component="${name}"]`), `gallery/${name}`);
  const papers = await page.$$eval("[data-paper]", (all) => all.map((it) => it.dataset.paper));
  assert.equal(papers.length, 5);
  for (const name of papers) await aria(page.locator(`[data-paper="${name}"]`), `gallery/paper-${name}`);
  await aria(page.locator("header"), "gallery/page-header");
  await aria(page.locator("footer"), "gallery/page-footer");
  await page.context().close();
});

for (const javaScriptEnabled of [true, false]) {
  test(`the list of errors has focus, and leads to the field, ${javaScriptEnabled ? "with" : "without"} scripts`, async () => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(address);
    const list = page.getByRole("alert");
    assert.equal(await list.evaluate((it) => it === document.activeElement), true);
    await list.getByRole("link", { name: "Skriv vilken dag" }).click();
    assert.equal(new URL(page.url()).hash, "#day");
    await context.close();
  });
}

test("what goes on is kept up to date without loading the page again", async () => {
  const page = await open(browser, address);
  await page.evaluate(() => (document.querySelector("#example-import").dataset.old = "yes"));
  await page.locator("#example-import:not([data-old])").waitFor({ timeout: 15_000 });
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("the first tab leads past the head of the page", async () => {
  const page = await open(browser, `${site.address}/finns-inte`);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Hoppa till innehållet" });
  assert.equal(await skip.evaluate((it) => it === document.activeElement), true);
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "innehall");
  await page.context().close();
});

test("language and colours are chosen without scripts and stay chosen", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: "light" });
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("button", { name: "Dark" }).click();
  assert.equal(page.url(), address);
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.equal(await page.locator("html").getAttribute("data-color-scheme"), "dark");
  await context.close();
});

test("on paper there are no menus and buttons, and all is black on white", async () => {
  const page = await open(browser, address, { colorScheme: "dark" });
  await page.emulateMedia({ media: "print" });
  await picture(page, "gallery-print");
  for (const hidden of [".sl-nav", ".sl-footer", ".ds-button >> nth=0"]) {
    assert.equal(await page.locator(hidden).isVisible(), false, hidden);
  }
  assert.equal(await page.getByText("Det här syns bara på papper.").isVisible(), true);
  const color = await page.locator("h1").first().evaluate((it) => getComputedStyle(it).color);
  assert.equal(color, "rgb(0, 0, 0)");
  await page.context().close();
});

test("the browser stores nothing but the path that htmx is on", async () => {
  const page = await open(browser, `${address}?q=secret`);
  const stored = await page.evaluate(() => ({ ...localStorage, ...sessionStorage }));
  assert.deepEqual(stored, { "htmx-current-path-for-history": "/komponenter?q=secret" });
  await page.context().close();
});
