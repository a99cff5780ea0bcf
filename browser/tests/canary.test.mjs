// Words that stand nowhere else are written in every zone, in a draft and in a form that is refused. Then everybody
// opens every page there is: a word is found by those who may read it, and by nobody else.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { join } from "node:path";
import { ELSA, pupil } from "../help/list.mjs";
import { at, browser as launch, demo, enter, folder, open, ROOM } from "../help/site.mjs";

const WORDS = {
  general: "Blåmesgräns",
  support: "Tallkottsmån",
  health: "Havregrynsdis",
  decision: "Lingonrisväg",
  meeting: "Näverkontsljus",
  draft: "Snöbärsvind",
  refused: "Videkissnatt",
  case: "Rönnbärsglans", // a note of the school's in a case
  care: "Tranbärsmyr", // a note of the social services' in the same case
  shared: "Hjortronglänta", // said by the social services, and sent
};

/** What everybody of the demo reads. A draft is its writer's; what was refused is nowhere but in the answer. */
const READS = {
  Maria: ["general", "support", "health", "decision", "meeting", "draft", "case", "shared"],
  Amir: ["general", "support", "health", "decision", "meeting", "case", "shared"],
  Birgitta: ["general", "support", "decision", "meeting", "case", "shared"],
  Jonas: ["general"],
  Selam: [],
  Petra: [],
  Karin: [],
  Olle: [],
  Stina: [],
  Gunilla: [],
  Erik: [],
  Leila: ["care", "shared"],
  Annika: ["care", "shared"],
  Tomas: [],
  Danijel: [],
  Ingrid: [],
};

/** The rooms of those who do not work in the education board's. */
const ROOMS = { Leila: "social", Annika: "social", Tomas: "social", Danijel: "social", Ingrid: "kompassen" };

/** The pupil of the cast with protected identity, and the school, where Amir works too in this test. */
const PROTECTED = { name: "Nora Ahlin", number: "201610309864", school: 90000104, group: "4A", shown: /Nora Ahlin|161030-?9864/ };

/** Kinds of steps whose forms are opened. */
const KINDS = ["pupil_talk", "guardian_contact", "no_answer", "adaptation", "pupil_health_review", "dismissed", "elsewhere", "assigned"];

let site, browser, data;
/** What stands in the places of a route. */
const of = { arende: "", brev: "", samtycke: "", said: "", elev: "", waiting: "", steg: "", mote: "", konto: "", import: "", kalla: "" };

/** For every route of the site that answers GET, the pages of it that are opened. */
const VISITS = {
  "/": () => ["/"],
  "/{rum}": () => [""],
  "/{rum}/logga-in": () => ["/logga-in"],
  "/{rum}/logga-in/kod": () => ["/logga-in/kod"],
  "/{rum}/forsta-gangen": () => ["/forsta-gangen"],
  "/{rum}/": () => ["/"],
  "/{rum}/nytt-losenord": () => ["/nytt-losenord"],
  "/{rum}/reservkoder": () => ["/reservkoder"],
  "/{rum}/om": () => ["/om"],
  "/{rum}/narvaro": () => [
    "/narvaro",
    "/narvaro?agerat=alla",
    "/narvaro?lista=team&agerat=alla",
    `/narvaro?skola=${ELSA.school}&klass=${ELSA.group}&agerat=alla`,
    `/narvaro?skola=${ELSA.school}&agerat=klara`,
    `/narvaro?skola=${PROTECTED.school}&agerat=alla`,
    `/narvaro?skola=${PROTECTED.school}&klass=${PROTECTED.group}&agerat=alla`,
  ],
  "/{rum}/narvaro/forsta-genomgang": () =>
    ["", `?skola=${ELSA.school}`, `?skola=${PROTECTED.school}`].map((it) => `/narvaro/forsta-genomgang${it}`),
  "/{rum}/elev/{elev}": () => [`/elev/${of.elev}`],
  "/{rum}/elev/{elev}/steg": () => KINDS.map((kind) => `/elev/${of.elev}/steg?slag=${kind}`),
  "/{rum}/elev/{elev}/steg/{steg}/uppfoljning": () => [`/elev/${of.elev}/steg/${of.steg}/uppfoljning`],
  "/{rum}/elev/{elev}/steg/{steg}/ta-tillbaka": () => [`/elev/${of.elev}/steg/${of.steg}/ta-tillbaka`],
  "/{rum}/elev/{elev}/beslut": () => [`/elev/${of.elev}/beslut`],
  "/{rum}/mina-beslut": () => ["/mina-beslut"],
  "/{rum}/mina-beslut/{elev}": () => [of.elev, of.waiting].map((elev) => `/mina-beslut/${elev}`),
  "/{rum}/mina-beslut/{elev}/anmalan": () => [`/mina-beslut/${of.elev}/anmalan`],
  "/{rum}/sok": () => ["/sok"],
  "/{rum}/blanketter": () => ["/blanketter"],
  "/{rum}/blanketter/{blankett}": () => ["", "?latt"].map((it) => `/blanketter/information${it}`), // the others are linked
  "/{rum}/arenden": () => ["/arenden"],
  "/{rum}/arenden/remiss/{brev}": () => [`/arenden/remiss/${of.brev}`],
  "/{rum}/elev/{elev}/nytt-arende": () => [`/elev/${of.elev}/nytt-arende`],
  "/{rum}/arende/{arende}": () => [`/arende/${of.arende}`],
  "/{rum}/arende/{arende}/gor/{vad}": () =>
    ["remittera", "uppstart", "plan", "folj-insats", "uppfoljning", "avsluta", `ta-tillbaka?av=${of.said}`].map((it) => `/arende/${of.arende}/gor/${it}`),
  "/{rum}/arende/{arende}/samtycke": () => ["", "?del=social"].map((it) => `/arende/${of.arende}/samtycke${it}`),
  "/{rum}/arende/{arende}/samtycke/{samtycke}/aterkalla": () => [`/arende/${of.arende}/samtycke/${of.samtycke}/aterkalla`],
  "/{rum}/arende/{arende}/brev/{steg}": () => [`/arende/${of.arende}/brev/${of.said}`],
  "/{rum}/arende/{arende}/journal/{steg}": () => [`/arende/${of.arende}/journal/${of.said}`],
  "/{rum}/arende/{arende}/papper/{blankett}": () => ["handlingsplan", "handlingsplan?latt"].map((it) => `/arende/${of.arende}/papper/${it}`),
  "/{rum}/eht": () => ["/eht"],
  "/{rum}/eht/{mote}/{nr}": () => [1, 2, 3].map((nr) => `/eht/${of.mote}/${nr}`),
  "/{rum}/eht/{mote}/protokoll": () => [`/eht/${of.mote}/protokoll`],
  "/{rum}/skyddade": () => ["/skyddade"],
  "/{rum}/import": () => ["/import"],
  "/{rum}/import/kallor": () => ["/import/kallor"],
  "/{rum}/import/kallor/ny": () => ["folder", "ss12000"].map((kind) => `/import/kallor/ny?slag=${kind}`),
  "/{rum}/import/kallor/{kalla}": () => [`/import/kallor/${of.kalla}`],
  "/{rum}/import/{import}": () => [`/import/${of.import}`],
  "/{rum}/import/{import}/angra": () => [`/import/${of.import}/angra`],
  "/{rum}/import/{import}/fil/{fil}": () => [1, 2].map((nr) => `/import/${of.import}/fil/${nr}`),
  "/{rum}/jobb": () => ["/jobb"],
  "/{rum}/datakvalitet": () => ["/datakvalitet"],
  "/{rum}/datakvalitet/ringlista": () => ["/datakvalitet/ringlista"],
  "/{rum}/datakvalitet/{skola}": () => [ELSA.school, PROTECTED.school].map((school) => `/datakvalitet/${school}`),
  "/{rum}/installningar/api": () => ["/installningar/api"],
  "/{rum}/installningar/api/ny": () => ["/installningar/api/ny"],
  "/{rum}/installningar/rum": () => ["/installningar/rum"],
  "/{rum}/installningar/rum/{annat}/avsluta": () => ["/installningar/rum/0192d3a4-5b6c-7000-8000-000000000000/avsluta"],
  "/{rum}/konton": () => ["/konton"],
  "/{rum}/konton/nytt": () => ["/konton/nytt"],
  "/{rum}/konton/{konto}": () => [`/konton/${of.konto}`],
  "/{rum}/installningar/gransvarden": () => ["", "?rutin=boras", "?lista=team"].map((it) => `/installningar/gransvarden${it}`),
  "/komponenter": () => ["/komponenter"],
};

/** The routes that answer GET, as the router has them. */
function routes() {
  const router = readFileSync(new URL("../../crates/web/src/router.rs", import.meta.url), "utf8").split("#[cfg(test)]")[0];
  const all = [...router.matchAll(/\.route\(\s*("([^"]+)"|[\w:]+),(.*?)\)\)?[\n;]/gs)];
  const found = all.filter(([, , , ways]) => /\bget\(/.test(ways)).map(([, name, path]) => path ?? name);
  assert.equal(found.length, router.match(/\bget\(/g).length, "each is read");
  return found;
}

async function documented(page, kind, zone, text) {
  await page.goto(at(site, `/elev/${of.elev}/steg?slag=${kind}`));
  await page.getByLabel(zone).check();
  await page.locator("textarea").fill(text);
  await page.getByRole("button", { name: "Spara", exact: true }).click();
  await page.waitForURL(/klart=steg/);
}

const id = (page, what) => new URL(page.url()).pathname.match(new RegExp(`/${what}/([0-9a-f-]{36})`))[1];

before(async () => {
  data = await folder();
  [site, browser] = await Promise.all([demo({ pupils: 2400, data: data.path }), launch()]); // with the protected pupil's school
  const maria = await enter(browser, site, "Maria", { javaScriptEnabled: false });
  await pupil(maria, site, ELSA);
  of.elev = id(maria, "elev");
  await documented(maria, "pupil_talk", /^Allmän/, WORDS.general);
  await documented(maria, "pupil_talk", /^Särskilt stöd/, WORDS.support);
  await documented(maria, "pupil_talk", /^Elevhälsan/, WORDS.health);
  const move = maria.getByRole("link", { name: "Flytta uppföljningen" }).first();
  of.steg = (await move.getAttribute("href")).match(/\/steg\/([0-9a-f-]{36})/)[1];

  await maria.goto(at(site, `/elev/${of.elev}/steg?slag=adaptation`));
  await maria.locator("textarea").fill(WORDS.draft);
  await maria.getByRole("button", { name: /^Spara utkast/ }).click();
  await maria.waitForURL((url) => !url.pathname.endsWith("/steg"));

  await maria.goto(at(site, `/elev/${of.elev}/steg?slag=guardian_contact`));
  await maria.locator("textarea").fill(WORDS.refused);
  await maria.getByLabel("När var det?").fill("");
  await maria.getByRole("button", { name: "Spara", exact: true }).click();
  await maria.getByRole("alert").waitFor();
  assert.equal(await maria.locator("textarea").inputValue(), WORDS.refused, "the answer keeps what was refused");

  await maria.goto(at(site, "/eht"));
  await maria.getByRole("listitem").filter({ hasText: "Björkskolan" }).getByRole("button", { name: "Börja" }).click();
  await maria.waitForURL(/\/1$/);
  of.mote = id(maria, "eht");
  await maria.getByLabel(/^Föreslå utredning/).check();
  const page = await maria.getByRole("link", { name: "Elevens sida" }).getAttribute("href");
  of.waiting = page.match(/[0-9a-f-]{36}/)[0];
  await maria.getByLabel("Varför?").fill(WORDS.meeting);
  await maria.getByRole("button", { name: "Spara och gå vidare" }).click();
  await maria.waitForURL(/\/2$/);
  await maria.goto(at(site, "/arenden"));
  await maria.getByRole("link", { name: "Yusuf Abdi" }).click();
  await maria.waitForURL(/\/arende\//);
  of.arende = id(maria, "arende");
  await maria.getByLabel("Anteckning", { exact: true }).fill(WORDS.case);
  await maria.getByRole("button", { name: "Spara", exact: true }).first().click();
  await maria.getByText(WORDS.case).waitFor();
  const back = await maria.locator('a[href$="/aterkalla"]').first().getAttribute("href");
  of.samtycke = back.match(/samtycke\/([0-9a-f-]{36})/)[1];
  await maria.context().close();

  // The other side of the same case: what stays there, and what is sent.
  const leila = await enter(browser, site, "Leila", { javaScriptEnabled: false });
  const there = (path) => `${site.address}/social/arende/${of.arende}${path}`;
  await leila.goto(there(""));
  await leila.getByLabel("Anteckning", { exact: true }).first().fill(WORDS.care);
  await leila.getByRole("button", { name: "Spara", exact: true }).first().click();
  await leila.getByText(WORDS.care).waitFor();
  await leila.goto(there("/gor/folj-insats"));
  await leila.getByLabel("Vad som sades").fill(WORDS.shared);
  await leila.getByRole("button", { name: "Spara och skicka" }).click();
  await leila.waitForURL((url) => url.pathname === `/social/arende/${of.arende}`);
  of.said = (await leila.getByRole("link", { name: "Brevet" }).first().getAttribute("href")).match(/brev\/([0-9a-f-]{36})/)[1];
  await leila.context().close();
  const annika = await enter(browser, site, "Annika");
  of.brev = (await annika.locator('a[href*="/arenden/remiss/"]').first().getAttribute("href")).match(/remiss\/([0-9a-f-]{36})/)[1];
  await annika.context().close();
  const arrived = await enter(browser, site, "Birgitta");
  await arrived.goto(at(site, `/arende/${of.arende}`));
  for (let tries = 0; tries < 40 && !(await arrived.getByText(WORDS.shared).count()); tries += 1) {
    await arrived.waitForTimeout(500);
    await arrived.reload();
  }
  await arrived.getByText(WORDS.shared).waitFor();
  await arrived.context().close();

  const birgitta = await enter(browser, site, "Birgitta");
  await birgitta.goto(at(site, `/elev/${of.elev}/beslut`));
  await birgitta.getByLabel("Utredning inleds").check();
  await birgitta.getByLabel("Därför att").fill(WORDS.decision);
  await birgitta.getByRole("button", { name: "Spara beslutet" }).click();
  await birgitta.getByText("Beslutet är dokumenterat.").waitFor();
  await birgitta.context().close();

  const olle = await enter(browser, site, "Olle");
  await olle.goto(at(site, "/konton"));
  await olle.getByRole("link", { name: "Amir Haddad" }).click();
  of.konto = id(olle, "konton");
  await olle.getByLabel("Uppdrag 2").selectOption({ label: "specialpedagog" });
  await olle.getByLabel("Skola", { exact: true }).nth(1).selectOption({ label: "Granlidsskolan" });
  await olle.getByRole("button", { name: "Spara uppdragen" }).click();
  await olle.getByText("Kontot är ändrat.").waitFor();

  // A delivery that waits: what stands in its file is nobody's to read, and masked.
  await olle.goto(at(site, "/import"));
  const rows = `Elevnamn;Personnummer;Kommentar\n${PROTECTED.name};${PROTECTED.number};${WORDS.health}\n`;
  const file = { name: "elever.csv", mimeType: "text/csv", buffer: Buffer.from(rows) };
  await olle.getByLabel("Filer", { exact: true }).setInputFiles(file);
  await olle.getByRole("button", { name: "Skicka filerna" }).click();
  await olle.waitForURL(/\/import\/[0-9a-f-]{36}$/);
  of.import = id(olle, "import");

  // A source with a secret: no page shows it again.
  await olle.goto(at(site, "/import/kallor/ny?slag=ss12000"));
  await olle.getByLabel("Namn", { exact: true }).fill("Elevregistret");
  await olle.getByLabel("Tjänstens adress").fill("https://ss12000.example/v2.0");
  await olle.getByLabel("En fast nyckel").check();
  await olle.getByLabel("Hemlighet", { exact: true }).fill(WORDS.health);
  await olle.getByRole("button", { name: "Spara", exact: true }).click();
  await olle.getByText("Källan är sparad.").waitFor();
  await olle.getByRole("link", { name: "Elevregistret" }).click();
  await olle.waitForURL(/\/kallor\/[0-9a-f-]{36}$/);
  of.kalla = id(olle, "kallor");
  await olle.context().close();
});

after(async () => {
  await browser?.close();
  await site?.stop();
  await data?.remove();
});

/** The addresses of every visit, and whatever they link to; at most `most` of a kind more. */
async function walk(get, visit, { most = 8, room = ROOM } = {}) {
  const start = Object.entries(VISITS).flatMap(([route, paths]) =>
    paths().map((path) => (route.startsWith("/{rum}") ? `/${room}${path}` : path)),
  );
  const queue = [...start];
  const [seen, opened] = [new Set(), new Set()];
  const kinds = {};
  while (queue.length) {
    const path = queue.shift();
    if (seen.has(path)) continue;
    const kind = path.replace(/[0-9a-f-]{36}/g, "ID").replace(/\d+/g, "N");
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    if (!start.includes(path) && kinds[kind] > most) continue;
    seen.add(path);
    const answer = await get(`${site.address}${path}`);
    const html = await answer.text();
    if (answer.status() === 200 && !answer.url().endsWith("/logga-in")) opened.add(path);
    assert.ok([200, 404].includes(answer.status()), `${path}: ${answer.status()}`);
    visit(path, html);
    const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, link]) => link.replaceAll("&amp;", "&"));
    queue.push(...links.filter((link) => link.startsWith(`/${room}/`)));
  }
  return { seen, opened };
}

const NAMES = Object.keys(READS).map((name) => new RegExp(`^${name} `));

test("every route that shows something is visited, and everybody of the demo is there", async () => {
  const found = routes();
  assert.ok(found.length > 20 && found.includes("/{rum}/elev/{elev}"), found.join("\n"));
  assert.deepEqual(found.toSorted(), Object.keys(VISITS).toSorted());
  const page = await open(browser, site.address);
  const people = await page.locator("main").getByRole("button").allInnerTexts();
  assert.equal(people.length, NAMES.length);
  for (const person of people) assert.ok(NAMES.some((name) => name.test(person)), person);
  await page.context().close();
});

for (const [person, reads] of Object.entries(READS)) {
  test(`${person} reads ${reads.join(", ") || "none of the words"} and no more, on every page`, async () => {
    const page = await enter(browser, site, person);
    const found = new Set();
    const { seen, opened } = await walk((url) => page.request.get(url), (path, html) => {
      assert.doesNotMatch(html, PROTECTED.shown, path);
      for (const [what, word] of Object.entries(WORDS)) {
        if (!html.includes(word)) continue;
        assert.ok(reads.includes(what), `${person} reads ${what} on ${path}`);
        found.add(what);
      }
    }, { room: ROOMS[person] ?? ROOM });
    assert.deepEqual([...found].toSorted(), reads.toSorted(), "what may be read is found");
    assert.ok(seen.size >= 30, `${seen.size}`);
    // Everybody opens at least the start page and what the signals mean: a session that is lost is found out.
    assert.ok(opened.has(`/${ROOMS[person] ?? ROOM}/om`) && opened.size >= 3, `${opened.size}`);
    await page.context().close();
  });
}

test("the protected pupil's class is listed without her, and the search answers as for a name that does not exist", async () => {
  const amir = await enter(browser, site, "Amir");
  await amir.goto(at(site, `/narvaro?skola=${PROTECTED.school}&klass=${PROTECTED.group}&agerat=alla`));
  const listed = await amir.locator("main tbody tr").allTextContents();
  assert.ok(listed.length > 0 && listed.every((it) => it.includes(PROTECTED.group)), "those of her class are there");
  const search = async (words) => {
    await amir.goto(at(site, "/sok"));
    await amir.getByRole("searchbox").first().fill(words);
    await amir.getByRole("searchbox").first().press("Enter");
    await amir.waitForLoadState();
    return (await amir.locator("main").innerText()).replaceAll(words, "…");
  };
  const nobody = await search("Xyzzy Xyzzyson");
  assert.match(nobody, /Ingen hittades/);
  for (const asked of [PROTECTED.name, "Ahlin Nora", PROTECTED.number, "20161030-9864", "161030-9864", WORDS.general]) {
    assert.equal(await search(asked), nobody, asked);
  }
  assert.match(await search("nordin"), new RegExp(ELSA.name), "the search finds whom one may see");
  await amir.context().close();
});

test("whoever is signed in to one room gets nothing of another's pages", async () => {
  const leila = await enter(browser, site, "Leila");
  for (const room of [ROOM, "kompassen"]) {
    await walk((url) => leila.request.get(url), (path, html) => {
      for (const word of Object.values(WORDS)) assert.ok(!html.includes(word), `${word} on ${path}`);
    }, { room });
  }
  await leila.context().close();
});

test("no word stands in clear in any file of any room, nor in the name of one", async () => {
  const files = readdirSync(data.path, { recursive: true, withFileTypes: true }).filter((it) => it.isFile());
  const paths = files.map((it) => join(it.parentPath, it.name));
  for (const room of [ROOM, "social", "kompassen"]) assert.ok(paths.some((path) => path.includes(`/${room}/`)), room);
  for (const path of paths) {
    const bytes = readFileSync(path);
    for (const word of Object.values(WORDS)) {
      assert.ok(!bytes.includes(word) && !path.includes(word), `${word} in ${path}`);
    }
  }
  // What is written in clear is found: a school has its name there.
  assert.ok(paths.some((path) => readFileSync(path).includes("Björkskolan")), "the search has gone blind");
});

test("nobody who has not signed in reads any of it, on any page", async () => {
  const page = await open(browser, site.address);
  await walk((url) => page.request.get(url), (path, html) => {
    for (const word of [...Object.values(WORDS), ELSA.name]) assert.ok(!html.includes(word), `${word} on ${path}`);
    assert.doesNotMatch(html, PROTECTED.shown, path);
  });
  await page.context().close();
});
