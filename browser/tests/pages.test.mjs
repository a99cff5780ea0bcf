// Every page that somebody of Björkstad meets: sound for axe, readable on a narrow screen, on paper, in both languages.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ELSA, names } from "../help/list.mjs";
import { aria, noSidewaysScroll, picture, sound } from "../help/look.mjs";
import { read, swedish } from "../help/language.mjs";
import { at, browser as launch, demo, enter, open, ROOM, WIDTHS } from "../help/site.mjs";

/** What differs from one run to the next in an address. */
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

let site, browser, elsa, step, proposed, meeting, account;

/** Something of everything is there: steps in each zone, a meeting that is begun, a draft. */
before(async () => {
  [site, browser] = await Promise.all([demo(), launch()]);
  const page = await enter(browser, site, "Maria");
  await page.goto(at(site, `/narvaro?skola=${ELSA.school}&klass=${ELSA.group}`));
  await page.getByRole("link", { name: ELSA.name }).click();
  elsa = new URL(page.url()).pathname.replace(`/${ROOM}`, "");
  for (const [kind, zone, text] of [
    ["pupil_talk", /^Allmän/, "Tycker att fredagarna är långa."],
    ["adaptation", /^Särskilt stöd/, "Börjar nio på fredagar."],
    ["pupil_health_review", /^Elevhälsan/, "Vi följer tillsammans."],
  ]) {
    await page.goto(at(site, `${elsa}/steg?slag=${kind}`));
    if (await page.getByRole("group", { name: /Var ska det stå/ }).count()) await page.getByLabel(zone).check();
    await page.locator("textarea").fill(text);
    await page.getByRole("button", { name: "Spara", exact: true }).click();
    await page.waitForURL(/klart=steg/);
  }
  step = new URL(await page.getByRole("link", { name: "Flytta uppföljningen" }).first().evaluate((it) => it.href)).pathname;
  step = step.replace(`/${ROOM}`, "").replace("/uppfoljning", "");
  await page.goto(at(site, "/eht"));
  await page.getByRole("listitem").filter({ hasText: "Björkskolan" }).getByRole("button", { name: "Börja" }).click();
  await page.getByLabel(/^Föreslå utredning/).check();
  await page.getByLabel("Varför?").fill("Borta mer än hälften av tiden.");
  await page.getByRole("button", { name: "Spara och gå vidare" }).click();
  await page.waitForURL(/\/2$/);
  meeting = new URL(page.url()).pathname.replace(`/${ROOM}`, "").replace("/2", "");
  await page.goto(at(site, `${meeting}/1`));
  proposed = new URL(await page.getByRole("link", { name: "Elevens sida" }).evaluate((it) => it.href)).pathname;
  proposed = proposed.replace(`/${ROOM}`, "");
  await page.context().close();
  const olle = await enter(browser, site, "Olle");
  await olle.goto(at(site, "/konton"));
  account = new URL(await olle.getByRole("link", { name: "Maria Lindgren" }).evaluate((it) => it.href)).pathname;
  account = account.replace(`/${ROOM}`, "");
  await olle.context().close();
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

const OF = {
  Maria: () => ({
    start: "/",
    list: "/narvaro",
    "list-team": "/narvaro?lista=team",
    "list-class": `/narvaro?skola=${ELSA.school}&klass=${ELSA.group}&agerat=alla`,
    "list-none": `/narvaro?skola=${ELSA.school}&klass=${ELSA.group}&agerat=uppfoljning`,
    sitting: "/narvaro/forsta-genomgang?skola=90000101",
    "sitting-choose": "/narvaro/forsta-genomgang",
    pupil: elsa,
    talk: `${elsa}/steg?slag=pupil_talk`,
    elsewhere: `${elsa}/steg?slag=elsewhere`,
    assigned: `${elsa}/steg?slag=assigned`,
    "follow-up": `${step}/uppfoljning`,
    "take-back": `${step}/ta-tillbaka`,
    meetings: "/eht",
    meeting: `${meeting}/1`,
    "meeting-open": `${meeting}/2`,
    minutes: `${meeting}/protokoll`,
    search: "/sok",
    about: "/om",
    missing: "/finns-inte",
  }),
  Birgitta: () => ({ start: "/", list: "/narvaro", quality: `/datakvalitet/${ELSA.school}`, pupil: elsa, decision: `${proposed}/beslut`, decisions: "/mina-beslut", "decisions-item": `/mina-beslut/${proposed.replace("/elev/", "")}`, meetings: "/eht" }),
  Jonas: () => ({ start: "/", list: "/narvaro", pupil: elsa, talk: `${elsa}/steg?slag=pupil_talk` }),
  Selam: () => ({ start: "/", list: "/narvaro" }),
  Amir: () => ({ start: "/", pupil: elsa, review: `${elsa}/steg?slag=pupil_health_review` }),
  Petra: () => ({ start: "/" }),
  Karin: () => ({
    start: "/",
    about: "/om",
    quality: "/datakvalitet",
    "call-list": "/datakvalitet/ringlista",
    "quality-school": `/datakvalitet/${ELSA.school}`,
  }),
  Olle: () => ({ start: "/", quality: "/datakvalitet", "quality-school": `/datakvalitet/${ELSA.school}`, accounts: "/konton", "account-new": "/konton/nytt", account }),
  Stina: () => ({ start: "/", protected: "/skyddade" }),
  Gunilla: () => ({ start: "/" }),
  Erik: () => ({ start: "/" }),
};

for (const [person, pages] of Object.entries(OF)) {
  for (const width of WIDTHS) {
    test(`the pages of ${person} are sound at ${width} pixels, and none scrolls sideways at 320`, async (t) => {
      const page = await enter(browser, site, person, { width });
      for (const [name, path] of Object.entries(pages())) {
        await t.test(name, async () => {
          const answer = await page.goto(at(site, path));
          assert.ok([200, 404].includes(answer.status()) && (answer.status() === 404) === (name === "missing"), answer.status());
          await page.evaluate(() => document.fonts.ready);
          await picture(page, `${person}-${name}-${width}`);
          await sound(page);
          if (width === 390) await noSidewaysScroll(page);
        });
      }
      await page.context().close();
    });
  }
}

for (const [person, pages] of Object.entries(OF)) {
  test(`the pages of ${person} are in English when one wants them so, and no Swedish sentence is left`, async (t) => {
    const page = await enter(browser, site, person);
    await page.getByRole("button", { name: "English" }).click();
    await page.locator("html[lang=en]").waitFor();
    for (const [name, path] of Object.entries(pages())) {
      await t.test(name, async () => {
        await page.goto(at(site, path));
        assert.equal(await page.locator("html").getAttribute("lang"), "en");
        assert.deepEqual(swedish(await read(page)), []);
      });
    }
    await page.getByRole("button", { name: "Svenska" }).click();
    await page.locator("html[lang=sv]").waitFor();
    assert.ok(swedish(await read(page)).length > 3, "it would have been seen");
    await page.context().close();
  });
}

test("the list stays as it was asked for when the language is changed, also when it has just been renewed", async () => {
  const page = await enter(browser, site, "Maria");
  const asked = `/narvaro?skola=${ELSA.school}&klass=${ELSA.group}&agerat=alla`;
  await page.goto(at(site, asked));
  const listed = await names(page);
  await page.getByRole("button", { name: "English" }).click();
  await page.waitForURL(at(site, asked));
  assert.deepEqual(await names(page), listed);
  await page.getByLabel("Class", { exact: true }).selectOption("8A");
  await page.waitForURL(/klass=8A/);
  await page.locator("main tbody tr").filter({ hasNotText: "8A" }).first().waitFor({ state: "detached" });
  const renewed = await names(page);
  await page.getByRole("button", { name: "Svenska" }).click();
  await page.getByRole("heading", { name: "Närvaro", level: 1 }).waitFor();
  assert.match(page.url(), /klass=8A/);
  assert.deepEqual(await names(page), renewed);
  await page.context().close();
});

test("in dark colours and on paper the pages of Maria are sound too", async () => {
  const page = await enter(browser, site, "Maria", { colorScheme: "dark" });
  for (const name of ["start", "list-class", "pupil", "talk", "meeting", "minutes", "sitting"]) {
    await page.goto(at(site, OF.Maria()[name]));
    await page.emulateMedia({ media: "screen" });
    await picture(page, `Maria-${name}-dark`);
    await sound(page);
    await page.emulateMedia({ media: "print" });
    await picture(page, `Maria-${name}-print`);
    const color = await page.locator("h1").evaluate((it) => getComputedStyle(it).color);
    assert.equal(color, "rgb(0, 0, 0)", name);
    assert.equal(await page.getByRole("navigation", { name: "Huvudmeny" }).isVisible(), false, name);
  }
  await page.context().close();
});

test("the printed page of a pupil shows the weeks as numbers, small, and goes on with the reasons to ask", async () => {
  const page = await enter(browser, site, "Maria", { width: 690 }); // what A4 has between its margins
  await page.goto(at(site, elsa));
  const table = page.getByRole("table", { name: "Vecka för vecka" });
  assert.equal(await table.isVisible(), false, "on the screen one asks for it");
  await page.emulateMedia({ media: "print" });
  await picture(page, "Maria-pupil-paper");
  const boxes = await table.getByRole("row").evaluateAll((rows) => rows.map((it) => it.getBoundingClientRect().height));
  assert.ok(boxes.length > 50 && boxes.every((height) => height > 8 && height < 20), boxes.join());
  assert.equal(await page.getByText("Visa siffrorna").isVisible(), false, "there is nothing to press on paper");
  for (const name of ["Skäl att fråga", "Det som är gjort"]) await page.getByRole("heading", { name }).waitFor();
  const paper = await page.pdf({ preferCSSPageSize: true });
  const sheets = paper.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
  assert.ok(sheets <= 5, `${sheets} sheets`);
  await page.context().close();
});

test("the cards of the first sitting are low enough for four on a telephone", async () => {
  const page = await enter(browser, site, "Maria", { width: 390 });
  await page.goto(at(site, OF.Maria().sitting));
  const heights = await page.locator("main tbody tr").evaluateAll((rows) => rows.map((it) => it.getBoundingClientRect().height));
  assert.ok(heights.length > 10 && heights.every((height) => height < 160), heights.join());
  await page.context().close();
});

test("the demo's door is sound", async () => {
  for (const width of WIDTHS) {
    const page = await open(browser, site.address, { width });
    await picture(page, `door-${width}`);
    await sound(page);
    await noSidewaysScroll(page);
    await page.context().close();
  }
});

test("a screen reader gets the main pages as it should", async () => {
  const mask = (text) => text.replace(UUID, "ID");
  const page = await open(browser, site.address);
  await aria(page.locator("main"), "pages/door", mask);
  await page.context().close();
  const shown = {
    Maria: ["start", "list-class", "pupil", "talk", "meeting-open", "minutes", "follow-up", "take-back"],
    Birgitta: ["start", "decision"],
    Jonas: ["pupil"],
    Karin: ["start"],
    Olle: ["accounts", "account-new"],
    Stina: ["protected"],
  };
  for (const [person, names] of Object.entries(shown)) {
    const page = await enter(browser, site, person);
    for (const name of names) {
      await page.goto(at(site, OF[person]()[name]));
      await aria(page.locator("main"), `pages/${person.toLowerCase()}-${name}`, mask);
    }
    await page.context().close();
  }
});
