// "Prova en vecka" (docs/prova-en-vecka.md), on files as dirty as schools' files are: the hour of whoever looks after the
// machine, the administrator's hour, the two meetings of pupil health, and the receipt. One story, in this order.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { later, write } from "../fixtures/vecka/make.mjs";
import { choose, factor, make, password, signIn, signOut } from "../help/account.mjs";
import { names, row, words } from "../help/list.mjs";
import { noSidewaysScroll, picture, sound } from "../help/look.mjs";
import { browser as launch, folder, open, rooms, run } from "../help/site.mjs";

const SLUG = "bjorkstad";
const SCHOOL = { unit: "90000101", name: "Björkskolan" };
const TODAY = new Date().toISOString().slice(0, 10);
/** The Monday of the last week that is over. */
const MONDAY = later(TODAY, -7 - ((new Date(`${TODAY}T12:00:00Z`).getUTCDay() + 6) % 7));
/** Words of the files that nobody is to read in a terminal or on the administrator's pages. */
const CONTENT = /Nordin|Elsa|Öhman|Siffra|130314|9809|Fri text/;

let browser, place, data, files, site, address, admin;
const olle = { login: "olle", password: "hav tall lykta vinter" };
let maria;

const room = () => ["--room", SLUG, "--data", data];
const file = (name) => join(files, name);
const main = (page) => words(page.locator("main"));
const over = (page) => page.getByText(/Stoppad|Inläst|Gick inte att läsa in/).first().waitFor({ timeout: 90_000 });

/** Terms that hold today whatever the day is: the room is told of them as of any other school's. */
function description() {
  const year = Number(TODAY.slice(0, 4)) - (TODAY.slice(5) < "08-01" ? 1 : 0);
  const terms = `[["${year}-08-01", "${year}-12-31"], ["${year + 1}-01-01", "${year + 1}-07-31"]]`;
  return `[[school]]\nunit = ${SCHOOL.unit}\nname = "${SCHOOL.name}"\ndistrict = "Centrum"\n\n[[year]]\nstart = ${year}\nterms = ${terms}\n`;
}

async function send(page, ...chosen) {
  await page.goto(`${address}/import`);
  await page.getByLabel("Filer", { exact: true }).setInputFiles(chosen.map(file));
  await page.getByRole("button", { name: "Skicka filerna" }).click();
  await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
}

async function read(page, ...chosen) {
  await send(page, ...chosen);
  await page.getByRole("button", { name: "Läs in filerna" }).click();
  await over(page);
}

before(async () => {
  [browser, place] = await Promise.all([launch(), folder()]);
  [data, files] = ["data", "export"].map((name) => join(place.path, name));
  mkdirSync(files);
  write(files, MONDAY);
});

after(async () => {
  await browser?.close();
  await site?.stop();
  await place?.remove();
});

test("the room is made and told of its school, and reading is rehearsed without storing anything", async () => {
  await run(["room", "create", SLUG, "--kind", "school", "--name", "Utbildningsnämnden i Björkstad", "--data", data]);
  const told = join(place.path, "rummet.toml");
  writeFileSync(told, description());
  await run(["room", "describe", ...room(), told]);
  const both = ["elevlista.csv", "franvaro-hosten.csv"].map(file);
  const said = await run(["import", "--dry-run", ...room(), ...both]);
  assert.match(said, /elevlista\.csv/);
  assert.match(said, /Björkskolan/);
  assert.doesNotMatch(said, CONTENT);
  assert.ok(existsSync(join(data, "keys", `${SLUG}.key`)), "the key to copy");
});

test("the autumn goes in by one command, and what could not be read is told by row, column and remedy", async () => {
  const said = await run(["import", ...room(), ...["elevlista.csv", "franvaro-hosten.csv"].map(file)]);
  assert.match(said, /rad \d+.*personnummer/is, "the check digit that is wrong");
  assert.match(said, /rad \d+.*årskurs/is, "the grade that is missing");
  assert.match(said, /rad \d+.*datum/is, "the 31st of November");
  assert.doesNotMatch(said, CONTENT);
});

test("the administrator makes the first account by the code from the terminal, and keeps the recovery codes", async () => {
  site = await rooms(data, 0);
  address = `${site.address}/${SLUG}`;
  admin = await open(browser, site.address);
  const [, shown] = site.said.join("\n").match(/skriv koden (\S+) /);
  await admin.getByLabel("Ditt namn").fill("Olle Berg");
  await admin.getByLabel("Användarnamn").fill(olle.login);
  await admin.getByLabel("Lösenord").fill(olle.password);
  await admin.getByLabel("Kod från terminalen").fill(shown);
  await admin.getByRole("button", { name: "Gör kontot" }).click();
  await admin.waitForURL(/\/logga-in/);
  await signIn(admin, olle);
  assert.ok(olle.recovery.length >= 8);
  await make(admin, address, { login: "pia", name: "Pia Holm", role: "administratör" });
  maria = await make(admin, address, { login: "maria", name: "Maria Lindgren", role: "kurator", school: SCHOOL.name });
  await admin.goto(`${address}/`);
  assert.match(await main(admin), /Siffrorna gäller till och med .*Senaste inläsning \d{4}-\d\d-\d\d/);
  assert.doesNotMatch(await main(admin), CONTENT);
});

test("a lost telephone is no lost week: a recovery code lets in, once", async () => {
  await signOut(admin);
  await password(admin, olle);
  const [first] = olle.recovery;
  await factor(admin, first);
  await admin.getByText("Du loggade in med en reservkod, och den är förbrukad.").waitFor();
  await signOut(admin);
  await password(admin, olle);
  await factor(admin, first);
  await admin.getByRole("alert").waitFor();
  await factor(admin, await olle.telephone.next());
  await admin.getByRole("button", { name: "Logga ut", exact: true }).waitFor();
  await admin.goto(`${address}/import`);
  await admin.getByRole("heading", { name: "Nya filer" }).waitFor();
});

test("first meeting: pupil health goes through the list of the school, and writes down what it does", async () => {
  const page = await open(browser, `${address}/`);
  await signIn(page, maria);
  await choose(page, maria, "regn cykel moln spade");
  await page.getByRole("link", { name: `Första genomgången på ${SCHOOL.name}` }).first().click();
  await page.getByRole("checkbox").first().check();
  await page.getByRole("button", { name: /^Markera som kända/ }).click();
  await page.getByText("1 elev är markerad som känd.").waitFor();
  await page.getByRole("button", { name: "Avsluta genomgången" }).click();
  await page.getByText("Genomgången är avslutad.").waitFor();
  await page.goto(`${address}/narvaro?skola=${SCHOOL.unit}&agerat=alla`);
  const listed = await names(page);
  assert.ok(listed.includes("Tove Björk"), listed.join(", "));
  assert.ok(!listed.includes("Vera Holm"), "protected identity");
  await page.getByRole("link", { name: "Tove Björk", exact: true }).click();
  await page.getByRole("heading", { name: "Tove Björk", level: 1 }).waitFor();
  await page.goto(`${page.url()}/steg?slag=guardian_contact`);
  await page.getByRole("textbox").first().fill("Pappa ringer på torsdag.");
  await page.getByRole("button", { name: "Spara", exact: true }).click();
  await page.getByText("Pappa ringer på torsdag.").waitFor();
  await sound(page);
  await page.context().close();
});

test("half a week's file is held: the comparison says so, and it is thrown away", async () => {
  await send(admin, "franvaro-veckan-halv.csv");
  await admin.getByRole("link", { name: "Ändra hur filen läses" }).click();
  await admin.getByText("De första raderna").first().waitFor();
  assert.doesNotMatch(await admin.content(), CONTENT, "rows are masked");
  await sound(admin);
  await admin.goBack();
  await admin.getByRole("button", { name: "Läs in filerna" }).click();
  await over(admin);
  const said = await main(admin);
  assert.match(said, /Stoppad/);
  assert.match(said, /Björkskolan/);
  await sound(admin);
  await noSidewaysScroll(admin);
  await picture(admin, "vecka-held");
  await admin.getByRole("button", { name: "Kasta" }).click();
  await admin.getByRole("heading", { name: "Importen är kastad" }).waitFor();
});

test("the whole week goes in, is undone, and goes in again", async () => {
  await read(admin, "franvaro-veckan.csv");
  assert.match(await main(admin), /Inläst/);
  assert.doesNotMatch(await main(admin), CONTENT);
  await picture(admin, "vecka-done");
  await admin.getByRole("link", { name: "Ångra importen" }).click();
  await admin.getByRole("button", { name: "Ångra importen nu" }).click();
  await admin.getByRole("heading", { name: "Importen är ångrad" }).waitFor({ timeout: 90_000 });
  await read(admin, "franvaro-veckan.csv");
  assert.match(await main(admin), /Inläst/);
});

test("data quality says where reports are missing, and the school is on the list of whom to phone or needs no call", async () => {
  await admin.goto(`${address}/datakvalitet`);
  assert.match(await main(admin), /Björkskolan/);
  await admin.goto(`${address}/datakvalitet/${SCHOOL.unit}`);
  assert.match(await main(admin), /7B/);
  assert.doesNotMatch(await main(admin), CONTENT);
  await admin.goto(`${address}/datakvalitet/ringlista`);
  await sound(admin);
  await picture(admin, "vecka-calls");
});

test("second meeting: EHT-läge, one pupil at a time, and the minutes", async () => {
  const page = await open(browser, `${address}/eht`, { width: 390 });
  await signIn(page, maria);
  await page.goto(`${address}/eht`);
  await page.getByRole("button", { name: "Börja" }).first().click();
  await page.waitForURL(/\/1$/);
  await page.getByLabel(/^Avvakta/).check();
  await page.getByRole("button", { name: "Spara och gå vidare" }).click();
  await page.waitForURL(/\/(2|protokoll)$/);
  await page.goto(page.url().replace(/\/2$/, "/protokoll"));
  assert.match(await main(page), /Avvakta/);
  await sound(page);
  await noSidewaysScroll(page);
  await page.getByRole("button", { name: "Avsluta mötet" }).click();
  await page.getByText("Mötet är avslutat.", { exact: true }).waitFor();
  await page.goto(`${address}/narvaro?skola=${SCHOOL.unit}&agerat=alla`);
  assert.match(await words(row(page, "Tove Björk")), /Maria Lindgren/);
  await page.context().close();
});

test("a copy is given back elsewhere, and then everything goes, with a receipt", async () => {
  await admin.context().close();
  const [copies, other] = ["kopior", "prov"].map((name) => join(place.path, name));
  [copies, other, join(other, "keys")].forEach((path) => mkdirSync(path, { mode: 0o700 }));
  await run(["backup", ...room(), "--to", copies]);
  const [copy] = readdirSync(copies).filter((name) => name.endsWith(".tar.zst"));
  await copyFile(join(data, "keys", `${SLUG}.key`), join(other, "keys", `${SLUG}.key`));
  await run(["restore", join(copies, copy), "--room", SLUG, "--data", other]);
  await run(["room", "verify", "--room", SLUG, "--data", other]);
  await site.stop();
  await run(["room", "destroy", ...room()], { input: `${SLUG}\n` });
  const [receipt] = readdirSync(join(data, "destroyed"));
  assert.match(readFileSync(join(data, "destroyed", receipt), "utf8"), /bjorkstad/);
  assert.ok(!existsSync(join(data, "keys", `${SLUG}.key`)));
  assert.deepEqual(readdirSync(copies).filter((name) => !name.startsWith(".")), [], "the copies that the room knew");
});
