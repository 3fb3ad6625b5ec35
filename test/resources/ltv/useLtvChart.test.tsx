import { cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
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
