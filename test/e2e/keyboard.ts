import { expect, type Locator, type Page } from '@playwright/test'

/** No page has more stops. */
const MOST_STOPS = 80

/** Goes to a control by Tab (or Shift+Tab) alone, as a person without a mouse does. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  await expect(target).toBeVisible()
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} does not reach ${String(target)}`)
}

/** Chooses in a native select by going there and stepping through its choices with the arrow keys. */
export async function choose(page: Page, field: Locator, text: string, key?: 'Shift+Tab') {
  await tabTo(page, field, key)
  await expect(field.locator('option', { hasText: text })).not.toHaveCount(0)
  const steps = await field.evaluate(
    (element, wanted) =>
      [...(element as HTMLSelectElement).options].findIndex((option) => option.text === wanted) -
      (element as HTMLSelectElement).selectedIndex,
    text,
  )
  for (let step = 0; step < Math.abs(steps); step++)
    await page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp')
  await expect(field.locator('option:checked')).toHaveText(text)
}
