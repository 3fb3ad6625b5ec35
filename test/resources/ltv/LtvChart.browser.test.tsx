import { StrictMode } from 'react'
import { hydrateRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it } from 'vitest'
import { LtvChart } from '../../../src/resources/ltv/LtvChart.tsx'
import '../../../src/styles/index.css'
import { january, noon } from './answers.ts'

let root: Root | undefined
let host: HTMLElement | undefined

const chart = (
  <StrictMode>
    <LtvChart
      data={january}
      asOf={noon * 1000}
      question={{ currency: 'EUR' }}
      costs={{ per: 'install', currency: 'EUR', rate: 2 }}
    />
  </StrictMode>
)

/** Hydrates the server's markup in a box of a width; returns what React complained of. */
function hydrate(width: number, direction: 'ltr' | 'rtl' = 'ltr'): unknown[] {
  host = document.createElement('div')
  host.style.width = `${width}px`
  host.dir = direction
  host.innerHTML = renderToString(chart)
  document.body.append(host)
  const complaints: unknown[] = []
  root = hydrateRoot(host, chart, { onRecoverableError: (error) => complaints.push(error) })
  return complaints
}

afterEach(() => {
  root?.unmount()
  host?.remove()
})

const boxOf = (selector: string) => host!.querySelector(selector)!.getBoundingClientRect()
const drawnWidth = () =>
  Number(host!.querySelector('svg.qv-chart-svg')!.getAttribute('viewBox')!.split(' ')[2])

describe('the chart, hydrated', () => {
  it('takes over the server’s markup without a difference and then the width there is', async () => {
    const complaints = hydrate(1200)
    const line = host!.querySelector('.qv-chart-line')
    await expect.poll(drawnWidth).toBeGreaterThan(660)
    expect(complaints).toEqual([])
    expect(host!.querySelector('.qv-chart-line')).toBe(line)
  })

  it('stands beside its table where there is room, above it where there is none', async () => {
    hydrate(1200)
    await expect.poll(drawnWidth).toBeGreaterThan(660)
    expect(boxOf('.qv-ltv-beside').left).toBeGreaterThan(boxOf('.qv-ltv-curves').right)
    host!.style.width = '360px'
    await expect.poll(drawnWidth).toBe(360)
    expect(boxOf('.qv-ltv-beside').top).toBeGreaterThan(boxOf('.qv-ltv-curves').bottom - 1)
    expect(host!.scrollWidth).toBe(360)
  })

  it.each(['ltr', 'rtl'] as const)(
    'shows all columns of its table in a phone (%s)',
    (direction) => {
      hydrate(340, direction)
      const box = host!.querySelector('.qv-ltv-scroll')!
      expect(box.querySelectorAll('th[scope=col]')).toHaveLength(7)
      expect(box.scrollWidth).toBe(box.clientWidth)
      // The name stands above its numbers, not on them.
      const [name, size] = ['th[scope=row]', 'td'].map((part) =>
        box.querySelector(`tbody ${part}`)!,
      )
      const numbers = document.createRange()
      numbers.selectNodeContents(size!)
      expect(name!.getBoundingClientRect().top).toBeGreaterThan(
        boxOf('.qv-ltv-table thead').bottom - 1,
      )
      expect(name!.getBoundingClientRect().bottom).toBeLessThan(
        numbers.getBoundingClientRect().top + 4,
      )
    },
  )

  it('runs from right to left with its page', async () => {
    hydrate(1200, 'rtl')
    await expect.poll(drawnWidth).toBeGreaterThan(660)
    expect(boxOf('.qv-ltv-beside').right).toBeLessThan(boxOf('.qv-ltv-curves').left)
    // Bars of the ages that are final come first: on the right.
    const [final, open] = host!.querySelectorAll('.qv-chart-bars')
    expect(final!.getBoundingClientRect().right).toBeGreaterThan(
      open!.getBoundingClientRect().right,
    )
  })
})
