// A room that is no demo, from the first command to the mentor's page: accounts, passwords, codes from an app, and the
// first walk. The tests are one story and run in this order.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { choose, factor, make, password, signIn, signOut } from "../help/account.mjs";
import { names, row, words } from "../help/list.mjs";
import { noSidewaysScroll, picture, sound } from "../help/look.mjs";
import { browser as launch, folder, open, rooms, run } from "../help/site.mjs";
import { Telephone, code } from "../help/totp.mjs";

const SLUG = "bjorkstad";
const EXAMPLE = fileURLToPath(new URL("../../docs/room-example.toml", import.meta.url));
/** The school and the class of the story. */
const SCHOOL = { unit: "90000101", name: "Björkskolan", group: "7A" };
/** What is written, and where. */
const SAID = { general: "Bussen går för tidigt.", health: "Sover dåligt sedan i höstas.", why: "Frånvaron har stigit sedan oktober." };

let browser, place, data, site, address, pupil;
/** By login: the password that holds, and the telephone when it is connected. */
const people = {};

const at = (path) => `${address}${path}`;
const main = (page) => words(page.locator("main"));

before(async () => {
  [browser, place] = await Promise.all([launch(), folder()]);
  data = join(place.path, "data");
  const files = join(place.path, "files");
  const room = ["--room", SLUG, "--data", data];
  await run(["room", "create", SLUG, "--kind", "school", "--name", "Utbildningsnämnden i Björkstad", "--data", data]);
  await run(["room", "describe", ...room, EXAMPLE]);
  const city = ["--pupils", "500", "--seed", "3", "--year", "2026", "--as-of", "2026-11-20", "--format", "csv"];
  await run(["absence", "synth", ...city, "--out", files]);
  await run(["import", ...room, "--as-of", "2026-11-20", join(files, "pupils.csv"), join(files, "lessons.csv")]);
  site = await rooms(data, 0);
  address = `${site.address}/${SLUG}`;
});

after(async () => {
  await browser?.close();
  await site?.stop();
  await place?.remove();
});

test("the codes are those of the standard", () => {
  assert.equal(code("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", 1), "287082"); // RFC 6238, appendix B, at 59 seconds
});

test("whoever reads the terminal makes the first account, once, and connects a telephone", async () => {
  const page = await open(browser, site.address);
  assert.equal(page.url(), at("/forsta-gangen"), "the only room has no account yet");
  await sound(page);
  await noSidewaysScroll(page);
  people.olle = { login: "olle", password: "hav tall lykta vinter" };
  await page.getByLabel("Ditt namn").fill("Olle Berg");
  await page.getByLabel("Användarnamn").fill("olle");
  await page.getByLabel("Lösenord").fill(people.olle.password);
  await page.getByLabel("Kod från terminalen").fill("gissar");
  await page.getByRole("button", { name: "Gör kontot" }).click();
  await page.getByRole("alert").waitFor();
  assert.equal(await page.getByLabel("Ditt namn").inputValue(), "Olle Berg");
  assert.equal(await page.getByLabel("Lösenord").inputValue(), "");

  const [, shown] = site.said.join("\n").match(/skriv koden (\S+) /);
  await page.getByLabel("Kod från terminalen").fill(shown);
  await page.getByLabel("Lösenord").fill(people.olle.password);
  await page.getByRole("button", { name: "Gör kontot" }).click();
  await page.waitForURL(/\/logga-in/);

  await password(page, people.olle);
  const key = await page.locator("main code").textContent();
  assert.match(key, /^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
  assert.equal(await page.getByRole("img", { name: /Ruta att läsa av/ }).count(), 1);
  await sound(page);
  await noSidewaysScroll(page);
  await picture(page, "real-factor");
  await factor(page, "000000");
  await page.getByRole("alert").waitFor();
  people.olle.telephone = new Telephone(await page.locator("main code").textContent());
  assert.equal(people.olle.telephone.secret, key, "the same key");
  await factor(page, await people.olle.telephone.next());
  await page.getByRole("link", { name: "Jag har sparat dem, fortsätt" }).click();
  await page.getByRole("heading", { name: /Olle/, level: 1 }).waitFor();
  assert.equal((await page.goto(at("/forsta-gangen"))).status(), 404);
  await page.context().close();
});

test("the administrator makes accounts in the browser; passwords are shown once; one account comes from a command", async () => {
  const page = await open(browser, at("/konton"), { javaScriptEnabled: false });
  await signIn(page, people.olle);
  assert.equal(page.url(), at("/konton"), "where one was going");
  for (const [login, name, role] of [
    ["maria", "Maria Lindgren", "kurator"],
    ["birgitta", "Birgitta Åström", "rektor"],
  ]) {
    people[login] = await make(page, address, { login, name, role, school: SCHOOL.name });
    await page.getByRole("link", { name: "Till konton" }).click();
    assert.match(await words(page.getByRole("row").filter({ hasText: name })), /Har inte loggat in än/);
  }
  const roles = ["--role", "Mentor", "--unit", SCHOOL.unit, "--class", SCHOOL.group];
  const said = await run(["account", "create", "--room", SLUG, "--data", data, ...roles, "--name", "Jonas Ekdahl", "--login", "jonas"]);
  people.jonas = { login: "jonas", password: said.trim().split("\n").at(-1) };
  await page.reload();
  assert.match(await words(page.getByRole("row").filter({ hasText: "Jonas Ekdahl" })), /mentor för 7A, Björkskolan/);
  await page.goto(at("/narvaro?agerat=alla"));
  assert.deepEqual(await names(page), [], "who looks after accounts sees no pupil");
  await signOut(page);
  await page.context().close();
});

test("the counsellor chooses her own password, holds the first sitting, and documents a talk", async () => {
  const page = await open(browser, at(`/narvaro?skola=${SCHOOL.unit}`));
  assert.match(page.url(), /\/logga-in\?till=/);
  await password(page, people.maria, "fel lösenord som är långt");
  await page.getByRole("alert").waitFor();
  await signIn(page, people.maria);
  for (const path of ["/", "/narvaro", "/eht", "/om"]) {
    await page.goto(at(path));
    assert.equal(page.url(), at("/nytt-losenord"), `${path} does not open before`);
  }
  await sound(page);
  await noSidewaysScroll(page);
  await picture(page, "real-password");
  await choose(page, people.maria, "regn cykel moln spade");

  await page.getByRole("link", { name: `Första genomgången på ${SCHOOL.name}` }).first().click();
  await page.getByRole("checkbox").first().check();
  const known = (await page.locator("main tbody th").first().textContent()).trim();
  await page.getByRole("button", { name: /^Markera som kända/ }).click();
  await page.getByText("1 elev är markerad som känd.").waitFor();
  await page.getByRole("button", { name: "Avsluta genomgången" }).click();
  await page.getByText("Genomgången är avslutad.").waitFor();

  await page.goto(at(`/narvaro?skola=${SCHOOL.unit}&klass=${SCHOOL.group}`));
  const [first] = (await names(page)).filter((name) => name !== known);
  await page.getByRole("link", { name: first, exact: true }).click();
  await page.getByRole("heading", { name: first, level: 1 }).waitFor();
  pupil = { name: first, path: new URL(page.url()).pathname.replace(`/${SLUG}`, "") };
  await sound(page);
  for (const [kind, zone, text] of [["pupil_talk", /^Allmän/, SAID.general], ["pupil_talk", /^Elevhälsan/, SAID.health]]) {
    await page.goto(at(`${pupil.path}/steg?slag=${kind}`));
    await page.getByLabel(zone).check();
    await page.getByLabel("Vad kom fram?").fill(text);
    await page.getByRole("button", { name: "Spara", exact: true }).click();
    await page.getByText(text).waitFor();
  }
  await page.goto(at(`/narvaro?skola=${SCHOOL.unit}&klass=${SCHOOL.group}&agerat=klara`));
  assert.match(await words(row(page, pupil.name)), /Samtal med eleven .* · Maria Lindgren/i);
  assert.deepEqual(page.complaints, []);

  await signOut(page);
  for (const path of ["/narvaro", pupil.path]) {
    await page.goto(at(path));
    assert.match(page.url(), /\/logga-in/, path);
  }
  await page.context().close();
});

test("a meeting in pupil health is held, its decision becomes the minutes", async () => {
  const page = await open(browser, at("/eht"));
  await password(page, people.maria);
  await factor(page, people.maria.telephone.again());
  await page.getByRole("alert").waitFor(); // a code is good once
  await factor(page, await people.maria.telephone.next());
  await page.waitForURL(/\/eht$/);
  await page.getByRole("button", { name: "Börja" }).click();
  await page.waitForURL(/\/1$/);
  await page.getByLabel(/^Avvakta/).check();
  await page.getByRole("button", { name: "Spara och gå vidare" }).click();
  await page.waitForURL(/\/(2|protokoll)$/);
  await page.goto(page.url().replace(/\/2$/, "/protokoll"));
  assert.match(await main(page), /Avvakta/);
  await page.getByRole("button", { name: "Avsluta mötet" }).click();
  await page.getByText("Mötet är avslutat.", { exact: true }).waitFor();
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("the head teacher decides on an inquiry, reads what is general and not what pupil health wrote", async () => {
  const page = await open(browser, at("/"), { width: 390 });
  await signIn(page, people.birgitta);
  await choose(page, people.birgitta, "skruv ljung kanot fredag");
  await page.goto(at(pupil.path));
  assert.match(await main(page), new RegExp(SAID.general));
  assert.doesNotMatch(await page.content(), new RegExp(SAID.health));
  await page.getByRole("link", { name: /^Besluta enligt 7 kap\. 19 a §/ }).click();
  await page.getByLabel("Utredning inleds").check();
  await page.getByLabel("Därför att").fill(SAID.why);
  await page.getByRole("button", { name: "Spara beslutet" }).click();
  await page.getByText("Beslutet är dokumenterat.").waitFor();
  assert.match(await words(page.getByRole("listitem").filter({ hasText: SAID.why })), /Birgitta Åström.*Beslut: frånvaron utreds/);
  await sound(page);
  await page.context().close();
});

test("what is typed when the session has ended is sent once more and is there once", async () => {
  const page = await open(browser, at(`${pupil.path}/beslut`));
  await signIn(page, people.birgitta);
  await page.goto(at(`${pupil.path}/beslut`));
  await page.getByLabel("Utredning behövs inte").check();
  await page.getByLabel("Därför att").fill("Läkarintyg till jul har kommit in.");
  const other = await page.context().newPage();
  await other.goto(at("/"));
  await signOut(other);
  await page.getByRole("button", { name: "Spara beslutet" }).click();
  await page.getByRole("heading", { name: "Det du skrev finns kvar" }).waitFor();
  await sound(page);
  await signIn(other, people.birgitta);
  await page.getByRole("button", { name: "Skicka igen" }).click();
  await page.getByText("Beslutet är dokumenterat.").waitFor();
  await page.goto(at(pupil.path));
  assert.equal(await page.getByText("Läkarintyg till jul har kommit in.").count(), 1);
  await page.context().close();
});

test("the mentor has the own class, and of what others wrote for others sees that and when, never what", async () => {
  const page = await open(browser, at("/"));
  await signIn(page, people.jonas);
  await choose(page, people.jonas, "lampa gräs tisdag båt");
  await page.goto(at("/narvaro?agerat=alla"));
  const listed = await page.locator("main tbody tr").allTextContents();
  assert.ok(listed.length > 0 && listed.every((it) => it.includes(SCHOOL.group)), listed.join("\n"));
  await page.getByRole("link", { name: pupil.name, exact: true }).click();
  await page.getByRole("heading", { name: pupil.name, level: 1 }).waitFor();
  const said = await main(page);
  assert.ok(said.includes(SAID.general), said);
  assert.match(said, /Något är gjort/);
  assert.doesNotMatch(await page.content(), new RegExp(`${SAID.health}|${SAID.why}`));
  for (const path of [`${pupil.path}/beslut`, "/konton"]) assert.equal((await page.goto(at(path))).status(), 404, path);
  await sound(page);
  await page.context().close();
});

test("nobody chooses whom to be in a room that no demo made", async () => {
  const answer = await fetch(`${site.address}/demo`, {
    method: "POST",
    body: new URLSearchParams({ rum: SLUG, person: "00000000-0000-0000-0000-000000000000" }),
    redirect: "manual",
  });
  assert.equal(answer.status, 404);
  assert.equal((await fetch(`${site.address}/komponenter`)).status, 404);
});

test("no name and no sentence stands in the clear in the room's folder", async () => {
  const under = async (path) => {
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    const files = entries.filter((it) => it.isFile()).map((it) => join(it.parentPath ?? it.path, it.name));
    return Promise.all(files.map(async (file) => [file, await readFile(file)]));
  };
  const holding = (files, word) => files.filter(([, bytes]) => bytes.includes(word)).map(([file]) => file);
  const [room, imported] = await Promise.all([under(data), under(join(place.path, "files"))]);
  assert.ok(holding(imported, pupil.name.split(" ").at(-1)).length > 0, "the search finds what is there");
  for (const word of [...Object.values(SAID), pupil.name, "Maria Lindgren", ...Object.values(people).map((it) => it.password)]) {
    assert.deepEqual(holding(room, word), [], word);
  }
});
