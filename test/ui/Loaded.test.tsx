import { act, render, screen } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { Loaded } from '../../src/ui/Loaded.tsx'
import { createPart } from '../../src/ui/part.ts'

interface Chart {
  readonly title: string
}

const drawn = (part: ReturnType<typeof createPart<Chart>>) => (
  <Loaded part={part} fallback={<p>on its way</p>}>
    {({ title }) => <p>{title}</p>}
  </Loaded>
)

test('a part is asked for once by all who draw it, and stands in the place of its fallback', async () => {
  const load = vi.fn(() => Promise.resolve({ title: 'the chart' }))
  const part = createPart(load)
  render(
    <>
      {drawn(part)}
      {drawn(part)}
    </>,
  )
  expect(screen.getAllByText('on its way')).toHaveLength(2)
  expect(await screen.findAllByText('the chart')).toHaveLength(2)
  expect(load).toHaveBeenCalledTimes(1)
})

test('server HTML holds the fallback, with no word of a switch to the browser', async () => {
  const load = vi.fn(() => Promise.resolve({ title: 'the chart' }))
  const html = renderToString(drawn(createPart(load)))
  expect(html).toBe('<p>on its way</p>')
  expect(load).not.toHaveBeenCalled()
})

test('a part that is there already is hydrated by the fallback that the server sent', async () => {
  const part = createPart(() => Promise.resolve({ title: 'the chart' }))
  part.ask()
  await act(() => Promise.resolve())
  const container = document.createElement('div')
  container.innerHTML = renderToString(drawn(part))
  expect(container.textContent).toBe('on its way')
  const log = vi.spyOn(console, 'error')
  render(drawn(part), { container, hydrate: true })
  expect(container.textContent).toBe('the chart')
  expect(log).not.toHaveBeenCalled()
})

test('a part that cannot be loaded leaves a notice instead of an error, and the next try draws it', async () => {
  const load = vi
    .fn<() => Promise<Chart>>()
    .mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
    .mockResolvedValueOnce({ title: 'the chart' })
  render(drawn(createPart(load)))
  const notice = await screen.findByRole('alert')
  expect(notice.textContent).toContain('could not be loaded')
  act(() => screen.getByRole('button', { name: 'Try again' }).click())
  expect(await screen.findByText('the chart')).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
})

test('what failed elsewhere is tried again by who draws it next', async () => {
  const load = vi
    .fn<() => Promise<Chart>>()
    .mockRejectedValueOnce(new TypeError('Failed to fetch'))
    .mockResolvedValue({ title: 'the chart' })
  const part = createPart(load)
  const first = render(drawn(part))
  await screen.findByRole('alert')
  first.unmount()
  render(drawn(part))
  expect(await screen.findByText('the chart')).toBeTruthy()
})
