// @vitest-environment node
import { expect, test } from 'vitest'
import { createTexts } from '../../../src/i18n/createTexts.ts'
import { createDrawing } from '../../../src/resources/cohorts/cohortDrawing.ts'
import { describeLine } from '../../../src/resources/cohorts/cohortLineTexts.ts'
import { createHeat } from '../../../src/resources/cohorts/grid.colour.model.ts'
import { groupLines } from '../../../src/resources/cohorts/grid.groups.model.ts'
import { cohortLines } from '../../../src/resources/cohorts/grid.lines.model.ts'
import { buildCohortGrids } from '../../../src/resources/cohorts/grid.segments.model.ts'
import { answer, at, cell, row } from './answers.ts'

/*
 * Renewed by the year. Of January's 100 payers half paid a second time. Of February's 300 hardly anybody was due yet; three changed
 * their product, which is a payment. 53 of 400 are 13.3%; the truth so far is 50%.
 */
const yearly = [
  row('1997-01-01', 100, [
    [100, 100, 100],
    [50, 50, 50],
  ]),
  row('1997-02-01', 300, [
    [300, 300, 300],
    [3, 3, 3],
  ]),
]
const total = { users: 400, periods: [cell(400, 400, 400, 400), cell(400, 53, 53, 53)] }
const { max_values } = answer(yearly)
const { whole, segments } = buildCohortGrids(
  answer(yearly, {
    mode: 'by_renewals',
    cohort_to: at('1997-03-01'),
    total,
    segments: [{ value: 'yearly', label: 'By the year', cohorts: yearly, total, max_values }],
  }),
  {
    now: at('1998-02-02'),
    definition: 'new_paying',
    settlingDays: 0,
    segmentLengths: { yearly: ['year'] },
  },
)

test('a segment whose young cohorts are not due is read by its mean, and says whose number each is', () => {
  const texts = createTexts()
  const reading = { metric: 'payers', view: 'percentOfFirst' } as const
  const drawing = createDrawing({
    texts,
    grid: whole,
    reading,
    heat: createHeat([whole], reading),
    minSize: 0,
    isNet: false,
  })
  const lines = groupLines(whole, segments, {
    folded: new Set([null, 'yearly']),
    allLabel: 'All',
    linesOf: (grid, segment) => cohortLines(grid, [0, 1], segment),
    summary: ['total', 'mean'],
  })
  const said = lines.map((line) => describeLine(texts, drawing, line, 1)?.sentence)
  expect(said.slice(1)).toEqual([
    'By the year · Total, Year 2: 13.3%. Still running.',
    'By the year · Mean, Year 2: 50.0%',
  ])
})
