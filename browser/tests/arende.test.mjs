// One pupil in both rooms: from the page where the signal stands, over the family's sheet, referral and plan, to closing and
// the school's follow-up. And a family that takes its consent back.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ELSA, pupil } from "../help/list.mjs";
import { noSidewaysScroll, picture, sound } from "../help/look.mjs";
import { browser as launch, demo, enter, ROOM, WIDTHS } from "../help/site.mjs";

const SOCIAL = "social";
/** What stays with the school, and what stays with the social services. */
const OWN = { school: "Vinbärssnåret", social: "Kråkrisbacken" };

let site, browser, maria, leila, annika;
let id = "";

before(async () => {
  [site, browser] = await Promise.all([demo({ pupils: 900 }), launch()]);
  [maria, annika, leila] = await Promise.all(["Maria", "Annika", "Leila"].map((name) => enter(browser, site, name)));
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

const there = (room, path = "") => `${site.address}/${room}/arende/${id}${path}`;
const room = (page) => (page === maria ? ROOM : SOCIAL);

/** Says one thing, and comes back to the case. */
async function say(page, slug, fill = async () => {}, button = "Spara och skicka") {
  await page.goto(there(room(page), `/gor/${slug}`));
  await fill(page);
  await page.getByRole("button", { name: button, exact: true }).click();
  await page.waitForLoadState();
  const said = page.getByRole("alert");
  assert.equal((await said.count()) ? await said.first().innerText() : "", "", slug);
  await page.waitForURL((url) => url.pathname === `/${room(page)}/arende/${id}`);
}

const field = (page, name) => page.locator(`[name="${name}"]`);

/** Letters take a second or two: the page is opened again until they have come. */
async function stands(page, state) {
  for (let tries = 0; tries < 60; tries += 1) {
    await page.goto(there(room(page)));
    if (await page.locator("h1").locator("..").getByText(state, { exact: true }).count()) return;
    await page.waitForTimeout(500);
  }
  assert.fail(`${room(page)} never came to ${state}`);
}

async function both(state) {
  await Promise.all([stands(maria, state), stands(leila, state)]);
}

test("the school begins on the pupil's page, and nothing leaves before the family has signed", async () => {
  await pupil(maria, site, ELSA);
  await maria.getByRole("link", { name: "Börja ett ärende" }).click();
  await maria.getByRole("button", { name: "Börja", exact: true }).click();
  await maria.waitForURL(/\/arende\//);
  id = new URL(maria.url()).pathname.match(/arende\/([0-9a-f-]{36})/)[1];
  await maria.getByText("Inget får lämnas härifrån än").waitFor();
  for (const part of ["Anteckna samtycke", "Anteckna socialtjänstens del"]) {
    await maria.getByRole("link", { name: part, exact: true }).click();
    await maria.getByRole("heading", { level: 1 }).filter({ hasText: "Samtycke" }).waitFor();
    if (part === "Anteckna samtycke") {
      await maria.getByRole("button", { name: "Spara samtycket" }).click();
      await maria.getByRole("alert").getByText("Inga uppgifter är valda").waitFor();
    }
    for (const box of await field(maria, "items").all()) {
      const wanted = ["contact", "referral", "measures_tried", "pupils_words", "course", "meeting_notes", "plan", "reviews"];
      if (wanted.includes(await box.getAttribute("value"))) await box.check();
    }
    for (const box of await field(maria, "who").all()) await box.check();
    await maria.getByRole("button", { name: "Spara samtycket" }).click();
    await maria.waitForURL((url) => url.pathname.endsWith(id));
  }
  await picture(maria, "arende-samtycke");
});

test("the referral says what the other side will read, and why that is lawful", async () => {
  await maria.goto(there(ROOM, "/gor/remittera"));
  const preview = maria.getByRole("table");
  await preview.getByText("Elevens egna ord").waitFor();
  assert.equal(await preview.getByText("OSL 10 kap. 1 §").count(), 4);
  await sound(maria);
  await say(maria, "remittera", async (page) => {
    await field(page, "asks").fill("Hjälp på morgnarna");
    await field(page, "tried").fill("Samtal med mentor");
    await field(page, "pupil").fill("Det är tyst när jag kommer in.");
  });
});

test("the unit manager opens the referral, says whom it is about and hands it out", async () => {
  await annika.goto(`${site.address}/${SOCIAL}/arenden`);
  const before = await annika.locator('a[href*="/arenden/remiss/"]').count();
  for (let tries = 0; tries < 60; tries += 1) {
    const all = await annika.locator('a[href*="/arenden/remiss/"]').evaluateAll((links) => links.map((it) => it.href));
    for (const link of all.toReversed()) {
      await annika.goto(link);
      if (await annika.getByText(ELSA.name).count()) break;
    }
    if (await annika.getByText(ELSA.name).count()) break;
    await annika.waitForTimeout(500);
    await annika.goto(`${site.address}/${SOCIAL}/arenden`);
  }
  assert.ok(before > 0);
  await annika.getByRole("button", { name: "Ta in remissen" }).click();
  await annika.waitForURL((url) => url.pathname.endsWith(id));
  await annika.getByLabel("Till vem?").selectOption({ label: "Leila Karimi" });
  await annika.getByRole("button", { name: "Ge ärendet" }).click();
  await leila.goto(`${site.address}/${SOCIAL}/arenden`);
  await leila.getByRole("link", { name: ELSA.name }).click();
  await leila.getByText("Det är tyst när jag kommer in.").waitFor();
});

test("both sides say yes, once the family's consent is with both", async () => {
  await leila.getByRole("button", { name: "Ta in samtycket" }).click();
  await leila.getByText("Inget får lämnas härifrån än").waitFor({ state: "detached" });
  await say(leila, "ta-emot");
  await say(leila, "sag-ja");
  await stands(maria, "Teamet tittar på remissen");
  await say(maria, "sag-ja");
  await both("Väntar på start");
});

test("start, mapping and plan are one meeting, and the school confirms with one click", async () => {
  await say(maria, "boka-start", (page) => field(page, "meeting").fill("2026-11-20"));
  await stands(leila, "Uppstartsmöte bokat");
  await leila.goto(there(SOCIAL, "/gor/uppstart"));
  await sound(leila);
  await say(leila, "uppstart", async (page) => {
    await field(page, "came").fill("Elsa Nordin, elev\nLena Nordin, vårdnadshavare");
    for (const told of ["application", "duty", "no"]) await field(page, told).check();
    await field(page, "age").fill("13");
    assert.equal(await field(page, "custody").inputValue(), "two", "one of two guardians is not enough by default");
    for (const number of [1, 2]) await field(page, `guardian-${number}`).fill(`Vårdnadshavare ${number}`);
    await field(page, "child").selectOption("wants");
    await field(page, "pupil").fill("Jag vill prova.");
    await field(page, "at-once").check();
    await page.getByText("Kartläggning och plan på samma möte", { exact: true }).click();
    await field(page, "goal-attendance").fill("Två morgnar i veckan");
    await field(page, "activity-0").selectOption("T1/motivating_talk");
    await field(page, "times-0").fill("1");
    await field(page, "minutes-0").fill("45");
    await field(page, "side-0").selectOption("social");
    await field(page, "person-0").fill("Leila Karimi");
    await field(page, "pupil-word").selectOption("yes");
    await field(page, "guardian-name").fill("Lena Nordin");
    await field(page, "guardian-word").selectOption("yes");
    await field(page, "at-meeting").check();
  });
  await both("Planen pågår");
  await maria.getByText("Överenskommen på mötet, bekräftelse väntar").waitFor();
  await say(maria, "bekrafta-plan");
  await stands(leila, "Planen pågår");
});

test("what is done is followed, the plan is looked at, and follow-up becomes sparse", async () => {
  await say(leila, "folj-insats", async (page) => {
    await field(page, "minutes").fill("45");
    await field(page, "result").selectOption("helped");
    await field(page, "pupil").fill("Lättare när vi går.");
  });
  await say(maria, "uppfoljning", (page) => field(page, "pupil").fill("Det går bättre."));
  await say(leila, "glesare");
  await both("Glesare uppföljning");
  await maria.getByText("Lättare när vi går.").waitFor();
});

for (const width of WIDTHS) {
  for (const colorScheme of ["light", "dark"]) {
    test(`a case and the list of cases are sound at ${width} pixels, ${colorScheme}`, async () => {
      const page = await enter(browser, site, "Leila", { width, colorScheme });
      await sound(page);
      await picture(page, `arenden-${width}-${colorScheme}`);
      await page.goto(there(SOCIAL));
      await sound(page);
      await picture(page, `arende-${width}-${colorScheme}`);
      await noSidewaysScroll(page);
      await page.context().close();
    });
  }
}

test("it ends with each side's own reason at home, and both files closed", async () => {
  await say(maria, "avsluta", async (page) => {
    await field(page, "reason").selectOption("goal_met");
    await field(page, "text").fill(OWN.school);
  });
  await stands(leila, "Avslutas");
  await leila.getByText("avslutat enligt plan", { exact: false }).first().waitFor();
  await field(leila, "text").first().fill(OWN.social);
  await leila.getByRole("button", { name: "Spara", exact: true }).first().click();
  await leila.getByText(OWN.social).waitFor();
  await say(maria, "stang-akten");
  await say(leila, "stang-akten");
  await both("Avslutad");
  const [school, social] = await Promise.all([maria, leila].map((page) => page.content()));
  assert.ok(school.includes(OWN.school) && !school.includes(OWN.social), "the school's reason is the school's");
  assert.ok(social.includes(OWN.social) && !social.includes(OWN.school));
  assert.ok(school.includes("uppföljning efter så många månader: 3, 6"), "the family agreed to the school's follow-up");
});

test("a statement is copied to the record system, and a letter and a paper are printed", async () => {
  await maria.goto(there(ROOM));
  await maria.getByRole("link", { name: "Kopiera till journal" }).first().click();
  const text = await maria.locator("main").innerText();
  for (const word of ["Stängde sin akt", "Elsa Nordin", "Leila Karimi"]) assert.ok(text.includes(word), word);
  await maria.getByRole("button", { name: "Det är kopierat" }).click();
  await maria.getByText("Kopierat 2026-11-20").waitFor();
  await maria.getByRole("link", { name: "Brevet" }).last().click();
  await maria.getByText("Skickat", { exact: true }).waitFor();
  await sound(maria);
  await maria.goto(there(ROOM, "/papper/handlingsplan?latt"));
  await maria.getByText("Två morgnar i veckan", { exact: true }).waitFor();
  await sound(maria);
});

test("a family that takes its consent back: what was sent stays, and nothing more arrives", async () => {
  await maria.goto(`${site.address}/${ROOM}/arenden`);
  await maria.getByRole("link", { name: "Yusuf Abdi" }).click();
  await maria.waitForURL(/\/arende\//);
  id = new URL(maria.url()).pathname.match(/arende\/([0-9a-f-]{36})/)[1];
  await maria.locator("summary").filter({ hasText: "Utbildningsnämnden i Björkstad får lämna" }).click();
  await maria.getByRole("link", { name: "Ta tillbaka samtycket" }).first().click();
  await maria.getByText("Det som redan är lämnat finns kvar hos den andra sidan").waitFor();
  await field(maria, "name").fill("Linnea Abdi");
  await maria.getByRole("button", { name: "Ta tillbaka samtycket" }).click();
  await maria.getByText("Delningen har upphört", { exact: true }).waitFor();
  for (let tries = 0; tries < 60; tries += 1) {
    await leila.goto(there(SOCIAL));
    if (await leila.getByText("Delningen har upphört", { exact: true }).count()) break;
    await leila.waitForTimeout(500);
  }
  await leila.getByText("Sedan 2026-11-20 lämnas inget mer").waitFor();
  await leila.getByText("Det är jobbigast att komma in").waitFor();
  assert.ok(!(await leila.content()).includes("Linnea Abdi tar tillbaka"), "nothing of why");
});
