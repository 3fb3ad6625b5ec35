import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { ChartLegend } from '../../../src/ui/charts/ChartLegend.tsx'

const legend = (count: number, shown: readonly number[]) => {
  const series = Array.from({ length: count }, (_, index) => ({
    id: `${index}`,
    label: `Line ${index}`,
    points: [],
  }))
  const ids = new Set(shown.map((index) => `${index}`))
  render(<ChartLegend series={series} shown={ids} isFull={false} onToggle={vi.fn()} notes={[]} />)
}
const names = () => screen.queryAllByRole('button', { name: /^Line/ }).map((e) => e.textContent)

test('a few lines are all named', () => {
  legend(24, [0])
  expect(names()).toHaveLength(24)
  expect(screen.queryByRole('button', { name: /^Name all/ })).toBeNull()
})

test('of a year of lines some are named, and those that are drawn; all of them on request', () => {
  legend(365, [0, 300])
  expect(names()).toHaveLength(25)
  expect(names()).toContain('Line 300')
  const all = screen.getByRole('button', { name: 'Name all 365 lines' })
  expect(all.getAttribute('aria-expanded')).toBe('false')
  fireEvent.click(all)
  expect(names()).toHaveLength(365)
  expect(all.getAttribute('aria-expanded')).toBe('true')
})
