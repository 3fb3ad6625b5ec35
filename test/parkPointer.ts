import { cdp } from 'vitest/browser'

/** Takes the browser's pointer out of the page, so that it hovers over nothing. */
export async function parkPointer(): Promise<void> {
  await cdp().send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: -1, y: -1 })
}
