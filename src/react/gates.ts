import type { QueryClient } from '@tanstack/react-query'
import { createSystemGate, type Gate } from '../core/gate.ts'

const gates = new WeakMap<QueryClient, Map<string, Gate>>()

/**
 * The one gate of a scope, shared by all hooks over one client and gone with it. Like the cache it does not ask which
 * fetcher: one that is written inline is another in every render.
 */
export function gateOf(client: QueryClient, scope: string): Gate {
  const ofClient = gates.get(client) ?? new Map<string, Gate>()
  gates.set(client, ofClient)
  const gate = ofClient.get(scope) ?? createSystemGate()
  ofClient.set(scope, gate)
  return gate
}
