import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { CohortTable } from '../../../src/resources/cohorts/CohortTable.tsx'
import { buildCohortGrid } from '../../../src/resources/cohorts/grid.build.model.ts'
import { rowId } from '../../../src/resources/cohorts/grid.lines.model.ts'
import { answer, at, row } from './answers.ts'

const january = (payers: number) => row('1997-01-01', 40, [[payers, payers, payers]])
const twins = answer([january(11), row('1997-02-01', 40, [[22, 22, 22]]), january(33)])
const now = at('1998-01-01')

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

test('cohorts of one start are told apart, and keep their names when the answer is fetched again', () => {
  const ids = () => buildCohortGrid(structuredClone(twins), { now }).rows.map((one) => rowId(one))
  expect(new Set(ids()).size).toBe(3)
  expect(ids()).toEqual(ids())
  // The name that a cohort has alone is the first one's.
  expect(ids()[0]).toBe(`|${at('1997-01-01')}`)
})

test('both are drawn in their order, and one of them is selected alone', () => {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {})
  const third = rowId(buildCohortGrid(twins, { now }).rows[2]!)
  const { container } = render(
    <CohortTable
      data={twins}
      asOf={now * 1000}
      metric="payers"
      summary={[]}
      selectedRows={[third]}
      sort={{ by: 0, descending: true }}
    />,
  )
  const rows = [...container.querySelectorAll('tbody [role=row]')]
  expect(rows.map((one) => one.lastElementChild?.textContent)).toEqual(['33', '22', '11'])
  const selected = rows.map((one) => one.querySelectorAll('[aria-selected=true]').length > 0)
  expect(selected).toEqual([true, false, false])
  expect(complaints).not.toHaveBeenCalled()
})
