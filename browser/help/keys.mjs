// Hands that have only a keyboard.

import assert from "node:assert/strict";

/** Presses Tab until the element has focus, and holds that one can see where the focus is. */
export async function tabTo(page, locator, most = 150) {
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await locator.evaluate((it) => it === document.activeElement)) return seen(locator);
    await page.keyboard.press("Tab");
  }
  assert.fail(`${locator} is not reached with ${most} presses of Tab`);
}

/** Goes there and presses a key. */
export async function press(page, locator, key = "Enter") {
  await tabTo(page, locator);
  await page.keyboard.press(key);
}

/** Focus that nobody sees is no focus: there is an outline or a ring around the element or what stands around it. */
async function seen(locator) {
  const drawn = await locator.evaluate((it) => {
    const around = [it, it.closest("label"), it.parentElement].filter(Boolean);
    return around.some((each) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
      return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
    });
  });
  assert.ok(drawn, `one does not see that ${locator} has focus`);
}
