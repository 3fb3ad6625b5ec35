import { fireEvent, render, screen } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { ChartTable } from '../../../src/ui/charts/ChartTable.tsx'

const columns = [{ id: 'a', label: 'Germany' }]
const table = (rows = vi.fn(() => [{ id: 0, heading: 'Month 1', texts: ['41.0%'] }])) => ({
  rows,
  element: <ChartTable label="Payers" corner="Month" columns={columns} rows={rows} />,
})

test('a table in a page that draws the chart itself is made once somebody opens it', () => {
  const { rows, element } = table()
  const { container } = render(element)
  expect(container.querySelector('table')).toBeNull()
  expect(rows).not.toHaveBeenCalled()
  fireEvent(container.querySelector('details')!, new Event('toggle'))
  expect(screen.getByText('41.0%')).toBeTruthy()
})

test('a table of server HTML is whole, and stays so in the browser', () => {
  const { element } = table()
  const container = document.createElement('div')
  container.innerHTML = renderToString(element)
  expect(container.textContent).toContain('41.0%')
  const log = vi.spyOn(console, 'error')
  render(element, { container, hydrate: true })
  expect(container.textContent).toContain('41.0%')
  expect(log).not.toHaveBeenCalled()
})
