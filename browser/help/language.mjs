// Whether a page that should be in English still has something in Swedish.

import { readdirSync, readFileSync } from "node:fs";

const FTL = new URL("../../crates/text/ftl/", import.meta.url);

/** The sentences of a language, without their names. */
function sentences(language) {
  const folder = new URL(`${language}/`, FTL);
  const files = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), "utf8"));
  const lines = files.flatMap((file) => file.split("\n")).filter((line) => !line.startsWith("#"));
  return lines.map((line) => plain(line.replace(/^(-?[a-z][\w-]* =|\s+(\*?\[\w+\]|\.[\w-]+ =))/, ""))).filter(Boolean);
}

const plain = (text) => text.replace(/\s+/g, " ").trim();

/** What stands between the values of a sentence, where it is long enough to be a sentence's own. */
const parts = (sentence) => sentence.split(/\{[^}]*\}?/).map(plain).filter((part) => part.length > 8 && part.includes(" "));

const ENGLISH = new Set(sentences("en"));
const SWEDISH = sentences("sv").filter((it) => !ENGLISH.has(it));
const WHOLE = new Set(SWEDISH.filter((it) => !it.includes("{") && it !== "Skollinjen")); // the name of the product too
const PARTS = [...new Set(SWEDISH.filter((it) => it.includes("{")).flatMap(parts))];

/** Everything that a page says to somebody who sees or hears it, piece by piece. */
export async function read(page) {
  await page.waitForLoadState();
  const pieces = await page.evaluate(() => {
    const said = [document.title];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) if (!texts.currentNode.parentElement.closest("script, button[lang=sv]")) said.push(texts.currentNode.data);
    for (const name of ["aria-label", "placeholder", "title", "alt", "data-label", "data-ticked"]) {
      for (const it of document.body.querySelectorAll(`[${name}]`)) said.push(it.getAttribute(name));
    }
    return said;
  });
  return pieces.map(plain).filter(Boolean);
}

/** What is in Swedish of what was read, or is the name of a sentence that is missing. */
export function swedish(pieces) {
  const missing = /\[[a-z][a-z0-9]*(-[a-z0-9]+)+\]/; // as a sentence that is not there is shown
  return pieces.filter((it) => WHOLE.has(it) || PARTS.some((part) => it.includes(part)) || missing.test(it));
}
