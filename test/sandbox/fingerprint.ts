import { createSandbox } from '../../src/entries/sandbox.ts'

/** SHA-256 of the log and the rates of one small business: the same in every engine, and changed on purpose only. */
export const FINGERPRINT = '00a2891fd84e1a87a9e6437bfec32a7e73bc9381322bdf5d994391efb8feeaae'

/** Takes that fingerprint of a business made here and now. */
export async function takeFingerprint(): Promise<string> {
  const now = new Date('2026-04-22T09:30:00Z')
  const sandbox = createSandbox({ seed: 7, now, customers: 2000 })
  const bytes = new TextEncoder().encode(JSON.stringify([sandbox.log(), sandbox.rates()]))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
