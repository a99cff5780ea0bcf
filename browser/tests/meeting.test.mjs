// EHT-läge: the meeting of pupil health, one pupil at a time, three choices, and the minutes.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { noSidewaysScroll, sound } from "../help/look.mjs";
import { at, browser as launch, demo, enter } from "../help/site.mjs";

let site, browser;

before(async () => {
  [site, browser] = await Promise.all([demo({ pupils: 900 }), launch()]);
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

const name = (page) => page.getByRole("heading", { level: 1 }).textContent();

test("with arrow keys and numbers: three pupils, three choices, minutes, and nothing said twice", async () => {
  const page = await enter(browser, site, "Maria");
  await page.getByRole("link", { name: "EHT-läge" }).click();
  const school = page.getByRole("listitem").filter({ hasText: "Björkskolan" });
  await school.getByRole("button", { name: "Börja" }).click();
  await page.waitForURL(/\/eht\/[^/]+\/1$/);
  await sound(page);
  await noSidewaysScroll(page);
  const first = await name(page);

  // The arrows lead forth and back, from anywhere but a field.
  await page.keyboard.press("ArrowRight");
  await page.waitForURL(/\/2$/);
  const second = await name(page);
  assert.notEqual(second, first);
  await page.keyboard.press("ArrowLeft");
  await page.waitForURL(/\/1$/);
  assert.equal(await name(page), first);

  // 1: wait.
  await page.keyboard.press("1");
  await page.getByLabel("6 skolveckor").check();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/2$/);

  // 2: somebody does something. What is missing is told, and what was chosen stays chosen.
  await page.keyboard.press("2");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").waitFor();
  await page.keyboard.press("ArrowRight");
  assert.match(page.url(), /\/2$/, "what was refused is not left by an arrow key");
  await page.getByLabel("Vem?").selectOption({ label: "Amir Haddad, specialpedagog" });
  await page.getByLabel("Vad ska göras?").fill("Ringer hem om måndagarna.");
  await page.getByRole("button", { name: "Spara och gå vidare" }).click();
  await page.waitForURL(/\/3$/);
  const third = await name(page);

  // 3: an inquiry is proposed. What is written is not left by an arrow key.
  await page.keyboard.press("3");
  await page.getByLabel("Varför?").fill("Borta varje fredag sedan skolstart.");
  await page.getByLabel("Varför?").press("ArrowRight");
  assert.match(page.url(), /\/3$/);
  await page.getByRole("button", { name: "Spara och gå vidare" }).click();
  await page.waitForURL(/\/4$/);
  assert.deepEqual(page.complaints, []);

  const meeting = page.url().replace(/\/4$/, "");
  await page.goto(`${meeting}/protokoll`);
  const minutes = page.getByRole("table", { name: /Beslut om 3 elever/ });
  const line = async (who) => (await minutes.getByRole("row").filter({ hasText: who }).textContent()).replace(/\s+/g, " ");
  assert.match(await line(first), /Avvakta.*2027-01-22/);
  assert.match(await line(second), /Amir Haddad.*2026-12-11.*Ringer hem om måndagarna\./);
  assert.match(await line(third), /Borta varje fredag sedan skolstart\./);
  await sound(page);
  await noSidewaysScroll(page);

  // On paper: the table, who led it, and no buttons.
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.getByRole("button", { name: "Avsluta mötet" }).isVisible(), false);
  assert.equal(await minutes.isVisible(), true);
  await page.emulateMedia({ media: "screen" });
  await page.context().close();
});

test("without scripts on a telephone: it is taken up again, a choice is changed, pupils are skipped, it is ended", async () => {
  const page = await enter(browser, site, "Maria", { javaScriptEnabled: false, width: 390 });
  await page.getByRole("link", { name: "Fortsätt mötet" }).click();
  await page.waitForURL(/\/1$/);
  assert.equal(await page.getByLabel(/^Avvakta/).isChecked(), true);
  await page.getByLabel("2 skolveckor").check();
  await page.getByRole("button", { name: "Ändra och gå vidare" }).click();
  await page.waitForURL(/\/2$/);
  await page.getByRole("link", { name: "Nästa" }).click();
  await page.getByRole("link", { name: "Nästa" }).click();
  await page.waitForURL(/\/4$/);
  await page.getByRole("link", { name: "Hoppa över" }).click();
  await page.waitForURL(/\/5$/);
  await page.getByRole("link", { name: "Föregående" }).click();
  await page.waitForURL(/\/4$/);
  await page.goto(page.url().replace(/\/4$/, "/protokoll"));
  assert.match(await page.getByRole("table", { name: /Beslut om 3 elever/ }).textContent(), /Avvakta[^]*2026-12-04/);
  await page.getByRole("button", { name: "Avsluta mötet" }).click();
  await page.getByText("Mötet är avslutat.", { exact: true }).waitFor();
  await page.context().close();
});

test("what was decided stands with those who are to do it and decide it", async () => {
  const amir = await enter(browser, site, "Amir");
  const task = amir.getByRole("table", { name: /Det du har lovat/ });
  assert.match(await task.textContent(), /2026-12-11/);
  await task.getByRole("link").first().click();
  assert.match(await amir.locator("main").textContent(), /Ringer hem om måndagarna\./);
  await amir.context().close();

  const birgitta = await enter(browser, site, "Birgitta");
  const proposed = birgitta.getByRole("table", { name: /Det du har lovat/ });
  await proposed.getByRole("link").first().click();
  await birgitta.getByRole("link", { name: /^Besluta enligt/ }).click();
  assert.match(await birgitta.locator("main").textContent(), /Borta varje fredag sedan skolstart\./);
  await birgitta.context().close();
});

test("a meeting is nobody else's: the mentor does not find it", async () => {
  const maria = await enter(browser, site, "Maria");
  await maria.goto(at(site, "/eht"));
  const minutes = await maria.getByRole("table").getByRole("link").first().getAttribute("href");
  await maria.context().close();
  const jonas = await enter(browser, site, "Jonas");
  const answer = await jonas.goto(`${site.address}${minutes}`);
  assert.equal(answer.status(), 404);
  assert.equal(await jonas.getByRole("link", { name: "EHT-läge" }).count(), 0);
  await jonas.context().close();
});
