// What the others do, and what they do not see: head teacher, mentor, coordinator, administrator, officer.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { press, tabTo } from "../help/keys.mjs";
import { ELSA, YUSUF, names, pupil, row, words } from "../help/list.mjs";
import { sound } from "../help/look.mjs";
import { at, browser as launch, demo, enter } from "../help/site.mjs";

let site, browser;

before(async () => {
  [site, browser] = await Promise.all([demo(), launch()]);
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

const main = (page) => words(page.locator("main"));

/** Maria documents a step about a pupil in a zone; the address of the pupil's page. */
async function documented(zone, text, who = ELSA) {
  const page = await enter(browser, site, "Maria");
  await pupil(page, site, who);
  const address = page.url();
  await page.goto(`${address}/steg?slag=pupil_talk`);
  await page.getByLabel(zone).check();
  await page.getByLabel("Vad kom fram?").fill(text);
  await page.getByRole("button", { name: "Spara", exact: true }).click();
  await page.getByText(text).waitFor();
  await page.context().close();
  return address;
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";
  test(`the head teacher decides on an inquiry, and a reason that is missing is told first, ${how} scripts`, async () => {
    const page = await enter(browser, site, "Birgitta", { javaScriptEnabled });
    await pupil(page, site, javaScriptEnabled ? ELSA : YUSUF);
    await page.getByRole("link", { name: /^Besluta enligt 7 kap\. 19 a §/ }).click();
    assert.match(await main(page), /skyndsamt utreds, om det inte är obehövligt/);
    await page.getByRole("button", { name: "Spara beslutet" }).click();
    const summary = page.getByRole("alert");
    assert.equal(await summary.evaluate((it) => it === document.activeElement), true, "the errors have focus");
    await page.getByLabel("Utredning inleds").check();
    await page.getByRole("button", { name: "Spara beslutet" }).click();
    await summary.getByRole("link", { name: /skäl|Skriv|därför/i }).first().click();
    assert.equal(await page.getByLabel("Därför att").evaluate((it) => it === document.activeElement), true);
    assert.equal(await page.getByLabel("Utredning inleds").isChecked(), true, "what was chosen stays chosen");
    await page.getByLabel("Därför att").fill("Frånvaron har stigit snabbt sedan vecka 40.");
    await page.getByRole("button", { name: "Spara beslutet" }).click();
    await page.getByText("Beslutet är dokumenterat.").waitFor();
    const step = page.getByRole("listitem").filter({ hasText: "Frånvaron har stigit snabbt" });
    assert.match(await words(step), /2026-11-20 · Birgitta Åström Beslut: frånvaron utreds/);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("the head teacher decides with nothing but a keyboard", async () => {
  const page = await enter(browser, site, "Birgitta");
  await pupil(page, site, { ...ELSA, name: "Priya Wongsa" });
  await press(page, page.getByRole("link", { name: /^Besluta enligt/ }));
  await tabTo(page, page.getByLabel("Utredning inleds"));
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.getByLabel("Utredning behövs inte").isChecked(), true);
  await tabTo(page, page.getByLabel("Därför att"));
  await page.keyboard.type("Sjukskriven, läkarintyg finns.");
  await press(page, page.getByRole("button", { name: "Spara beslutet" }));
  await page.getByText("Beslutet är dokumenterat.").waitFor();
  await page.context().close();
});

test("the head teacher does not read what stands with pupil health, but sees that and when", async () => {
  const address = await documented(/^Elevhälsan/, "Sover dåligt, orolig för mamma.");
  const page = await enter(browser, site, "Birgitta");
  await page.goto(address);
  assert.doesNotMatch(await page.content(), /Sover dåligt/);
  assert.match(await main(page), /2026-11-20 Något är gjort/);
  await page.goto(`${address}/steg?slag=pupil_talk`);
  assert.doesNotMatch(await main(page), /Bara elevhälsan/);
  await page.context().close();
});

test("the mentor has her own class, reads what is general, and of the rest that something was done and when", async () => {
  const general = "Vill sitta närmare fönstret.";
  const address = await documented(/^Allmän/, general);
  await documented(/^Särskilt stöd/, "Anpassad studiegång prövas.");
  const others = await documented(/^Allmän/, "Vill byta spår.", YUSUF);

  const page = await enter(browser, site, "Jonas");
  await page.goto(at(site, "/narvaro?agerat=alla"));
  const classes = await page.locator("main tbody tr").allTextContents();
  assert.ok(classes.length > 3 && classes.every((it) => it.includes("7B")), classes.join("\n"));
  assert.ok(!(await names(page)).includes(YUSUF.name));

  await page.getByRole("link", { name: ELSA.name, exact: true }).click();
  const said = await main(page);
  assert.ok(said.includes(general), said);
  assert.doesNotMatch(await page.content(), /Anpassad studiegång|Sover dåligt/);
  assert.match(said, /2026-11-20 Något är gjort/);
  await sound(page);

  for (const path of ["", "/steg?slag=pupil_talk", "/beslut"]) {
    assert.equal((await page.goto(`${others}${path}`)).status(), 404, path);
  }
  assert.equal((await page.goto(`${address}/beslut`)).status(), 404);
  await page.goto(at(site, "/"));
  await page.getByRole("searchbox", { name: "Sök elev" }).fill("Yusuf");
  await page.getByRole("button", { name: "Sök", exact: true }).click();
  assert.doesNotMatch(await main(page), /Yusuf Abdi/);
  await page.context().close();
});

test("a step that is taken back stands marked, and the pupil is back on the list", async () => {
  await documented(/^Allmän/, "Fel elev.", { ...ELSA, name: "Matteo Månsson" });
  const page = await enter(browser, site, "Maria");
  await pupil(page, site, { ...ELSA, name: "Matteo Månsson" }, "klara");
  await page.getByRole("link", { name: "Ta tillbaka" }).click();
  await page.getByRole("button", { name: "Ta tillbaka", exact: true }).click();
  await page.getByRole("alert").waitFor();
  await page.getByLabel("Varför tar du tillbaka det?").fill("Det gällde en annan elev.");
  await page.getByRole("button", { name: "Ta tillbaka", exact: true }).click();
  assert.match(await main(page), /Taget tillbaka/);
  await page.goto(at(site, `/narvaro?skola=${ELSA.school}&klass=${ELSA.group}`));
  assert.match(await words(row(page, "Matteo Månsson")), /Ingen har agerat/);
  await page.context().close();
});

test("a pupil is found by name and by personal number, and neither stands in an address", async () => {
  const page = await enter(browser, site, "Maria");
  for (const asked of ["nordin", "201303149809", "20130314-9809"]) {
    await page.getByRole("searchbox", { name: "Sök elev" }).fill(asked);
    await page.getByRole("searchbox", { name: "Sök elev" }).press("Enter");
    await page.locator("main").getByRole("link", { name: ELSA.name }).waitFor();
    assert.doesNotMatch(page.url(), /nordin|2013/i);
  }
  await page.context().close();
});

test("the coordinator sees schools in numbers, small ones hidden, and no pupil", async () => {
  const page = await enter(browser, site, "Karin");
  const table = page.getByRole("table", { name: "Närvaroläget skola för skola" });
  assert.match(await words(table), /Björkskolan \d+.*1–4/);
  const links = await page.getByRole("navigation", { name: "Huvudmeny" }).getByRole("link").allTextContents();
  assert.deepEqual(links.map((it) => it.trim()), ["Start", "Datakvalitet", "Gränsvärden", "Blanketter", "Om signalerna"]);
  assert.equal(await page.getByRole("searchbox", { name: "Sök elev" }).count(), 0);
  await page.goto(at(site, "/narvaro?agerat=alla"));
  assert.deepEqual(await names(page), []);
  await page.context().close();
});

test("the administrator makes an account and closes it, and sees no pupil", async () => {
  const page = await enter(browser, site, "Olle");
  await page.getByRole("link", { name: "Hantera konton" }).click();
  await page.getByRole("link", { name: "Nytt konto" }).click();
  await page.getByRole("button", { name: "Skapa kontot" }).click();
  await page.getByRole("alert").waitFor();
  await page.getByLabel("Namn", { exact: true }).fill("Nils Nyström");
  await page.getByLabel("Användarnamn").fill("nils");
  await page.getByLabel("Uppdrag 1").selectOption({ label: "mentor" });
  await page.getByLabel("Skola", { exact: true }).first().selectOption({ label: "Björkskolan" });
  await page.getByRole("button", { name: "Skapa kontot" }).click();
  await page.getByRole("alert").getByText("Skriv vilken klass mentorn har.").waitFor();
  await page.getByLabel("Klass (för mentor)").first().fill("9A");
  await page.getByRole("button", { name: "Skapa kontot" }).click();
  await page.getByText("Kontot är skapat").first().waitFor();
  assert.match(await main(page), /nils.*[a-z2-9]{5}(-[a-z2-9]{5}){3}/s);
  await page.getByRole("link", { name: "Till konton" }).click();
  assert.match(await words(page.getByRole("row").filter({ hasText: "Nils Nyström" })), /mentor för 9A, Björkskolan/);
  await page.getByRole("link", { name: "Nils Nyström" }).click();
  await page.getByRole("button", { name: "Stäng kontot" }).click();
  await page.getByText("Kontot är ändrat.").waitFor();
  await page.goto(at(site, "/narvaro?agerat=alla"));
  assert.deepEqual(await names(page), []);
  await page.context().close();
});

test("the officer notes that the protected pupils are looked after, without a name anywhere", async () => {
  const page = await enter(browser, site, "Stina");
  await page.getByRole("link", { name: "Öppna uppgiften" }).click();
  assert.match(await main(page), /Dags att titta/);
  await page.getByRole("button", { name: "Jag har tittat" }).click();
  await page.getByText("Kontrollen är antecknad.").waitFor();
  assert.match(await main(page), /Nästa gång.*Tidigare gånger fredag 20 november/);
  assert.doesNotMatch(await page.content(), /Nora|Ahlin/);
  await page.goto(at(site, "/"));
  assert.doesNotMatch(await main(page), /skyddade uppgifter ska gås igenom/);
  await page.context().close();
});
