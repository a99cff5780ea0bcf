// Mina beslut: what the team proposed is decided by the head teacher, one pupil at a time, and the report is filled in.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { noSidewaysScroll, picture, sound } from "../help/look.mjs";
import { at, browser as launch, demo, enter, WIDTHS } from "../help/site.mjs";

let site, browser;
const names = [];

before(async () => {
  [site, browser] = await Promise.all([demo({ pupils: 900 }), launch()]);
  const maria = await enter(browser, site, "Maria", { javaScriptEnabled: false });
  await maria.goto(at(site, "/eht"));
  await maria.getByRole("listitem").filter({ hasText: "Björkskolan" }).getByRole("button", { name: "Börja" }).click();
  for (const [number, why] of [[1, "Borta varje fredag."], [2, "Har inte kommit på tre veckor."], [3, "Går hem efter lunch."]]) {
    await maria.waitForURL(new RegExp(`/${number}$`));
    names.push(await maria.getByRole("heading", { level: 1 }).textContent());
    await maria.getByLabel(/^Föreslå utredning/).check();
    await maria.getByLabel("Varför?").fill(why);
    await maria.getByRole("button", { name: "Spara och gå vidare" }).click();
  }
  await maria.waitForURL(/\/4$/);
  await maria.context().close();
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

const name = (page) => page.getByRole("heading", { level: 1 }).textContent();

for (const width of WIDTHS) {
  for (const colorScheme of ["light", "dark"]) {
    test(`the list and the sitting are sound at ${width} pixels, ${colorScheme}`, async () => {
      const page = await enter(browser, site, "Birgitta", { width, colorScheme });
      await page.getByRole("link", { name: "Mina beslut (3)" }).click();
      await page.getByRole("table", { name: /3 elever väntar/ }).waitFor();
      await picture(page, `decisions-${width}-${colorScheme}`);
      await sound(page);
      if (width === 390) await noSidewaysScroll(page);
      await page.getByRole("link", { name: "Börja" }).click();
      await page.waitForURL(/mina-beslut\/[0-9a-f-]{36}$/);
      await picture(page, `decisions-item-${width}-${colorScheme}`);
      await sound(page);
      if (width === 390) await noSidewaysScroll(page);
      await page.context().close();
    });
  }
}

test("one is decided, one is skipped, one needs no inquiry; what was skipped stays, and the report is filled in", async () => {
  const page = await enter(browser, site, "Birgitta");
  await page.getByRole("link", { name: /^Mina beslut/ }).click();
  await page.getByRole("link", { name: "Börja" }).click();
  await page.getByText("1 av 3").first().waitFor();
  assert.equal(await name(page), names[0]);
  const why = page.getByLabel("Därför att");
  assert.match(await why.inputValue(), /Maria Lindgren: Borta varje fredag\.\nFrånvaron är \d+.% av den rapporterade tiden från 2026-08-\d\d till 2026-11-\d\d/);

  // Without a choice it is refused, and what was written is there.
  await why.fill(`${await why.inputValue()}\nSamtal är bokat.`);
  await page.getByRole("button", { name: "Spara beslutet" }).click();
  await page.getByRole("alert").waitFor();
  assert.match(await why.inputValue(), /Samtal är bokat\./);
  await page.getByLabel(/^Utredning inleds/).check();
  await page.getByRole("button", { name: "Spara beslutet" }).click();
  await page.getByText("Beslutet är dokumenterat.").waitFor();
  assert.equal(await name(page), names[1]);

  await page.getByRole("link", { name: "Hoppa över" }).click();
  await page.getByText("2 av 2").first().waitFor();
  assert.equal(await name(page), names[2]);
  await page.getByLabel(/^Utredning behövs inte/).check();
  await page.getByRole("button", { name: "Spara beslutet" }).click();
  await page.waitForURL(/mina-beslut\?klart=beslut$/);
  assert.match(await page.getByRole("table", { name: /1 elev väntar/ }).textContent(), new RegExp(names[1]));
  await page.getByRole("link", { name: "Mina beslut (1)" }).waitFor();
  const decided = page.getByRole("table", { name: /^Förslag som har fått ett beslut/ });
  assert.equal(await decided.getByRole("row").count(), 3);
  await sound(page);
  await picture(page, "decisions-decided");

  await page.getByRole("link", { name: `Anmälan till huvudmannen om ${names[0]}` }).click();
  const report = await page.locator("main").innerText();
  for (const words of [names[0], "Björkskolan", "Birgitta Åström", "7 kap. 19 a §", "Borta varje fredag.", "Samtal är bokat."]) {
    assert.ok(report.includes(words), words);
  }
  assert.equal(report.match(/av den rapporterade tiden/g).length, 1, "the figures are said once");
  await sound(page);
  await picture(page, "report");
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.getByRole("button", { name: "Skriv ut" }).isVisible(), false);
  await picture(page, "report-print");
  await page.emulateMedia({ media: "screen" });

  // Taken back, it waits again.
  await page.goto(at(site, "/mina-beslut"));
  await page.getByRole("link", { name: `Ta tillbaka beslutet om ${names[0]}` }).click();
  await page.locator("textarea").fill("Fel elev.");
  await page.getByRole("button", { name: /ta tillbaka/i }).click();
  await page.getByRole("link", { name: "Mina beslut (2)" }).waitFor();
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("nobody but the head teacher finds the page or its name in the menu", async () => {
  for (const person of ["Maria", "Amir", "Jonas", "Olle"]) {
    const page = await enter(browser, site, person);
    assert.equal(await page.getByRole("link", { name: /^Mina beslut/ }).count(), 0, person);
    assert.equal((await page.goto(at(site, "/mina-beslut"))).status(), 404, person);
    await page.context().close();
  }
});
