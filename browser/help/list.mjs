// The work list and the pupil page, as the tests walk them.

import { at } from "./site.mjs";

/** What one reads of an element, with plain spaces only: pages have some that do not break. */
export async function words(locator) {
  await locator.page().waitForLoadState();
  return (await locator.innerText()).replace(/\s+/g, " ").trim();
}

/** The row of a pupil on the list that is shown. */
export function row(page, name) {
  return page.getByRole("row").filter({ has: page.getByRole("link", { name, exact: true }) });
}

/** The names of the pupils on the page of the list that is shown. */
export function names(page) {
  return page.locator("main tbody th a, main tbody td:first-child a").allTextContents();
}

/** Goes to the page of a pupil by the list of her or his class; parts as the address says them: alla, klara. */
export async function pupil(page, site, { name, school, group }, part = "alla") {
  await page.goto(at(site, `/narvaro?skola=${school}&klass=${group}&agerat=${part}`));
  await page.getByRole("link", { name, exact: true }).click();
}

/** Elsa in 7B, whom the demo is about. */
export const ELSA = { name: "Elsa Nordin", school: 90000101, group: "7B" };

/** Yusuf in 8A at the same school, whom no mentor of the cast has. */
export const YUSUF = { name: "Yusuf Abdi", school: 90000101, group: "8A" };
