import { fireEvent, render, screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { CohortHeatmap } from '../../../src/resources/cohorts/CohortHeatmap.tsx'
import { CohortTable } from '../../../src/resources/cohorts/CohortTable.tsx'
import { RetentionCurves } from '../../../src/resources/cohorts/RetentionCurves.tsx'
import { at, shop } from './answers.ts'

const shown = {
  data: shop(),
  asOf: at('1998-01-01') * 1000,
  metric: 'payers',
  view: 'percentOfSize',
  question: { environment: 0 },
} as const

/** What “Download CSV” of a picture hands to the browser: name and text. */
async function saved(picture: React.ReactElement): Promise<{ name: string; text: string }> {
  const blobs: Blob[] = []
  let name = ''
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    blobs.push(blob as Blob)
    return 'blob:here'
  })
  vi.spyOn(URL, 'revokeObjectURL').mockReturnValue(undefined)
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    name = this.download
  })
  const { container, unmount } = render(picture)
  fireEvent.click(within(container).getByRole('button', { name: 'Download CSV' }))
  await vi.waitFor(() => expect(name).not.toBe(''))
  unmount()
  return { name, text: await blobs[0]!.text() }
}

test('heat map and curves save the very file that the table saves', async () => {
  const table = await saved(<CohortTable {...shown} summary={['mean']} />)
  expect(table.name).toMatch(/^cohorts-sandbox-1997-01-01.*payers-percentOfSize\.csv$/)
  expect(table.text).toMatch(/^.?cohort,segment,/)
  expect(await saved(<CohortHeatmap {...shown} />)).toEqual(table)
  expect(await saved(<RetentionCurves {...shown} />)).toEqual(table)
})

test('heat map and curves are asked again by a button of their own; beside a table they leave that to it', () => {
  const onRefresh = vi.fn()
  for (const Picture of [CohortHeatmap, RetentionCurves]) {
    const { unmount } = render(<Picture {...shown} onRefresh={onRefresh} />)
    fireEvent.click(screen.getByRole('button', { name: 'Refresh' }))
    unmount()
  }
  expect(onRefresh).toHaveBeenCalledTimes(2)
  render(<RetentionCurves {...shown} bare onRefresh={onRefresh} />)
  expect(screen.queryByRole('button', { name: 'Refresh' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Download CSV' })).toBeNull()
})
