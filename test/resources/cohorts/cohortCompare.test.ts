// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { createTexts } from '../../../src/i18n/createTexts.ts'
import { de } from '../../../src/i18n/locales/de.ts'
import { comparisonText, describeComparison } from '../../../src/resources/cohorts/cohortCompare.ts'
import { buildCohortGrid } from '../../../src/resources/cohorts/grid.build.model.ts'
import type { Reading } from '../../../src/resources/cohorts/grid.types.ts'
import { answer, at, row, shop } from './answers.ts'

const english = createTexts()
const german = createTexts({ locale: 'de-DE', messages: de })
const share: Reading = { metric: 'payers', view: 'percentOfSize' }

describe('two rows', () => {
  // A table by renewals in which `a` of `m` new payers renewed, and `b` of `n`.
  const found = (a: number, m: number, b: number, n: number) => {
    const renewals = answer(
      [
        row('1997-01-01', m, [
          [m, m, m],
          [a, a, a],
        ]),
        row('1997-02-01', n, [
          [n, n, n],
          [b, b, b],
        ]),
      ],
      { mode: 'by_renewals' },
    )
    const table = buildCohortGrid(renewals, {
      now: at('1999-01-01'),
      definition: 'new_paying',
      renewalLengths: ['month'],
    })
    return [english, german].map(
      (texts) => describeComparison(texts, table, 0, 1, share).lines[1]!.text,
    )
  }

  // Intervals by statsmodels: confint_proportions_2indep(…, method='newcomb', compare='diff').
  test('are told in one sentence: which is higher, what chance leaves possible, of how many', () => {
    expect(found(330, 812, 234, 640)).toEqual([
      'Month 2: 4.1 points higher (−1.0 to 9.1), 812 against 640: not told apart',
      'Monat 2: 4,1 Prozentpunkte höher (−1,0 bis 9,1), 812 gegen 640: nicht unterscheidbar',
    ])
  })

  test('are told apart where the interval leaves zero out', () => {
    // 56 of 70 and 48 of 80 are Newcombe's first example: 0.0524 to 0.3339.
    expect(found(56, 70, 48, 80)[0]).toBe(
      'Month 2: 20.0 points higher (5.2 to 33.4), 70 against 80: told apart',
    )
    expect(found(48, 80, 56, 70)[0]).toBe(
      'Month 2: 20.0 points lower (−33.4 to −5.2), 80 against 70: told apart',
    )
  })

  test('say why they cannot be compared', () => {
    const grid = buildCohortGrid(shop(), { now: at('1997-04-10') })
    const { title, lines, hint } = describeComparison(english, grid, 0, 1, {
      metric: 'revenue',
      view: 'absolute',
    })
    expect([title, lines]).toEqual(['January 1997 compared with February 1997', []])
    expect(hint).toMatch(/^Two cohorts are compared by payers/)
    const early = buildCohortGrid(shop(), { now: at('1997-02-01') })
    expect(describeComparison(english, early, 0, 1, share).hint).toMatch(/^No column is complete/)
  })

  test('have a sentence of their own for a comparison made elsewhere', () => {
    const sides = { a: { numerator: 1, denominator: 2 }, b: { numerator: 1, denominator: 2 } }
    const text = comparisonText(english, 'P2', {
      difference: 0,
      low: -0.5,
      high: 0.5,
      told: false,
      ...sides,
    })
    expect(text).toBe('P2: equal (−50.0 to 50.0), 2 against 2: not told apart')
  })

  test('are called equal only where they are: a difference too small to be written is said to be small', () => {
    // 2,500 of 10,000, and 2,502 of 10,000: 0.02 points.
    expect(found(2_500, 10_000, 2_500, 10_000)).toEqual([
      'Month 2: equal (−1.2 to 1.2), 10,000 against 10,000: not told apart',
      'Monat 2: gleich (−1,2 bis 1,2), 10.000 gegen 10.000: nicht unterscheidbar',
    ])
    expect(found(2_502, 10_000, 2_500, 10_000)).toEqual([
      'Month 2: less than 0.1 points higher (−1.2 to 1.2), 10,000 against 10,000: not told apart',
      'Monat 2: weniger als 0,1 Prozentpunkte höher (−1,2 bis 1,2), 10.000 gegen 10.000: nicht unterscheidbar',
    ])
    expect(found(2_500, 10_000, 2_502, 10_000)[0]).toMatch(/^Month 2: less than 0\.1 points lower/)
  })
})
