import { expect, it } from 'vitest'
import { FINGERPRINT, takeFingerprint } from './fingerprint.ts'

it('makes the same business in Chromium, byte for byte', async () => {
  expect(await takeFingerprint()).toBe(FINGERPRINT)
})
