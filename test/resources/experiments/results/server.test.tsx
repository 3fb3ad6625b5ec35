// @vitest-environment node
import { renderToString } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { ExperimentResults } from '../../../../src/resources/experiments/ExperimentResults.tsx'
import { looks, paywall, screener } from '../../../../stories/experiments/results.ts'

const asOf = Date.parse('2026-11-21T12:00:00Z')

describe('the results on a server', () => {
  const html = renderToString(
    <ExperimentResults {...paywall} asOf={asOf} series={looks([0.05, 0.06])} />,
  )

  test('have health before the decision, and that before the metrics', () => {
    const at = [
      'Sample ratio',
      'Keep running.',
      'Payers per exposed user',
      'Exposed users refunded',
    ].map((text) => html.indexOf(text))
    expect(at).not.toContain(-1)
    expect(at).toEqual(at.toSorted((a, b) => a - b))
  })

  test('have their intervals, the line over time, its table and the other engines', () => {
    // Four metrics with one arm each, and money without the largest payments; the other engines fold theirs away.
    expect(
      html.split('Other engines')[0]?.match(/class="qv-interval-range" x1="[\d.]+%"/g),
    ).toHaveLength(6)
    expect(html).toMatch(/<path class="qv-chart-path"[^>]* d="M[\d.]+,[\d.]+L/)
    expect(html).toContain('>Nov 21, 2026</th>')
    expect(html).toContain('Not used for the decision, and not safe to look at daily.')
    expect(html).toContain('Beta belief, prior 1 and 1')
  })

  test('are described by their sentences', () => {
    const [, id] = /<table[^>]*aria-describedby="([^"]+)"/.exec(html)!
    const described = html.slice(html.indexOf(`id="${id}"`))
    expect(described).toContain('Change +26.0%, 95.0% interval')
  })

  test('need no inline style', () => {
    expect(html).not.toMatch(/ style=/)
  })

  test('are told absolutely by the published figures', () => {
    const absolute = renderToString(
      <ExperimentResults {...screener} asOf={asOf} view={{ scale: 'absolute' }} />,
    )
    expect(absolute).toContain('−1.16 points to +0.186 points')
  })
})
