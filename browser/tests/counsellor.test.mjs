// The first walk, by the counsellor: from the start page to a documented talk, and back when it falls due.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { press, tabTo } from "../help/keys.mjs";
import { ELSA, names, pupil, row, words } from "../help/list.mjs";
import { noSidewaysScroll, sound } from "../help/look.mjs";
import { at, browser as launch, demo, enter, folder } from "../help/site.mjs";

let site, browser;

before(async () => {
  [site, browser] = await Promise.all([demo(), launch()]);
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

const ways = [
  { how: "with scripts", options: {}, group: "7B", name: "Elsa Nordin" },
  { how: "without scripts", options: { javaScriptEnabled: false }, group: "8A", name: "Yusuf Abdi" },
  { how: "on a telephone", options: { width: 390 }, group: "9A" },
  { how: "on a telephone without scripts", options: { width: 390, javaScriptEnabled: false }, group: "9B" },
];

for (const { how, options, group, name } of ways) {
  test(`a talk is documented and clears the pupil until the follow-up, ${how}`, async () => {
    const page = await enter(browser, site, "Maria", options);
    await page.getByRole("link", { name: /att ta ställning till/ }).click();
    assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "Närvaro");

    await page.getByLabel("Skola", { exact: true }).selectOption({ label: "Björkskolan" });
    await page.getByRole("button", { name: "Visa", exact: true }).click();
    await page.waitForURL(/skola=90000101/);
    await page.getByLabel("Klass", { exact: true }).selectOption(group);
    await page.getByRole("button", { name: "Visa", exact: true }).click();
    await page.waitForURL(/klass=/);
    await page.locator("main tbody tr").filter({ hasNotText: group }).first().waitFor({ state: "detached" });
    const listed = await names(page);
    const chosen = name ?? listed[0];
    assert.ok(listed.includes(chosen), listed.join());
    assert.match(await words(row(page, chosen)), /Ingen har agerat/);

    await page.getByRole("link", { name: chosen, exact: true }).click();
    await page.getByText("Dokumentera", { exact: true }).click();
    await page.getByRole("link", { name: /^Samtal med eleven/ }).click();
    const zone = await page.getByRole("group", { name: /Var ska det stå/ }).boundingBox();
    const text = page.getByLabel("Vad kom fram?");
    assert.ok(zone.y + zone.height <= (await text.boundingBox()).y, "who reads it is told before it is written");
    await text.fill("Tycker att morgnarna är tunga.");
    await page.getByRole("button", { name: "Spara", exact: true }).click();

    assert.match(await page.getByRole("status").first().textContent(), /Steget är dokumenterat/);
    const done = page.getByRole("listitem").filter({ hasText: "Tycker att morgnarna är tunga." });
    assert.match(await words(done), /2026-11-20 · Maria Lindgren.*Samtal med eleven.*Följs upp 2026-12-11 \(v\.\s50\)/s);

    await page.goto(at(site, `/narvaro?skola=90000101&klass=${group}`));
    assert.ok(!(await names(page)).includes(chosen), "the pupil is not among those to ask about");
    await page.getByRole("link", { name: /^Följs upp senare/ }).click();
    const state = await words(row(page, chosen));
    assert.match(state, /Följs upp 11 december/);
    assert.match(state, /Samtal med eleven 20 november · Maria Lindgren/i);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("the same is done with nothing but a keyboard, and one always sees where one is", async () => {
  const page = await enter(browser, site, "Maria");
  await press(page, page.getByRole("link", { name: /att ta ställning till/ }));
  await page.waitForURL(/agerat=ingen/);
  await tabTo(page, page.getByLabel("Skola", { exact: true }));
  await page.keyboard.type("Kvarn");
  await press(page, page.getByRole("button", { name: "Visa", exact: true }));
  await page.waitForURL(/skola=90000102/);
  await page.waitForLoadState("networkidle"); // the list is no longer being renewed
  const [first] = await names(page);
  await press(page, page.getByRole("link", { name: first, exact: true }));
  await page.getByRole("heading", { name: first, level: 1 }).waitFor();
  await press(page, page.locator("summary", { hasText: "Dokumentera" }), "Space");
  await press(page, page.getByRole("link", { name: /^Kontakt med vårdnadshavare/ }));
  await page.waitForURL(/slag=guardian_contact/);
  await tabTo(page, page.getByLabel(/^Elevhälsan/));
  await page.keyboard.press("ArrowDown"); // the next zone
  assert.equal(await page.getByLabel(/^Allmän dokumentation/).isChecked(), true);
  await tabTo(page, page.getByLabel("Vad kom fram?"));
  await page.keyboard.type("Mamma ringer tillbaka i morgon.");
  await press(page, page.getByRole("button", { name: "Spara", exact: true }));
  await page.getByText("Mamma ringer tillbaka i morgon.").waitFor();
  assert.match(await page.locator("main").textContent(), /Följs upp 2026-12-11/);
  await page.context().close();
});

test("a try that got no answer does not clear the pupil", async () => {
  const page = await enter(browser, site, "Maria");
  await page.goto(at(site, "/narvaro?skola=90000102&klass=8A"));
  const [name] = await names(page);
  await page.getByRole("link", { name, exact: true }).click();
  await page.getByText("Dokumentera", { exact: true }).click();
  await page.getByRole("link", { name: /^Sökt, men inte fått svar/ }).click();
  assert.equal(await page.getByRole("group", { name: /följas upp/ }).count(), 0);
  await page.getByRole("button", { name: "Spara", exact: true }).click();
  await page.goto(at(site, "/narvaro?skola=90000102&klass=8A"));
  assert.match(await words(row(page, name)), /Ingen har agerat|Sökt/);
  await page.context().close();
});

test("what is begun and not saved is there the next time, and only then", async () => {
  const page = await enter(browser, site, "Maria");
  await pupil(page, site, { ...ELSA, name: "Priya Wongsa" });
  const address = page.url();
  await page.goto(`${address}/steg?slag=adaptation`);
  await page.getByLabel("Vad ändras, och från när?").fill("Börjar nio på måndagar.");
  await page.getByLabel("När var det?").focus(); // leaves the words, as one does
  await page.getByText("Utkastet är sparat").waitFor();
  await page.goto(`${address}/steg?slag=adaptation`);
  assert.equal(await page.getByLabel("Vad ändras, och från när?").inputValue(), "Börjar nio på måndagar.");
  await page.getByRole("button", { name: "Kasta utkastet" }).click();
  await page.goto(`${address}/steg?slag=adaptation`);
  assert.equal(await page.getByLabel("Vad ändras, och från när?").inputValue(), "");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("what is wrong is told first, and nothing that was written is lost", async () => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await enter(browser, site, "Maria", { javaScriptEnabled });
    await pupil(page, site, { ...ELSA, name: "Priya Wongsa" });
    await page.goto(`${page.url()}/steg?slag=pupil_talk`);
    await page.getByLabel("Vad kom fram?").fill("Vill byta grupp.");
    await page.getByLabel("När var det?").fill("2026-12-24");
    await page.getByRole("button", { name: "Spara", exact: true }).click();
    const summary = page.getByRole("alert");
    assert.equal(await summary.evaluate((it) => it === document.activeElement), true, "the errors have focus");
    await summary.getByRole("link").first().click();
    assert.equal(await page.getByLabel("När var det?").evaluate((it) => it === document.activeElement), true);
    assert.equal(await page.getByLabel("Vad kom fram?").inputValue(), "Vill byta grupp.");
    if (javaScriptEnabled) await sound(page);
    await noSidewaysScroll(page);
    await page.context().close();
  }
});

test("a follow-up is moved ahead, but not to today", async () => {
  const page = await enter(browser, site, "Maria");
  const here = at(site, "/narvaro?skola=90000102&klass=7A");
  await page.goto(here);
  const [name] = await names(page);
  await page.getByRole("link", { name, exact: true }).click();
  const address = page.url();
  await page.goto(`${address}/steg?slag=pupil_talk`);
  await page.getByRole("button", { name: "Spara", exact: true }).click();
  await page.waitForURL(/klart=/);

  await page.getByRole("link", { name: "Flytta uppföljningen" }).click();
  await page.getByLabel("Annan dag").check();
  await page.getByLabel("Vilken dag?").fill("2026-11-20");
  await page.getByRole("button", { name: "Flytta", exact: true }).click();
  await page.getByRole("alert").waitFor();
  await page.getByLabel("1 skolvecka").check();
  await page.getByRole("button", { name: "Flytta", exact: true }).click();
  await page.waitForURL(/klart=/);
  await page.goto(`${here}&agerat=klara`);
  assert.match(await words(row(page, name)), /Följs upp 27 november/);
  await page.context().close();
});

test("three school weeks later the pupil is back on the list by itself", async () => {
  const kept = await folder();
  let now = await demo({ pupils: 500, data: kept.path });
  let page = await enter(browser, now, "Maria");
  await pupil(page, now, ELSA);
  await page.goto(`${page.url()}/steg?slag=pupil_talk`);
  await page.getByLabel("Vad kom fram?").fill("Vi ses igen i december.");
  await page.getByRole("button", { name: "Spara", exact: true }).click();
  await page.context().close();
  await now.stop();

  const days = { "2026-12-10": /Följs upp 11 december/, "2026-12-11": /Dags att följa upp/ };
  for (const [day, state] of Object.entries(days)) {
    now = await demo({ data: kept.path, day });
    page = await enter(browser, now, "Maria");
    await page.goto(at(now, `/narvaro?skola=${ELSA.school}&klass=${ELSA.group}&agerat=alla`));
    assert.match(await words(row(page, ELSA.name)), state, day);
    const due = day === "2026-12-11";
    await page.goto(at(now, `/narvaro?skola=${ELSA.school}&klass=${ELSA.group}`));
    assert.equal((await names(page)).includes(ELSA.name), due, day);
    await page.context().close();
    await now.stop();
  }
  await kept.remove();
});
