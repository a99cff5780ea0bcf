// The administrator's hour: files from the school's system into a room, how they are read, a delivery that is held, and
// one that is undone. The tests are one story and run in this order.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { words } from "../help/list.mjs";
import { noSidewaysScroll, picture, sound } from "../help/look.mjs";
import { at, browser as launch, demo, enter, folder, WIDTHS } from "../help/site.mjs";

const FIXTURES = fileURLToPath(new URL("../../crates/exchange/fixtures/", import.meta.url));
const DIRTY = readFileSync(join(FIXTURES, "csv/lessons_1252.csv"));

let site, browser, place, page;

const main = () => words(page.locator("main"));
const files = (...names) => names.map((name) => join(place.path, name));

/** A workbook of the fixture's parts, stored as they are. */
function workbook(to) {
  const script = "import sys,zipfile,pathlib\nz=zipfile.ZipFile(sys.argv[2],'w',zipfile.ZIP_DEFLATED)\nb=pathlib.Path(sys.argv[1])\n[z.write(p,p.relative_to(b)) for p in sorted(b.rglob('*')) if p.is_file()]";
  execFileSync("python3", ["-c", script, join(FIXTURES, "xlsx"), to]);
}

async function send(...names) {
  await page.goto(at(site, "/import"));
  await page.getByLabel("Filer", { exact: true }).setInputFiles(files(...names));
  await page.getByRole("button", { name: "Skicka filerna" }).click();
  await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
}

/** The page as people meet it: wide, narrow, light and dark. */
async function looked(name) {
  for (const width of WIDTHS) {
    for (const colorScheme of ["light", "dark"]) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await picture(page, `import-${name}-${width}-${colorScheme}`);
      await sound(page);
    }
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: "light" });
  await noSidewaysScroll(page);
}

before(async () => {
  [site, browser, place] = await Promise.all([demo(), launch(), folder()]);
  mkdirSync(join(place.path, "more"));
  writeFileSync(join(place.path, "frånvaro v47.csv"), DIRTY);
  workbook(join(place.path, "elever.xlsx"));
  cpSync(join(FIXTURES, "csv/pupils.csv"), join(place.path, "elever.csv"));
  page = await enter(browser, site, "Olle");
});

after(async () => {
  await browser?.close();
  await site?.stop();
  await place?.remove();
});

test("the page takes several files and says of each how it is read and what is missing", async () => {
  await page.getByRole("link", { name: "Import", exact: true }).click();
  await page.getByRole("heading", { name: "Nya filer" }).waitFor();
  await looked("list");
  await page.getByRole("button", { name: "Skicka filerna" }).click();
  await page.getByRole("alert").getByText("Välj minst en fil.").waitFor();
  await looked("refused");
  await send("elever.xlsx", "frånvaro v47.csv");
  assert.match(await main(), /elever\.xlsx.*Excel/);
  assert.match(await main(), /frånvaro v47\.csv.*CSV/);
  await looked("waiting");
});

test("columns are told in the page, nothing that was answered is lost, and it is saved as a profile", async () => {
  await page.getByRole("listitem").filter({ hasText: "frånvaro v47.csv" }).getByRole("link", { name: "Ändra hur filen läses" }).click();
  await page.getByText("De första raderna").first().waitFor();
  assert.doesNotMatch(await main(), /130314|9809/, "numbers are masked");
  await looked("mapping");
  const choice = page.getByLabel("Kommentar: det här är");
  await choice.selectOption({ label: "klass" });
  await page.getByLabel("Tomt betyder ingen frånvaro").check();
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Visa igen" }).click()]);
  assert.equal(await page.getByLabel("Kommentar: det här är").inputValue(), "class");
  assert.ok(await page.getByLabel("Tomt betyder ingen frånvaro").isChecked());
  await page.getByLabel("Kommentar: det här är").selectOption({ label: "Används inte" });
  await page.getByText("Mer om filen").click();
  await page.getByLabel("Andel felaktiga rader").fill("många");
  await page.getByLabel("Namn på profilen").fill("Vårt system, frånvaro");
  await page.getByRole("button", { name: "Spara som profil och använd" }).click();
  await page.getByRole("alert").getByText("Skriv ett tal från 1 till 100").waitFor();
  assert.equal(await page.getByLabel("Namn på profilen").inputValue(), "Vårt system, frånvaro");
  await looked("mapping-refused");
  await page.getByLabel("Andel felaktiga rader").fill("50");
  await page.getByRole("button", { name: "Spara som profil och använd" }).click();
  await page.getByText("Profilen är sparad och används för filen.").waitFor();
  assert.match(await main(), /profilen Vårt system, frånvaro/);
});

test("what speaks against a delivery holds it, with a comparison, until somebody says yes or no", async () => {
  await send("frånvaro v47.csv");
  assert.match(await main(), /profilen Vårt system, frånvaro/, "the file is recognised");
  await page.getByRole("button", { name: "Läs in filerna" }).click();
  await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
  // The page shows itself anew when it is over; nobody reloads it.
  await page.getByText(/Stoppad|Inläst|Gick inte att läsa in/).first().waitFor({ timeout: 90_000 });
  await looked("after-one-pupil");
  assert.match(await main(), /Stoppad/);
  await page.getByRole("button", { name: "Kasta" }).click();
  await page.getByRole("heading", { name: "Importen är kastad" }).waitFor();
  await looked("discarded");
});

/** Twelve digits with the check digit of Luhn. */
function number(at) {
  const short = `130101${100 + at}`;
  const sum = [...short].reduce((all, digit, place) => {
    const it = Number(digit) * (place % 2 ? 1 : 2);
    return all + (it > 9 ? it - 9 : it);
  }, 0);
  return `20${short}${(10 - (sum % 10)) % 10}`;
}

/** A school that the city did not have, as its system writes it: Windows-1252, semicolons, a title above. */
const roster = (many) =>
  ["Elevlista;;;;;;;", "Personnummer;Elevnamn;Klass;Årskurs;Skolform;Skola;Sekretess;Inskriven från"]
    .concat(Array.from({ length: many }, (_, at) => `${number(at)};Åsa Öst;7C;7;Grundskola;90000190;Nej;2026-08-17`))
    .join("\r\n");

const lessons = (many, monday, invalid = 0) =>
  ["Frånvarorapport;;;;;;;;", "Personnr;Skolenhet;Åk;Datum;Starttid;Ämne;Lektionslängd (min);Giltig frånvaro (min);Ogiltig frånvaro (min)"]
    .concat(
      Array.from({ length: many * 5 }, (_, at) => {
        const day = String(monday + (at % 5)).padStart(2, "0");
        return `${number(Math.floor(at / 5))};90000190;7;2026-11-${day};08.15;SV;50;0;${invalid}`;
      }),
    )
    .concat("20130101-0000;90000190;7;2026-11-16;08.15;SV;50;0;0", "")
    .join("\r\n");

const write = (name, text) => writeFileSync(join(place.path, name), Buffer.from(text, "latin1"));

async function read(...names) {
  await send(...names);
  await page.getByRole("button", { name: "Läs in filerna" }).click();
  await page.getByText(/Stoppad|Inläst|Gick inte att läsa in/).first().waitFor({ timeout: 90_000 });
  await page.waitForLoadState();
}

test("a school's own files go in, and what could not be read is told by row, column and remedy", async () => {
  write("elevlista.csv", roster(30));
  write("v47.csv", lessons(30, 16));
  await read("elevlista.csv", "v47.csv");
  await looked("done");
  assert.match(await main(), /Inläst/);
  assert.match(await main(), /Rad .*personnummer/i);
  assert.doesNotMatch(await main(), /Åsa|130101/, "never a value");
});

test("fewer pupils than before are held and compared, and one can confirm", async () => {
  write("elevlista.csv", roster(8));
  write("v47.csv", lessons(8, 16));
  await read("elevlista.csv", "v47.csv");
  assert.match(await main(), /Stoppad/);
  assert.match(await main(), /saknas i elevfilen/);
  const [lessonRow] = await page.getByRole("row").filter({ hasText: "Lektioner" }).allInnerTexts();
  assert.deepEqual(lessonRow.trim().split(/\s+/).slice(0, 4), ["Lektioner", "150", "40", "–"], "before, now, usual");
  await looked("held");
  await page.getByRole("button", { name: "Bekräfta" }).click();
  await page.getByText("Inläst").first().waitFor({ timeout: 90_000 });
});

test("another report of the same week is held against the first, or read; and undone, with what stays told first", async () => {
  write("v46.csv", lessons(8, 9, 50));
  await read("v46.csv");
  await looked("week");
  if (/Stoppad/.test(await main())) {
    await page.getByRole("button", { name: "Bekräfta" }).click();
    await page.getByText("Inläst").first().waitFor({ timeout: 90_000 });
  }
  await page.getByRole("link", { name: "Ångra importen" }).click();
  await page.getByRole("heading", { name: "Det här händer inte" }).waitFor();
  assert.match(await main(), /Elevlistan ligger kvar/);
  await looked("undo");
  await page.getByRole("button", { name: "Ångra importen nu" }).click();
  await page.getByRole("heading", { name: "Importen är ångrad" }).waitFor({ timeout: 90_000 });
  await looked("undone");
});

test("a file that cannot be read says why, on the page and without scripts", async () => {
  writeFileSync(join(place.path, "lista.pdf"), "%PDF-1.7");
  await send("lista.pdf");
  assert.match(await main(), /är en PDF/);
  await page.getByRole("button", { name: "Läs in filerna" }).click();
  await page.getByRole("alert").getByText("är en PDF").waitFor();
  const plain = await enter(browser, site, "Olle", { javaScriptEnabled: false });
  await plain.goto(at(site, "/import"));
  await plain.getByLabel("Filer", { exact: true }).setInputFiles(files("lista.pdf"));
  await plain.getByRole("button", { name: "Skicka filerna" }).click();
  await plain.getByText("är en PDF").waitFor();
  await plain.context().close();
});

test("the list tells what waits first, what became of each, and lets a profile go", async () => {
  await page.goto(at(site, "/import"));
  await page.getByRole("heading", { name: "Väntar på dig" }).waitFor();
  await looked("list-full");
  await page.getByRole("button", { name: "Ta bort Vårt system, frånvaro" }).click();
  await page.getByText("Profilen är borttagen.").waitFor();
});
