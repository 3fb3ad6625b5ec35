import { CohortHeatmap } from 'qonversion-react/components'
import 'qonversion-react/styles.css'
import { makeAnswer } from '../src/answer'
import type { CohortData, Metric } from '../src/data'
import { reactMount } from '../src/react'

export const name = 'cohort-heatmap'
export const about =
  'CohortHeatmap of qonversion-react as packed: one shape a level, numbers where they fit, tooltip, keyboard, data table'
export const hover = 'tooltip'
/** Printed beside the table. */
export const props = 'data (six metrics), asOf, metric, onCellAction'

let shown: ReturnType<typeof makeAnswer>
const nothing = () => {}

const View = ({ metric }: { metric: Metric }) => (
  <CohortHeatmap data={shown.answer} asOf={shown.asOf} metric={metric} onCellAction={nothing} />
)

const root = reactMount()
export const prepare = (data: Record<Metric, CohortData>) => {
  shown = makeAnswer(data)
}
export const mount = (el: HTMLElement, d: CohortData) => root.open(el, <View metric={d.metric} />)
export const update = (d: CohortData) => root.show(<View metric={d.metric} />)
