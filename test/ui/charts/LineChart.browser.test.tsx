import { expect, it } from 'vitest'
import '../../../src/styles/index.css'
import { LineChart } from '../../../src/ui/charts/LineChart.tsx'
import { createStage } from '../../stage.tsx'

const stage = createStage()

it.each([
  ['a share', (y: number) => `${y.toFixed(2)}%`],
  ['a change', (y: number) => `+${y.toFixed(2)}%`],
  ['a fall, in German', (y: number) => `−${y.toFixed(0)}00 %`],
  ['money', (y: number) => `$${y.toFixed(0)},000.00`],
])('%s upwards stands whole within a host without padding', (_, formatY) => {
  stage.host.style.inlineSize = '390px'
  stage.draw(
    <LineChart
      series={[
        { id: 'a', label: 'A', points: [0, 1, 2].map((x) => ({ x, y: 10 * x, isFinal: true })) },
      ]}
      xLabel="Day"
      yLabel="Value"
      formatX={String}
      formatY={formatY}
      label="Values by day"
    />,
  )
  const { left } = stage.host.getBoundingClientRect()
  const ticks = [...stage.host.querySelectorAll("[text-anchor='end'].qv-chart-tick")]
  expect(ticks.length).toBeGreaterThan(2)
  for (const tick of ticks)
    expect(tick.getBoundingClientRect().left, tick.textContent).toBeGreaterThanOrEqual(left)
})
