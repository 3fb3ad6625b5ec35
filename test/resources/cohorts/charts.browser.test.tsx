import { StrictMode, type ReactElement } from 'react'
import { hydrateRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it } from 'vitest'
import { CohortHeatmap } from '../../../src/resources/cohorts/CohortHeatmap.tsx'
import { RetentionCurves } from '../../../src/resources/cohorts/RetentionCurves.tsx'
import '../../../src/styles/index.css'
import { at, shop } from './answers.ts'

const shown = { data: shop(), asOf: at('1997-04-15T12:00:00Z') * 1000 }
const share = { metric: 'payers', view: 'percentOfSize' } as const
const heatmap = <CohortHeatmap {...shown} {...share} />
const curves = <RetentionCurves {...shown} {...share} intervals />

let root: Root | undefined
let host: HTMLElement | undefined

afterEach(() => {
  root?.unmount()
  host?.remove()
})

/** Hydrates the server's markup in a box of a width; returns what React complained of. */
function hydrate(chart: ReactElement, width: number, direction: 'ltr' | 'rtl' = 'ltr'): unknown[] {
  host = document.createElement('div')
  host.style.width = `${width}px`
  host.dir = direction
  host.innerHTML = renderToString(<StrictMode>{chart}</StrictMode>)
  document.body.append(host)
  const complaints: unknown[] = []
  root = hydrateRoot(host, <StrictMode>{chart}</StrictMode>, {
    onRecoverableError: (error) => complaints.push(error),
  })
  return complaints
}

const drawnWidth = () =>
  Number(host!.querySelector('.qv-chart-svg')!.getAttribute('viewBox')!.split(' ')[2])

describe.each([
  ['heat map', heatmap, '.qv-heatmap-cells'],
  ['curves', curves, '.qv-chart-path'],
])('the %s', (_, chart, drawn) => {
  it.each([1200, 390])(
    'takes the server’s drawing over without a difference, then the width there is: %i',
    async (width) => {
      const complaints = hydrate(chart, width)
      const before = host!.querySelector(drawn)
      expect(before).not.toBeNull()
      expect(drawnWidth()).toBe(640)
      await expect.poll(drawnWidth).toBe(width)
      expect(complaints).toEqual([])
      expect(host!.querySelector(drawn)).toBe(before)
      expect(host!.scrollWidth).toBe(width)
    },
  )

  it('turns its axes around in a right-to-left page', async () => {
    const first = () => host!.querySelector('.qv-chart-tick')!.getBoundingClientRect()
    hydrate(chart, 1200, 'rtl')
    await expect.poll(drawnWidth).toBe(1200)
    await expect.poll(() => first().left > 1000).toBe(true)
  })
})
