// The administrator tries thresholds, saves them, and the lists follow; a coordinator tries and cannot save.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { words } from "../help/list.mjs";
import { noSidewaysScroll, picture, sound } from "../help/look.mjs";
import { at, browser as launch, demo, enter, WIDTHS } from "../help/site.mjs";

let site, browser;

before(async () => {
  [site, browser] = await Promise.all([demo({ pupils: 2400 }), launch()]);
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

const PATH = "/installningar/gransvarden";
/** The sentence of the simulation, and the two numbers in it. */
async function finding(page) {
  const says = await words(page.locator("#utfall figcaption").first());
  const [then, now] = [...says.matchAll(/(\d[\d\s]*) elever/g)].map(([, number]) => Number(number.replace(/\s/g, "")));
  return { says, then, now };
}

test("a threshold that is changed shows at once what it would give, and nothing is saved", async () => {
  const page = await enter(browser, site, "Olle");
  await page.goto(at(site, PATH));
  const before = await finding(page);
  assert.match(before.says, /^Det här ger de gränsvärden som gäller nu/);
  await page.getByLabel("Mentorn frågar från, procent").fill("30");
  const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
  await page.getByLabel("Elevhälsan frågar från, procent").fill("30");
  await page.getByLabel("Elevhälsan frågar från, procent").blur();
  await answered;
  await page.getByText(/^Listan skulle visa/).first().waitFor();
  const after = await finding(page);
  assert.ok(after.then < after.now && after.now === before.then, `${after.says} | ${before.says}`);
  await page.reload();
  assert.equal(await page.getByLabel("Mentorn frågar från, procent").inputValue(), "10");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("without scripts a button tells it, and what is wrong is told by field", async () => {
  const page = await enter(browser, site, "Olle", { javaScriptEnabled: false });
  await page.goto(at(site, PATH));
  await page.getByLabel("Frånvaro, procent").first().fill("300");
  await page.getByRole("button", { name: "Visa vad det skulle ge" }).click();
  await page.getByRole("alert").getByText("Skriv ett tal från 0 till 100.").waitFor();
  await page.getByLabel("Frånvaro, procent").first().fill("60");
  await page.getByRole("button", { name: "Visa vad det skulle ge" }).click();
  assert.match((await finding(page)).says, /^Listan skulle visa/);
  await page.context().close();
});

test("saved thresholds hold from today, and a coming change can be taken back", async () => {
  const page = await enter(browser, site, "Olle");
  await page.goto(at(site, `${PATH}?rutin=prestationsprinsen`));
  assert.equal(await page.getByLabel("Elevhälsan frågar från, procent").inputValue(), "20");
  await page.getByRole("button", { name: "Spara gränsvärdena" }).click();
  await page.getByRole("alert").getByText("Skriv varför gränsvärdena ändras.").waitFor();
  await page.getByLabel("Varför?").fill("Beslut i nämnden, § 12");
  await page.getByRole("button", { name: "Spara gränsvärdena" }).click();
  await page.getByText("Gränsvärdena är sparade. Listorna räknas om.").waitFor();
  await page.getByText(/Listorna räknades om .*, efter den senaste ändringen/).waitFor({ timeout: 90_000 });
  const changes = page.getByRole("table").last();
  await changes.getByText("Beslut i nämnden, § 12").waitFor();
  await changes.getByText("Har börjat gälla").waitFor();

  await page.getByLabel("Dagar med sen ankomst, av tjugo").fill("6");
  await page.getByLabel("Gäller från").fill("2027-01-08");
  await page.getByLabel("Varför?").fill("Från vårterminen");
  await page.getByRole("button", { name: "Spara gränsvärdena" }).click();
  await page.getByText("börjar gälla den dag du valde").waitFor();
  await page.getByRole("button", { name: "Ta tillbaka" }).click();
  await page.getByText("Ändringen är tillbakatagen.").waitFor();
  assert.equal(await page.getByRole("button", { name: "Ta tillbaka" }).count(), 0);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("a coordinator tries thresholds and cannot save them", async () => {
  const page = await enter(browser, site, "Karin");
  await page.goto(at(site, PATH));
  await page.getByRole("button", { name: "Visa vad det skulle ge" }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Spara gränsvärdena" }).count(), 0);
  await page.context().close();
});

test("the page is sound at both widths, light and dark", async () => {
  for (const width of WIDTHS) {
    for (const colorScheme of ["light", "dark"]) {
      const page = await enter(browser, site, "Olle", { width, colorScheme });
      await page.goto(at(site, `${PATH}?rutin=boras`));
      await sound(page);
      await noSidewaysScroll(page);
      await picture(page, `gransvarden-${width}-${colorScheme}`);
      await page.context().close();
    }
  }
});
