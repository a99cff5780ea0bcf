// Data quality: from the picture of all schools to a list of whom to phone, and what a head teacher sees of the own.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { press } from "../help/keys.mjs";
import { ELSA, words } from "../help/list.mjs";
import { sound } from "../help/look.mjs";
import { at, browser as launch, demo, enter } from "../help/site.mjs";

let site, browser;

before(async () => {
  // so many that one of the schools reports badly
  [site, browser] = await Promise.all([demo({ pupils: 3600 }), launch()]);
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

const main = (page) => words(page.locator("main"));
const LIST = "/datakvalitet/ringlista";

test("a number to phone is written by the administrator, a wrong one is told of and kept", async () => {
  const page = await enter(browser, site, "Olle", { javaScriptEnabled: false });
  await page.goto(at(site, `/datakvalitet/${ELSA.school}`));
  await page.getByLabel("Namn eller expedition").fill("Rektors expedition");
  await page.getByLabel("Telefon").fill("ring Eva");
  await page.getByRole("button", { name: "Spara", exact: true }).click();
  assert.match(await words(page.getByRole("alert")), /Skriv telefonnumret med siffror/);
  assert.equal(await page.getByLabel("Telefon").inputValue(), "ring Eva", "what was written stays");
  await page.getByLabel("Telefon").fill("0123-456 78");
  await page.getByRole("button", { name: "Spara", exact: true }).click();
  await page.getByText("Kontakten är sparad.").waitFor();
  assert.doesNotMatch(await main(page), /Elever att fråga om|Ämnen i klasserna/, "no pupil and no teacher");
  assert.doesNotMatch(page.url(), /0123|expedition/i);
  await page.context().close();
});

for (const javaScriptEnabled of [true, false]) {
  test(`the coordinator goes from data quality to a call list, ${javaScriptEnabled ? "with" : "without"} scripts`, async () => {
    const page = await enter(browser, site, "Karin", { javaScriptEnabled });
    await page.getByRole("link", { name: "Datakvalitet" }).click();
    assert.match(await words(page.locator("figcaption").first()), /skolor har någon vecka under 95 %\. Mest saknas på /);
    if (javaScriptEnabled) await sound(page);
    await page.getByRole("link", { name: "Ringlista" }).click();
    await page.waitForURL((url) => url.pathname.endsWith(LIST));

    const first = page.locator("main section").first();
    assert.match(await words(first), /rapporter saknas i v\. .*Be att de fylls i\./);
    const school = await words(first.getByRole("heading"));
    const day = first.getByLabel(`Ringde ${school}, dag`);
    assert.equal(await day.inputValue(), "2026-11-20", "today, unless one says something else");
    await day.fill("2026-11-21");
    await first.getByRole("button", { name: "Ringt" }).click();
    assert.match(await words(page.getByRole("alert")), /i dag eller högst en månad tillbaka/);
    assert.equal(await day.inputValue(), "2026-11-21", "what was written stays");
    await day.fill("2026-11-19");
    await first.getByRole("button", { name: "Ringt" }).click();
    await first.getByText("Ringt 2026-11-19").waitFor();
    await page.goto(at(site, "/datakvalitet"));
    assert.match(await main(page), new RegExp(`${school}.*Ringt 2026-11-19`));
    await page.goto(at(site, LIST));
    await first.getByRole("button", { name: "Ångra" }).click();
    await first.getByRole("button", { name: "Ringt" }).waitFor();
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("on paper the call list has a line for each school to write on, and nothing to press", async () => {
  const page = await enter(browser, site, "Karin");
  await page.goto(at(site, LIST));
  await page.emulateMedia({ media: "print" });
  const schools = await page.locator("main section").count();
  assert.ok(schools > 0);
  assert.equal(await page.getByText("Ringt, dag och vad som sades").count(), schools);
  assert.equal(await page.getByText("Ringt, dag och vad som sades").first().isVisible(), true);
  for (const button of await page.locator("main").getByRole("button").all()) assert.equal(await button.isVisible(), false);
  await page.context().close();
});

test("the head teacher comes to the own school with the keyboard, and no further", async () => {
  const page = await enter(browser, site, "Birgitta");
  await press(page, page.getByRole("link", { name: "Datakvalitet" }));
  await page.waitForURL((url) => url.pathname.endsWith(`/datakvalitet/${ELSA.school}`));
  const said = await main(page);
  assert.match(said, /Björkskolan: datakvalitet/);
  assert.match(said, /Bara du som är rektor ser det här\./);
  assert.match(said, /Rektors expedition/, "what the administrator wrote");
  await sound(page);
  for (const path of ["/datakvalitet/90000102", LIST]) {
    assert.equal((await page.goto(at(site, path))).status(), 404, path);
  }
  await page.context().close();
});

test("who neither leads a school nor sees to deliveries has no data quality", async () => {
  for (const who of ["Maria", "Jonas", "Stina"]) {
    const page = await enter(browser, site, who);
    assert.equal(await page.getByRole("link", { name: "Datakvalitet" }).count(), 0, who);
    for (const path of ["/datakvalitet", LIST, `/datakvalitet/${ELSA.school}`]) {
      assert.equal((await page.goto(at(site, path))).status(), 404, `${who} ${path}`);
    }
    await page.context().close();
  }
});
