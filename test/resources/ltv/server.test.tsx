// @vitest-environment node
import { renderToString } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { LtvChart } from '../../../src/resources/ltv/LtvChart.tsx'
import { january, noon } from './answers.ts'

describe('the chart on a server', () => {
  const html = renderToString(
    <LtvChart
      data={january}
      asOf={noon * 1000}
      costs={{ per: 'install', currency: 'EUR', rate: 2 }}
      question={{ currency: 'EUR' }}
    />,
  )

  test('has its paths, its numbers in a table, and what is said of them', () => {
    expect(html.match(/<path class="qv-chart-path"[^>]* d="M[\d.]+,[\d.]+L/g)).toHaveLength(2)
    expect(html).toMatch(/data-unfinished="" d="M/)
    // Day 6: 264 of 80 customers.
    expect(html).toContain('€3.30, not final')
    expect(html).toContain('Paid back on day 2.')
    expect(html).toContain('D7 is final on Jan 19, 2026.')
    expect(html).toContain('>Jan 19, 2026</td>')
  })

  test('needs no inline style', () => {
    expect(html).not.toMatch(/ style=/)
  })
})
