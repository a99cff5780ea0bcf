// The first sitting: a school's list is gone through at once, is left and taken up again, and ended.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { tabTo } from "../help/keys.mjs";
import { names, row, words } from "../help/list.mjs";
import { at, browser as launch, demo, enter } from "../help/site.mjs";

let site, browser;

before(async () => {
  [site, browser] = await Promise.all([demo({ pupils: 900 }), launch()]);
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

const progress = async (page) => (await page.locator("main").textContent()).match(/(\d+) av (\d+)/).slice(1).map(Number);
const boxes = (page) => page.getByRole("checkbox");

test("many are marked as known at once, with who works with them and when it is followed up", async () => {
  const page = await enter(browser, site, "Maria");
  await page.getByRole("link", { name: "Första genomgången på Björkskolan" }).first().click();
  const [, whole] = await progress(page);
  const shown = await boxes(page).count();
  assert.ok(whole > 20 && shown > 10, `${shown} of ${whole}`);

  // By keyboard: space ticks, the arrow goes to the next.
  await tabTo(page, boxes(page).first());
  const known = [];
  for (let nr = 0; nr < 8; nr += 1) {
    await page.keyboard.press("Space");
    known.push(await page.evaluate(() => document.activeElement.closest("tr").querySelector("label").textContent.trim()));
    await page.keyboard.press("ArrowDown");
  }
  assert.match(await page.locator("[data-ticked]").textContent(), /8 valda/);
  await page.getByLabel("Vem arbetar med dem?").selectOption({ label: "Amir Haddad, specialpedagog" });
  await page.getByLabel("2 skolveckor").check();
  await page.getByRole("button", { name: /^Markera som kända/ }).click();
  await page.getByText("8 elever är markerade som kända.").waitFor();
  assert.deepEqual(await progress(page), [8, whole]);

  await page.goto(at(site, "/narvaro?skola=90000101&agerat=klara"));
  assert.deepEqual((await names(page)).toSorted(), known.toSorted());
  assert.match(await words(row(page, known[0])), /Följs upp 4 december.*Maria Lindgren/s);
  assert.deepEqual(page.complaints, []);
  await page.context().close();

  const other = await enter(browser, site, "Amir");
  const tasks = other.getByRole("table", { name: /Det du har lovat/ });
  assert.equal(await tasks.getByRole("row").count(), 1 + 8);
  assert.match(await tasks.textContent(), new RegExp(`${known[0]}.*2026-12-04`, "s"));
  await other.context().close();
});

test("it is taken up where it was left, without scripts, and nobody is marked who was not ticked", async () => {
  const page = await enter(browser, site, "Maria", { javaScriptEnabled: false, width: 390 });
  await page.getByRole("link", { name: "Första genomgången på Björkskolan" }).first().click();
  const [done, whole] = await progress(page);
  assert.equal(done, 8);

  await page.getByRole("button", { name: /^Markera som kända/ }).click();
  const problem = page.getByRole("alert");
  await problem.waitFor(); // nobody is ticked

  await page.getByRole("link", { name: "Markera alla på sidan" }).click();
  const many = await boxes(page).count();
  for (const box of await boxes(page).all()) assert.equal(await box.isChecked(), true);
  await boxes(page).first().uncheck();
  await page.getByRole("button", { name: /^Markera som kända/ }).click();
  await page.getByText(`${many - 1} elever är markerade som kända.`).waitFor();
  assert.deepEqual(await progress(page), [8 + many - 1, whole]);
  await page.context().close();
});

test("it can be ended with some left, who stay on the list", async () => {
  const page = await enter(browser, site, "Maria");
  await page.goto(at(site, "/narvaro/forsta-genomgang?skola=90000101"));
  const [done, whole] = await progress(page);
  await page.getByRole("button", { name: "Avsluta genomgången" }).click();
  await page.getByText("Genomgången är avslutad.").waitFor();
  assert.match(await page.getByRole("link", { name: /^Att göra/ }).textContent(), new RegExp(`${whole - done}`));
  await page.goto(at(site, "/"));
  assert.equal(await page.getByRole("link", { name: "Första genomgången på Björkskolan" }).count(), 0);
  assert.equal(await page.getByRole("link", { name: "Första genomgången på Kvarnskolan" }).count(), 1);
  await page.context().close();
});
