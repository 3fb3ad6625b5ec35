// @vitest-environment node
import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { cohortCsv } from '../../../src/resources/cohorts/cohortCsv.ts'
import { summarize } from '../../../src/resources/cohorts/grid.summary.model.ts'
import type { CohortGrid, CohortValue, Reading } from '../../../src/resources/cohorts/grid.types.ts'
import { readCell, readTotal } from '../../../src/resources/cohorts/grid.views.model.ts'
import { figure, runs } from '../../figures.ts'
import { at } from './answers.ts'
import { randomReading } from './randomGrids.ts'

const asOf = at('1997-04-01') * 1000
const parsed = (text: string) =>
  Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data

// The reader's half of the rule in cohortCsv: an apostrophe before a formula is none of the text's own.
const TRIGGER = /^'*[\s\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u
const given = (text: string) =>
  text.startsWith("'") && TRIGGER.test(text.slice(1)) ? text.slice(1) : text

/** What a line of a file says of its cell. */
const read = (line: Record<string, string>): CohortValue => ({
  value: line['value'] === '' ? null : Number(line['value']),
  state: line['state'] as CohortValue['state'],
  unit: (line['unit'] === 'fraction' ? 'percent' : line['unit']) as CohortValue['unit'],
  ...(line['denominator'] !== '' && {
    of: { numerator: Number(line['numerator']), denominator: Number(line['denominator']) },
  }),
})

/** The lines of a grid as they must be found again, in order. */
function expectedLines(grid: CohortGrid, reading: Reading, segment: string) {
  const ofCell = (cohort: string, size: string, found: CohortValue, period: number) => ({
    segment,
    cohort,
    size,
    period: String(grid.columns[period]!.offset),
    cell: {
      value: found.value,
      state: found.state,
      unit: found.unit,
      ...(found.of && { of: found.of }),
    },
  })
  const columns = grid.columns.map(({ index }) => index)
  return [
    ...grid.rows.flatMap((item, index) =>
      columns.map((column) =>
        ofCell(
          new Date(item.start * 1000).toISOString().slice(0, 10),
          String(item.size),
          readCell(grid, index, column, reading),
          column,
        ),
      ),
    ),
    ...(grid.total
      ? columns.map((column) =>
          ofCell('total', String(grid.total!.size), readTotal(grid, column, reading), column),
        )
      : []),
    ...summarize(grid, reading, { kind: 'mean' }).cells.map((found, column) =>
      ofCell('mean', '', found, column),
    ),
  ]
}

test('a file read again gives the same grid', () => {
  const count = runs(10_000)
  const name = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('=1+1', "'=1", "''@x", '\t-2', '＝3', '"a","b"', 'a\r\nb', ' +', "'90s"),
  )
  let cells = 0
  fc.assert(
    fc.property(randomReading, fc.array(name, { maxLength: 2 }), ({ grid, reading }, names) => {
      const segments = names.map((value, index) => ({
        value: `${value}${index}`,
        label: value,
        grid,
      }))
      const text = cohortCsv({
        grid,
        segments,
        reading,
        question: {},
        asOf,
        summaries: (of) => [summarize(of, reading, { kind: 'mean' })],
      })
      const lines = parsed(text)
      const expected = [
        ...expectedLines(grid, reading, ''),
        ...segments.flatMap(({ value }) => expectedLines(grid, reading, value)),
      ]
      cells += expected.length
      expect(
        lines.map((line) => ({
          segment: given(line['segment']!),
          cohort: line['cohort'],
          size: line['size'],
          period: line['period'],
          cell: read(line),
        })),
      ).toEqual(expected)
    }),
    { numRuns: count, seed: 1 },
  )
  expect(cells).toBeGreaterThan(count)
  figure('CSV read again gives the same grid', count, `0 of ${cells} cells differ`, 1)
}, 120_000)
