// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { createTexts } from '../../../src/i18n/createTexts.ts'
import { de } from '../../../src/i18n/locales/de.ts'
import { describeGrid } from '../../../src/resources/cohorts/cohortDescribe.ts'
import { buildCohortGrid } from '../../../src/resources/cohorts/grid.build.model.ts'
import { summarize } from '../../../src/resources/cohorts/grid.summary.model.ts'
import type { Reading } from '../../../src/resources/cohorts/grid.types.ts'
import { at, shop } from './answers.ts'

const english = createTexts()
const german = createTexts({ locale: 'de-DE', messages: de })
const now = at('1997-04-10')
const grid = buildCohortGrid(shop(), { now })
const share: Reading = { metric: 'payers', view: 'percentOfSize' }
const reading = (metric: Reading['metric'], view: Reading['view']): Reading => ({ metric, view })

describe('a whole table in sentences', () => {
  test('says what was asked, what the number is, how sure it is and what the mean left out', () => {
    const summary = summarize(grid, share, { kind: 'mean', minSize: 750 })
    expect(
      describeGrid(english, grid, share, {}, { summary, minSize: 750, asOf: now * 1000 }),
    ).toEqual([
      'Paid in this period, % of cohort size · Installs by month · by calendar period · Jan 1 – Mar 31, 1997 (UTC) · production.',
      'Data up to Apr 9, 1997 · as\u00a0of\u00a0Apr 10, 1997, 12:00 AM UTC.',
      'Paid in this period: Those who paid in the period, of all members.',
      // January has three complete months, February two, March one; the rest runs or has not begun.
      'Cells: Complete 6, Still running 2, Not begun 1.',
      // March has 719 members; of the others February's last month runs.
      'Mean share: Pooled over complete cells: all of them added up, so that large cohorts weigh more.' +
        ' Left out: 1 that is not complete. Left out: 1 with fewer than 750 members.',
    ])
  })

  test('says what to know before trusting it', () => {
    const sentences = describeGrid(
      english,
      buildCohortGrid({ ...shop(), mode: 'by_renewals' }, { now }),
      reading('payers', 'percentOfFirst'),
      { currency: 'EUR' },
    ).join(' ')
    expect(sentences).toContain('Amounts are in USD, not in EUR')
    expect(sentences).toContain('this is no retention rate')
  })

  test('warns of a share of a partial first period, and only there', () => {
    const warns = (view: Reading['view']) =>
      describeGrid(english, grid, reading('revenue', view), {}).join(' ').includes('may pass 100%')
    expect([warns('percentOfFirst'), warns('percentOfPrevious'), warns('absolute')]).toEqual([
      true,
      false,
      false,
    ])
  })

  test('is German in German, whole', () => {
    const sentences = describeGrid(
      german,
      grid,
      share,
      {},
      { summary: summarize(grid, share, { kind: 'mean' }) },
    )
    expect(sentences[2]).toBe('Zellen: Abgeschlossen 6, Läuft noch 2, Nicht begonnen 1.')
    expect(sentences.join(' ')).not.toMatch(/\b(the|of|left out|cells)\b/i)
  })
})
