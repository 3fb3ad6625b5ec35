import { createSandbox } from '../../src/entries/sandbox.ts'

/** SHA-256 of the log and the rates of one small business: the same in every engine, and changed on purpose only. */
export const FINGERPRINT = 'b04caadb6725de0025d2198dc3f0e58c6fa109e324c275ece9b64c5162a40584'

/** Takes that fingerprint of a business made here and now. */
export async function takeFingerprint(): Promise<string> {
  const now = new Date('2026-04-22T09:30:00Z')
  const sandbox = createSandbox({ seed: 7, now, customers: 2000 })
  const bytes = new TextEncoder().encode(JSON.stringify([sandbox.log(), sandbox.rates()]))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
