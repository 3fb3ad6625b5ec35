import { cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { LtvCosts } from '../../../src/resources/ltv/ltv.costs.model.ts'
import { useLtvChart } from '../../../src/resources/ltv/useLtvChart.ts'
import { january, noon, point } from './answers.ts'

afterEach(cleanup)

test('drawing all ages changes no number that is told', () => {
  // Those ten who came first brought much more.
  const data = { ...january, series: [...january.series, point(7, 400, 10, 5)] }
  const costs = { per: 'install', currency: 'EUR', rate: 4 } as const
  const told = (allAges: boolean) => {
    const { result } = renderHook(() =>
      useLtvChart(data, { asOf: noon * 1000, measure: 'arpu', costs, allAges, columnAges: [3, 7] }),
    )
    const { lines, marks, isShortened } = result.current
    const [{ curve, columns, cost, payback } = lines[0]!] = lines
    return { drawn: curve.ages.length, isShortened, said: { columns, cost, payback, marks } }
  }
  const [half, all] = [told(false), told(true)]
  expect(half).toMatchObject({ drawn: 7, isShortened: true, said: { payback: { kind: 'notYet' } } })
  expect(all).toMatchObject({ drawn: 8, isShortened: false })
  expect(all.said).toEqual(half.said)
})

test('a cost per payer has a level line where it is the same at each age, and none where spending is divided among more and more payers', () => {
  const marks = (costs: Partial<LtvCosts>) => {
    const { result } = renderHook(() =>
      useLtvChart(january, {
        asOf: noon * 1000,
        measure: 'arppu',
        costs: { per: 'payer', currency: 'EUR', ...costs },
      }),
    )
    return result.current.marks.map(({ id }) => id)
  }
  expect(marks({ rate: 13 })).toEqual(['cost', 'payback'])
  expect(marks({ spend: [{ day: '2026-01-01', amount: 150 }] })).toEqual(['payback'])
})
