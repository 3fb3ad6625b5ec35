import type { Fetcher } from '../core/fetcher.ts'
import { createSystemGate, type Gate } from '../core/gate.ts'

const gates = new WeakMap<Fetcher, Map<string, Gate>>()

/** The one gate of a scope behind a fetcher, shared by all of its hooks; gone with the fetcher. */
export function gateOf(fetcher: Fetcher, scope: string): Gate {
  const ofFetcher = gates.get(fetcher) ?? new Map<string, Gate>()
  gates.set(fetcher, ofFetcher)
  const gate = ofFetcher.get(scope) ?? createSystemGate()
  ofFetcher.set(scope, gate)
  return gate
}
