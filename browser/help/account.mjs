// Somebody with an account: the login, the password that holds, and the telephone when it is connected.

import { sound } from "./look.mjs";
import { Telephone } from "./totp.mjs";

/** Login and password; what comes then. */
export async function password(page, person, written = person.password) {
  await page.getByLabel("Användarnamn").fill(person.login);
  await page.getByLabel("Lösenord").fill(written);
  await page.getByRole("button", { name: "Fortsätt" }).click();
}

/** The code of the second step. */
export async function factor(page, digits) {
  await page.getByLabel("Kod, sex siffror").fill(digits);
  await page.getByRole("button", { name: "Logga in" }).click();
}

/** Signs in; the first time the telephone is connected by the key that is shown. */
export async function signIn(page, person) {
  await password(page, person);
  await page.getByLabel("Kod, sex siffror").waitFor();
  const isNew = !person.telephone;
  if (isNew) person.telephone = new Telephone(await page.locator("main code").textContent());
  await factor(page, await person.telephone.next());
  if (isNew) {
    await sound(page);
    person.recovery = await page.locator("main code").allTextContents();
    await page.getByRole("link", { name: "Jag har sparat dem, fortsätt" }).click();
  }
  await page.getByRole("button", { name: "Logga ut", exact: true }).waitFor();
}

/** Chooses another password than the one that somebody else has made. */
export async function choose(page, person, own) {
  await page.waitForURL(/\/nytt-losenord$/);
  await page.getByLabel("Lösenordet som du har nu").fill(person.password);
  await page.getByLabel("Nytt lösenord").fill(own);
  await page.getByRole("button", { name: "Byt lösenord" }).click();
  await page.waitForURL(/klart=losenord/);
  person.password = own;
}

export async function signOut(page) {
  await page.getByRole("button", { name: "Logga ut", exact: true }).click();
  await page.getByText("Du är utloggad.").waitFor();
}

/** Makes an account on the page Konton; the person, with the password that is shown once. */
export async function make(page, address, { login, name, role, school }) {
  await page.goto(`${address}/konton/nytt`);
  await page.getByLabel("Namn", { exact: true }).fill(name);
  await page.getByLabel("Användarnamn").fill(login);
  await page.getByLabel("Uppdrag 1").selectOption({ label: role });
  if (school) await page.getByLabel("Skola", { exact: true }).first().selectOption({ label: school });
  await page.getByRole("button", { name: "Skapa kontot" }).click();
  await page.getByRole("heading", { name: "Kontot är skapat" }).waitFor();
  return { login, password: await page.locator("main code").textContent() };
}
