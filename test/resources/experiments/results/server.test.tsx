// @vitest-environment node
import { renderToString } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { Arm } from '../../../../src/resources/experiments/analysis.types.ts'
import {
  ExperimentResults,
  type ExperimentResultsProps,
} from '../../../../src/resources/experiments/ExperimentResults.tsx'
import { looks, paid, paywall, screener } from '../../../../stories/experiments/results.ts'
import * as states from '../../../../stories/experiments/resultStates.ts'

const asOf = Date.parse('2026-11-21T12:00:00Z')

describe('the results on a server', () => {
  const html = renderToString(
    <ExperimentResults {...paywall} asOf={asOf} series={looks([0.05, 0.06])} />,
  )

  test('have health before the decision, and that before the metrics', () => {
    const texts = [
      'Sample ratio',
      'Keep running.',
      'Payers per exposed user',
      'users refunded</span>',
    ]
    const at = texts.map((text) => html.indexOf(text))
    expect(at).not.toContain(-1)
    expect(at).toEqual(at.toSorted((a, b) => a - b))
  })

  test('have their intervals, the line over time and its table', () => {
    // Five metrics with one arm each, and money without the largest payments.
    expect(html.match(/class="qv-interval-range" x1="[\d.]+%"/g)).toHaveLength(6)
    expect(html).toMatch(/<path class="qv-chart-path"[^>]* d="M[\d.]+,[\d.]+L/)
    expect(html).toContain('>Nov 21, 2026</th>')
  })

  test('are held against what does not matter, whole on both sides of zero, and a limit where it is', () => {
    // Sure by far: the interval is above the zone of 2% either way.
    const plan = { ...states.shipped.plan, minEffect: 0.02 }
    const drawn = renderToString(<ExperimentResults {...states.shipped} plan={plan} asOf={asOf} />)
    const number = (pattern: RegExp) => Number(pattern.exec(drawn)?.[1])
    const [from, width] = [
      number(/class="qv-interval-zone" x="([\d.]+)%"/),
      number(/class="qv-interval-zone"[^>]* width="([\d.]+)%"/),
    ]
    const zero = number(/class="qv-interval-zero" x1="([\d.]+)%"/)
    expect(from + width / 2).toBeCloseTo(zero, 1)
    expect(width).toBeGreaterThan(0)
    // A guardrail that puts up with ten times as much has its limit beyond the picture, not at its edge.
    const [guardrail] = paywall.plan.guardrails
    const wide = { ...paywall.plan, guardrails: [{ ...guardrail, margin: 10 }] }
    const without = renderToString(<ExperimentResults {...paywall} plan={wide} asOf={asOf} />)
    expect(html).toContain('qv-interval-limit')
    expect(without).not.toContain('qv-interval-limit')
  })

  test.for([
    ['unclear', states.unclear, true],
    ['shipped', states.shipped, false],
    ['rolled back', states.rolledBack, false],
    ['broken', states.broken, false],
  ] as const)('say the days left while something is waited for: %s', ([, state, isSaid]) => {
    const plan = { ...state.plan, plannedUsers: 200_000 }
    const drawn = renderToString(<ExperimentResults {...state} plan={plan} asOf={asOf} />)
    const [decision] = /class="qv-results-decision".*?<\/section>/.exec(drawn)!
    expect(/About \d+ days left/.test(decision)).toBe(isSaid)
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

  const changed = (
    { arms, ...rest }: Pick<ExperimentResultsProps, 'name' | 'plan'> & { arms: readonly Arm[] },
    change: (index: number) => Partial<Arm>,
  ) => ({ ...rest, arms: arms.map((arm, index) => Object.assign({}, arm, change(index))) })
  const odd = {
    noControl: { ...screener, arms: screener.arms.slice(1) },
    noArms: { ...screener, arms: [] },
    noSums: changed(screener, () => ({ metrics: {} })),
    nobodyMature: changed(paywall, () => ({ mature: 0 })),
    nobodyPaid: changed(paywall, (index) =>
      index === 0 ? { metrics: { user_to_paid: paid(0) } } : {},
    ),
  }

  test.for(
    Object.entries({ ...states, ...odd } as Record<string, Partial<ExperimentResultsProps>>),
  )('say nothing that nobody can read: %s', ([name, props]) => {
    for (const scale of ['relative', 'absolute', 'perThousand'] as const) {
      const page = renderToString(
        <ExperimentResults {...{ name, asOf }} plan={paywall.plan} {...props} view={{ scale }} />,
      )
      expect(page, scale).not.toMatch(/NaN|Infinity|undefined|∞|\{\w+\}/)
    }
  })
})
