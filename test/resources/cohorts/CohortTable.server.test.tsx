// @vitest-environment node
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CohortTable } from '../../../src/resources/cohorts/CohortTable.tsx'
import { at, shop } from './answers.ts'

test('server HTML with two cohorts chosen is whole: nothing in it asks to be drawn again in the browser', () => {
  const selectedRows = ['1997-01-01', '1997-02-01'].map((day) => `|${at(day)}`)
  const html = renderToString(
    <CohortTable
      data={shop()}
      asOf={at('1998-01-01') * 1000}
      metric="payers"
      view="percentOfSize"
      selectedRows={selectedRows}
    />,
  )
  expect(html.match(/aria-selected="true"/g)).toHaveLength(2)
  // React's mark of a part that a server gave up on.
  expect(html).not.toContain('<!--$!-->')
})
