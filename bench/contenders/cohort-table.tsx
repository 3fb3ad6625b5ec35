import { CohortTable } from 'qonversion-react/components'
import 'qonversion-react/styles.css'
import { makeAnswer } from '../src/answer'
import type { CohortData, Metric } from '../src/data'
import { addCohortCss } from '../src/cohortCss'
import { reactMount } from '../src/react'

export const name = 'cohort-table'
export const about =
  'CohortTable of qonversion-react as packed, with total and mean rows, colours, states, tooltip, keyboard, selection'
export const hover = 'tooltip'
/** Printed beside the table. */
export const props =
  'data (six metrics), asOf, metric, density="compact", summary, onRefresh, onCellAction, onSelectedRowsChange, annotations'

let shown: ReturnType<typeof makeAnswer>
const nothing = () => {}
const ANNOTATIONS = [{ date: '2025-01-09', label: 'Price rise' }]
const SUMMARY = ['total', 'mean'] as const

const View = ({ metric }: { metric: Metric }) => (
  <CohortTable
    data={shown.answer}
    asOf={shown.asOf}
    metric={metric}
    density="compact"
    summary={SUMMARY}
    annotations={ANNOTATIONS}
    onRefresh={nothing}
    onCellAction={nothing}
    onSelectedRowsChange={nothing}
  />
)

const root = reactMount()
export const prepare = (data: Record<Metric, CohortData>) => {
  shown = makeAnswer(data)
  // As the numbers' formatters are for all: the others are given their dates as text, so the first date is in nobody's time.
  new Intl.DateTimeFormat('en-US', { dateStyle: 'medium' }).formatRange(0, 86_400_000)
}
export const mount = (el: HTMLElement, d: CohortData) => {
  addCohortCss()
  root.open(el, <View metric={d.metric} />)
}
export const update = (d: CohortData) => root.show(<View metric={d.metric} />)
export const scroller = (el: HTMLElement) => el.querySelector<HTMLElement>('.qv-grid-scroll')
export const cells = (el: HTMLElement) =>
  el.querySelector<HTMLElement>('tbody [role=gridcell].qv-grid-cell')
