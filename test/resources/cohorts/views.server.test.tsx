// @vitest-environment node
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { createTexts } from '../../../src/i18n/createTexts.ts'
import { describeGrid } from '../../../src/resources/cohorts/cohortDescribe.ts'
import { CohortHeatmap } from '../../../src/resources/cohorts/CohortHeatmap.tsx'
import { CohortTable } from '../../../src/resources/cohorts/CohortTable.tsx'
import { buildCohortGrid } from '../../../src/resources/cohorts/grid.build.model.ts'
import type { CohortView } from '../../../src/resources/cohorts/grid.types.ts'
import { RetentionCurves } from '../../../src/resources/cohorts/RetentionCurves.tsx'
import type { CohortDefinition, CohortMetric } from '../../../src/resources/cohorts/types.ts'
import { at, shop } from './answers.ts'

const VIEWS: readonly CohortView[] = [
  'absolute',
  'cumulative',
  'perMember',
  'cumulativePerMember',
  'percentOfSize',
  'percentOfFirst',
  'percentOfPrevious',
]
const amounts = VIEWS.filter((view) => view !== 'percentOfSize')
/** The table of views as designed: distinct people do not add up, and a ratio has no share of another. */
const TABLE: readonly (readonly [CohortMetric, CohortDefinition, readonly CohortView[]])[] = [
  ['revenue', 'new_customers', amounts],
  ['subscriptions', 'new_customers', amounts],
  ['payers', 'new_customers', ['absolute', 'percentOfSize', 'percentOfFirst', 'percentOfPrevious']],
  ['arpu', 'new_customers', ['absolute', 'cumulative', 'percentOfFirst']],
  ['arppu', 'new_customers', ['absolute']],
  // Where every member is a payer, revenue so far per payer has the cohort's size under it.
  ['arppu', 'new_paying', ['absolute', 'cumulative']],
  ['arpas', 'new_customers', ['absolute']],
]
const REFUSED = 'Worked out this way the numbers would be wrong: choose another view.'
const asOf = at('1998-01-01') * 1000

test.each(TABLE)('%s of %s is drawn in its views and refused in words in all others', (...row) => {
  const [metric, definition, allowed] = row
  for (const view of VIEWS) {
    const question = { cohort_definition: definition }
    const shown = { data: shop(), asOf, metric, view, question }
    const pictures = {
      'role="grid"': <CohortTable {...shown} />,
      'class="qv-heatmap': <CohortHeatmap {...shown} />,
      'class="qv-chart-path': <RetentionCurves {...shown} />,
    }
    for (const [drawn, picture] of Object.entries(pictures)) {
      const html = renderToString(picture)
      const isAllowed = allowed.includes(view)
      expect({ view, drawn: html.includes(drawn) }).toEqual({ view, drawn: isAllowed })
      expect({ view, refused: html.includes(REFUSED) }).toEqual({ view, refused: !isAllowed })
      // Neither a state nor a file of numbers that there are not.
      if (!isAllowed) expect(html).not.toContain('Complete')
      expect(/<button[^>]*disabled=""[^>]*>Download CSV/.test(html)).toBe(!isAllowed)
    }
  }
})

test('curves beside a table leave the words to it', () => {
  const shown = { data: shop(), asOf, metric: 'arpas', view: 'cumulative' } as const
  expect(renderToString(<RetentionCurves {...shown} bare />)).not.toContain('qv-chart')
})

test('a ratio whose making is not published has no derived view either', () => {
  const shown = { data: shop(), asOf, metric: 'arpu', view: 'cumulative' } as const
  const html = renderToString(<CohortTable {...shown} cellBasis="vendor" />)
  expect(html).toContain(REFUSED)
  expect(html).not.toContain('role="grid"')
})

test('an agent is told as well', () => {
  const grid = buildCohortGrid(shop(), { now: at('1998-01-01') })
  const said = describeGrid(createTexts(), grid, { metric: 'payers', view: 'cumulative' }, {})
  expect(said).toContain(REFUSED)
})
