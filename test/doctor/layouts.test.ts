// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { runDoctor } from '../../src/doctor/doctor.ts'
import { createSandbox } from '../../src/entries/sandbox.ts'
import type { CohortsAnswer } from '../../src/resources/cohorts/types.ts'
import {
  COHORT_LAYOUTS,
  rewriteLayout,
  type CohortLayout,
} from '../../src/testing/cohortLayouts.ts'

const now = new Date('2026-04-22T09:00:00Z')
const key = 'sk_sandbox_demo'

/** What the doctor prints of the cohort table over a project whose table comes in another layout. */
async function visit(layout: CohortLayout): Promise<string> {
  const sandbox = createSandbox({ seed: 3, now, customers: 2000, secretKey: key })
  const lines: string[] = []
  await runDoctor({
    base: 'https://qonversion.test/v4',
    key,
    now: now.getTime() / 1000,
    print: (line) => lines.push(line),
    async fetch(address, init) {
      const request = new Request(address, init)
      const answer = await sandbox.handle(request)
      if (new URL(request.url).pathname !== '/v4/analytics/cohorts') return answer
      return Response.json(rewriteLayout((await answer.json()) as CohortsAnswer, layout))
    },
  })
  return lines.filter((line) => !line.startsWith('[')).join('\n')
}

/** What of the findings names each layout. */
const NAMED: Record<CohortLayout, RegExp> = {
  ragged: /^Basis found: .*arpu: period, arppu: period, arpas: period$/m,
  zeroFilled: /^Basis found: .*arpu: period, arppu: period, arpas: period$/m,
  nullFilled: /^Basis found: .*arpu: period, arppu: period, arpas: period$/m,
  calendarAligned: /^Columns came as calendar periods and were moved\.$/m,
  wideRows: /^FAILS +No row is wider than the columns named/m,
  cumulative: /^Revenue never falls along any row: it may be a running total\./m,
  cumulativeRatios: /^Basis found: .*arpu: cumulative, arppu: cumulative, arpas: cumulative$/m,
  // Of installs nobody can say whose revenue so far it is: it is shown as given.
  cumulativeArppu: /^Basis found: .*arpu: period, arppu: vendor, arpas: period$/m,
}

describe('the doctor finds the basis of', () => {
  test.each(COHORT_LAYOUTS)('%s', async (layout) => {
    const report = await visit(layout)
    expect(report).toMatch(/^fits +v4GetCohortAnalyticsData$/m)
    expect(report).toMatch(NAMED[layout])
    // What may be something else is not passed over in the last line.
    const isDoubtful = layout === 'cumulative' || layout === 'cumulativeArppu'
    expect(/fits, but .* in doubt/.test(report.split('\n').at(-1)!)).toBe(isDoubtful)
  })
})
