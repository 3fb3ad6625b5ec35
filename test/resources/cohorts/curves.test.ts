// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { createDrawing } from '../../../src/resources/cohorts/cohortDrawing.ts'
import {
  curveReading,
  curvesOf,
  type CurveOptions,
} from '../../../src/resources/cohorts/curves.model.ts'
import { carrierStrip, thinNotes, withCarriers } from '../../../src/resources/cohorts/curveTexts.ts'
import { createHeat } from '../../../src/resources/cohorts/grid.colour.model.ts'
import { buildCohortGrids } from '../../../src/resources/cohorts/grid.segments.model.ts'
import type { Reading } from '../../../src/resources/cohorts/grid.types.ts'
import type { CohortsAnswer } from '../../../src/resources/cohorts/types.ts'
import { cohortHints } from '../../../src/i18n/en/cohortHints.ts'
import { cohorts } from '../../../src/i18n/en/cohorts.ts'
import { common } from '../../../src/i18n/en/common.ts'
import { createFormat } from '../../../src/i18n/format.ts'
import { createTranslate } from '../../../src/i18n/translate.ts'
import { answer, at, row } from './answers.ts'

const texts = {
  t: createTranslate('en-US', { ...common, ...cohorts }, {}),
  format: createFormat('en-US', 'UTC'),
}
const share: Reading = { metric: 'payers', view: 'percentOfSize' }

/** Two cohorts of 1997, and at noon of 15 March the second month of the second runs. */
const two = answer(
  [
    row('1997-01-01', 100, [
      [400, 40, 40],
      [200, 20, 20],
      [50, 5, 5],
    ]),
    row('1997-02-01', 300, [
      [900, 90, 90],
      [150, 15, 15],
    ]),
  ],
  { cohort_to: at('1997-03-01') },
)
const now = at('1997-03-15T12:00:00Z')

function curves(
  data: CohortsAnswer,
  reading: Reading,
  { at: judged = now, ...options }: Partial<CurveOptions> & { at?: number } = {},
) {
  const grids = buildCohortGrids(data, { now: judged })
  const heat = createHeat([grids.whole], reading)
  const drawing = createDrawing({
    texts,
    grid: grids.whole,
    reading,
    heat,
    minSize: 0,
    isNet: false,
  })
  return curvesOf(grids, drawing, {
    by: 'cohort',
    selection: null,
    summary: ['mean'],
    withIntervals: false,
    ...options,
  })
}

const id = (iso: string, segment = '') => `${segment}|${at(iso)}`

describe('curves', () => {
  test('have no interval where more people paid than there are', () => {
    const odd = answer([row('1997-01-01', 100, [[400, 140, 140]])], { cohort_to: at('1997-02-01') })
    const drawn = curves(odd, share, { withIntervals: true })
    expect(drawn.map(({ label }) => label)).toEqual(['Mean share', 'January 1997'])
    for (const { points } of drawn) {
      expect(points[0]).toMatchObject({ y: 1.4 })
      expect(points[0]).not.toHaveProperty('low')
    }
  })

  test('are the mean and every cohort, with the numbers of the table', () => {
    const [mean, january, february, ...others] = curves(two, share)
    expect(others).toEqual([])
    expect(mean).toMatchObject({ id: '|mean', emphasis: true })
    expect(january).toMatchObject({ id: id('1997-01-01'), label: 'January 1997', emphasis: false })
    expect(january!.points).toEqual([
      { x: 0, y: 0.4, isFinal: true },
      { x: 1, y: 0.2, isFinal: true },
      { x: 2, y: 0.05, isFinal: false },
    ])
    expect(february!.points).toEqual([
      { x: 0, y: 0.3, isFinal: true },
      { x: 1, y: 0.05, isFinal: false },
    ])
  })

  test('of a mean hold final cells only: (40 + 90) of 400, then 20 of 100, then nothing', () => {
    const [mean] = curves(two, share)
    expect(mean!.points).toEqual([
      { x: 0, y: 0.325, isFinal: true, cohorts: 2, isThin: false },
      { x: 1, y: 0.2, isFinal: true, cohorts: 1, isThin: false },
    ])
  })

  test('are drawn in the order of the selection', () => {
    const drawn = curves(two, share, {
      selection: [id('1997-02-01'), 'gone', id('1997-01-01')],
      summary: [],
    })
    expect(drawn.map(({ label }) => label)).toEqual(['February 1997', 'January 1997'])
  })

  test('have Wilson’s interval around final shares on request, and none elsewhere', () => {
    const [, january] = curves(two, share, { withIntervals: true })
    // R: prop.test(20, 100, correct = FALSE)$conf.int
    expect(january!.points[1]!.low).toBeCloseTo(0.1333669, 6)
    expect(january!.points[1]!.high).toBeCloseTo(0.2888292, 6)
    expect(january!.points[2]).toEqual({ x: 2, y: 0.05, isFinal: false })
    const [, money] = curves(two, { metric: 'revenue', view: 'perMember' }, { withIntervals: true })
    expect(money!.points[0]).toEqual({ x: 0, y: 4, isFinal: true })
  })

  test('of amounts have no mean beside them: it is one per member', () => {
    const revenue: Reading = { metric: 'revenue', view: 'absolute' }
    expect(curves(two, revenue).map(({ label }) => label)).toEqual([
      'January 1997',
      'February 1997',
    ])
  })

  test('of segments are their means, and say what these are of', () => {
    const { cohorts: rows, total, max_values } = two
    const split: CohortsAnswer = {
      ...two,
      segments: [
        { value: 'DE', label: 'Germany', cohorts: [rows[0]!], total, max_values },
        { value: 'US', label: 'United States', cohorts: [rows[1]!], total, max_values },
      ],
    }
    const revenue: Reading = { metric: 'revenue', view: 'absolute' }
    const drawn = curves(split, revenue, { by: 'segment', summary: [] })
    expect(drawn.map(({ label, points }) => [label, points[0]!.y])).toEqual([
      ['Germany', 4],
      ['United States', 3],
    ])
    const grids = buildCohortGrids(split, { now })
    expect(curveReading(grids, revenue, 'segment').reading.view).toBe('perMember')
    // A cohort of a segment is told from the same one of the whole.
    const [german] = curves(split, share, { selection: [id('1997-01-01', 'DE')], summary: [] })
    expect(german!.label).toBe('Germany · January 1997')
  })
})

describe('a mean over ever fewer cohorts', () => {
  // Four months of installs, each seen once more than the next: the mean is of 4, 3, 2 and 1 cohorts.
  const payers = (...counts: number[]) => counts.map((n): [number, number, number] => [n, n, n])
  const triangle = answer(
    [
      row('1997-01-01', 100, payers(40, 20, 10, 8)),
      row('1997-02-01', 100, payers(50, 30, 20)),
      row('1997-03-01', 100, payers(60, 40)),
      row('1997-04-01', 100, payers(70)),
    ],
    { cohort_to: at('1997-05-01') },
  )
  const [mean] = curves(triangle, share, { at: at('1997-05-05') })

  test('says of how many each point is', () => {
    expect(mean!.points.map((point) => [point.y, point.cohorts])).toEqual([
      [0.55, 4],
      [0.3, 3],
      [0.15, 2],
      [0.08, 1],
    ])
    expect(mean!.mostCohorts).toBe(4)
  })

  test('is another line where fewer than half of them are left', () => {
    expect(mean!.points.map(({ isThin }) => isThin)).toEqual([false, false, false, true])
  })

  test('is told in words: at each number, below the chart and beside it', () => {
    const hints = {
      ...texts,
      t: createTranslate('en-US', { ...common, ...cohorts, ...cohortHints }, {}),
    }
    const all = curves(triangle, share, { at: at('1997-05-05') })
    expect(withCarriers(hints, all)[0]!.points.at(-1)).toMatchObject({ note: '1 of 4 cohorts' })
    // A cohort is one cohort: nothing is noted of it.
    expect(withCarriers(hints, all)[1]).toBe(all[1])
    expect(carrierStrip(hints, all)).toMatchObject({
      label: 'Cohorts in the mean',
      bars: [4, 3, 2, 1].map((value, x) => ({ x, value, isFinal: true })),
    })
    expect(thinNotes(hints, all)).toEqual(['Dotted: of fewer than half of the cohorts'])
  })

  test('is not said of a mean that is of the same cohorts all along', () => {
    const same = curves(
      triangle,
      { metric: 'revenue', view: 'cumulativePerMember' },
      {
        at: at('1997-05-05'),
      },
    )
    expect(new Set(same[0]!.points.map((point) => point.cohorts)).size).toBe(1)
    expect(carrierStrip(texts as never, same)).toBeUndefined()
    expect(thinNotes(texts as never, same)).toEqual([])
  })
})
