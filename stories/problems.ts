import { expect, within } from 'storybook/test'

/** A panel whose every answer is a 429 says so and offers to try again. */
export async function saysRateLimited({
  canvasElement,
}: {
  readonly canvasElement: HTMLElement
}): Promise<void> {
  const canvas = within(canvasElement)
  await expect(await canvas.findByText('Too many requests')).toBeVisible()
  await expect(canvas.getByRole('button', { name: 'Try again' })).toBeEnabled()
}

/** A panel whose every answer is a 500 says so, once the library has asked three times. */
export async function saysServerError({
  canvasElement,
}: {
  readonly canvasElement: HTMLElement
}): Promise<void> {
  const canvas = within(canvasElement)
  const problem = await canvas.findByText('The server could not answer', {}, { timeout: 10_000 })
  await expect(problem).toBeVisible()
}
