import { pause } from '../core/gate.ts'
import type { Fetcher } from '../core/fetcher.ts'
import { createRandom } from '../sandbox/random.ts'
import type { Clock } from './clock.ts'
import { FAULTS, PLAYS, type Fault } from './faults.ts'

/** Which requests meet which fault. The same schedule gives the same faults to the same requests. */
export interface FaultSchedule {
  /** Any integer. */
  readonly seed: number
  /**
   * Share of the requests that meet a fault, from 0 to 1.
   * @default 1
   */
  readonly rate?: number
  /** What they may meet. Default: every fault there is. */
  readonly faults?: readonly Fault[]
  /** The faults of the first requests in order, `undefined` for none; `seed` and `rate` decide from then on. */
  readonly script?: readonly (Fault | undefined)[]
  /** Default: the time of the machine. */
  readonly clock?: Clock
}

/** What became of one request. */
export interface LedgerEntry {
  /** What a person wanted: the key that names it, or method, path and body where there is none. */
  readonly intent: string
  /** Null for a request without one. */
  readonly idempotencyKey: string | null
  /** Which try of its intent, from 1. */
  readonly attempt: number
  readonly method: string
  readonly path: string
  /** The fault it met; undefined for none. */
  readonly fault: Fault | undefined
  /**
   * True when this request changed something: a write that the backend carried out, whether or not its answer arrived. False
   * for reads, and for the replay of a key whose write was carried out before.
   */
  readonly hasEffect: boolean
}

/** A fetcher that fails on schedule, and what became of every request. */
export interface Faulty {
  readonly fetcher: Fetcher
  /** Every request in order. */
  readonly ledger: readonly LedgerEntry[]
}

/** Puts a seeded, replayable schedule of faults between an application and its backend: what a network and an API do on bad days. */
export function withFaults(
  fetcher: Fetcher,
  { seed, rate = 1, faults = FAULTS, script = [], clock = SYSTEM }: FaultSchedule,
): Faulty {
  const ledger: LedgerEntry[] = []
  const attempts = new Map<string, number>()
  /** Keys whose write was carried out. */
  const done = new Set<string>()
  return {
    ledger,
    async fetcher(path, init) {
      const request = ledger.length
      const random = createRandom(seed, request)
      const isMet = random.below(1_000_000) < rate * 1_000_000
      const drawn = isMet ? faults[random.below(faults.length)] : undefined
      const fault = request < script.length ? script[request] : drawn
      const idempotencyKey = new Headers(init.headers).get('idempotency-key')
      const intent = idempotencyKey ?? `${init.method} ${path} ${init.body ?? ''}`.trim()
      const attempt = (attempts.get(intent) ?? 0) + 1
      attempts.set(intent, attempt)
      const entry = { intent, idempotencyKey, attempt, method: init.method, path, fault }
      ledger.push({ ...entry, hasEffect: false })
      const commit = async (other = path) => {
        const response = await fetcher(other, init)
        const isWrite = !/^(GET|HEAD)$/i.test(init.method)
        const isReplay = idempotencyKey !== null && done.has(idempotencyKey)
        const hasEffect = response.ok && isWrite && !isReplay
        if (hasEffect && idempotencyKey !== null) done.add(idempotencyKey)
        ledger[request] = { ...entry, hasEffect }
        return response
      }
      if (fault === undefined) return commit()
      return PLAYS[fault]({ commit, path, signal: init.signal, clock, random })
    },
  }
}

const SYSTEM: Clock = { now: () => Date.now(), wait: pause }
