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
