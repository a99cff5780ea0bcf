// Every fixture of every format goes in by the command and by the page, with the right result or the right message.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { words } from "../help/list.mjs";
import { at, browser as launch, demo, enter, folder, run } from "../help/site.mjs";

const FIXTURES = fileURLToPath(new URL("../../crates/exchange/fixtures/", import.meta.url));
const EXPECTED = JSON.parse(readFileSync(join(FIXTURES, "expected.json"), "utf8"));
/** Names and numbers that stand in the fixtures, and are told nowhere. */
const CONTENT = /Nordin|Yusuf|Abdi|Farah|Stenberg|Ahlin|130314|120902|Var ledsen|Fel Siffra/;
const SCHOOLS = { 90000101: "Björkskolan", 90000102: "Kvarnskolan", 90000103: "Lillåskolan", 90000104: "Granlidsskolan" };

let site, browser, place, page, room;

/** A workbook of the fixture's parts, packed as it is; one that is cut; one whose sheet is a gigabyte of spaces. */
const PACK = `import sys, zipfile, pathlib
base, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
def packed(name, grown):
    with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
        for path in sorted(it for it in base.rglob("*") if it.is_file()):
            inner = str(path.relative_to(base))
            if grown and inner.endswith("sheet1.xml"):
                with out.open(inner, "w", force_zip64=True) as sheet:
                    for _ in range(1024): sheet.write(b" " * 1048576)
            else:
                out.write(path, inner)
packed("arbetsbok.xlsx", False)
packed("bomb.xlsx", True)
whole = (folder / "arbetsbok.xlsx").read_bytes()
(folder / "cut.xlsx").write_bytes(whole[:len(whole) // 2])`;

/** Where a file of a delivery lies now. */
const file = (name) => (name === "xlsx" ? join(place.path, "arbetsbok.xlsx") : join(place.path, basename(name)));

before(async () => {
  [site, browser, place] = await Promise.all([demo(), launch(), folder()]);
  execFileSync("python3", ["-c", PACK, join(FIXTURES, "xlsx"), place.path]);
  writeFileSync(join(place.path, "endless.csv"), "Elevnummer;Datum;" + "x".repeat(3 << 20));
  for (const name of EXPECTED.flatMap((it) => it.files).filter((it) => !/^(made\/|xlsx$)/.test(it))) {
    cpSync(join(FIXTURES, name), file(name));
  }
  const data = join(place.path, "data");
  mkdirSync(data);
  const told = Object.entries(SCHOOLS).map(([unit, name]) => `[[school]]\nunit = ${unit}\nname = "${name}"\n`);
  writeFileSync(join(place.path, "room.toml"), told.join("\n"));
  room = ["--room", "skola", "--data", data];
  await run(["room", "create", "skola", "--kind", "school", "--name", "Skola", "--data", data]);
  await run(["room", "describe", ...room, join(place.path, "room.toml")]);
  page = await enter(browser, site, "Olle");
});

after(async () => {
  await browser?.close();
  await site?.stop();
  await place?.remove();
});

test("every fixture is in some delivery", () => {
  const there = ["csv", "edlevo", "ss12000"].flatMap((kind) => readdirSync(join(FIXTURES, kind)).map((it) => `${kind}/${it}`));
  assert.ok(there.length > 15);
  const named = new Set(EXPECTED.flatMap((it) => it.files));
  assert.deepEqual(there.filter((it) => !named.has(it)), []);
});

/** What the command says, whether it succeeds or refuses. */
async function rehearse(files) {
  try {
    return [true, await run(["import", "--dry-run", ...room, ...files])];
  } catch (failed) {
    return [false, `${failed.stdout}${failed.stderr}`];
  }
}

/** What the page says when it is over. */
async function deliver(files) {
  await page.goto(at(site, "/import"));
  await page.getByLabel("Filer", { exact: true }).setInputFiles(files);
  await page.getByRole("button", { name: "Skicka filerna" }).click();
  await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
  await page.getByRole("button", { name: "Läs in filerna" }).click();
  await page.getByText(/Stoppad|Inläst|Gick inte att läsa in/).or(page.getByRole("alert")).first().waitFor({ timeout: 90_000 });
  await page.waitForLoadState();
  for (const more of await page.locator("main details").all()) await more.evaluate((it) => (it.open = true));
  return words(page.locator("main"));
}

for (const it of EXPECTED) {
  test(`${it.what}: by the command and by the page`, async () => {
    const [ended, said] = await rehearse(it.files.map(file));
    const shown = await deliver(it.files.map(file));
    for (const text of [said, shown]) assert.doesNotMatch(text, CONTENT);
    if (it.refused) {
      assert.ok(!ended && said.includes(it.refused), said);
      assert.ok(shown.includes(it.refused), shown);
      assert.doesNotMatch(shown, /Inläst/);
      return;
    }
    for (const [name, [taken, rows]] of Object.entries(it.told)) {
      const of = name.replace(".", "\\.");
      assert.match(said, new RegExp(`${of} \\([^)]*\\): ${taken} av ${rows} rader`), said);
      assert.match(shown, new RegExp(`${of} [^.]*?\\b${rows} ${taken} \\d+ \\d+ \\d+`), shown);
    }
    for (const sentence of it.says ?? []) {
      assert.ok(said.includes(sentence), `${sentence} / ${said}`);
      assert.ok(shown.includes(sentence), `${sentence} / ${shown}`);
    }
    if (it.school) assert.ok(said.includes(it.school), said);
  });
}
