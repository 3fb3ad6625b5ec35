import * as v from 'valibot'
import { toRequest } from '../../src/core/serialize.ts'
import type { OutputOf } from '../../src/core/operation.ts'
import type { Sandbox } from '../../src/entries/sandbox.ts'
import { getCohorts } from '../../src/resources/cohorts/operations.ts'
import type { CohortsAnswer, CohortsInput } from '../../src/resources/cohorts/types.ts'

/** Sends one request through a sandbox's fetcher. */
export const send = (sandbox: Sandbox, path: string, signal = new AbortController().signal) =>
  sandbox.fetcher(path, { method: 'GET', headers: {}, signal })

/** Asks a sandbox for a cohort table and checks the answer against the operation's own schema. */
export async function askCohorts(sandbox: Sandbox, input: CohortsInput): Promise<CohortsAnswer> {
  const response = await send(sandbox, toRequest(getCohorts, input).path)
  const body: unknown = await response.json()
  if (response.status !== 200) throw new Error(`${response.status} ${JSON.stringify(body)}`)
  return v.parse(getCohorts.output(), body) satisfies OutputOf<typeof getCohorts>
}

/** Unix seconds of an ISO date or instant. */
export const at = (iso: string): number => Date.parse(iso) / 1000
