import { cleanup, fireEvent, render, waitFor } from '@testing-library/react'
import { useEffect, useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { createRangeStore } from '../../src/ui/gridRange.ts'
import { createGridSelection, type GridSelection } from '../../src/ui/gridSelection.ts'
import { useGridNavigation } from '../../src/ui/useGridNavigation.ts'
import { cellIn, placeOf } from './gridPlaces.ts'

afterEach(cleanup)

/** A grid of 20 rows and 6 columns whose row 0 and column 0 are headings, of which a window mounts some rows. */
function Grid({ from, onCopy }: { from: number; onCopy: (area: object) => void }) {
  const { gridRef } = useGridNavigation({
    rowCount: 20,
    columnCount: 6,
    start: { row: 1, column: 1 },
  })
  const [selection, setSelection] = useState<GridSelection | null>(null)
  useEffect(() => {
    const made = createGridSelection(createRangeStore(), () => ({
      gridRef,
      area: { top: 1, bottom: 19, start: 1, end: 5 },
      focusCell: ({ row, column }) => cell(row, column)?.focus(),
      onCopy,
    }))
    setSelection(made)
    return made.endDrag
  }, [gridRef, onCopy])
  const { onMouseDown, onKeyDown, onCopy: onCopying } = selection ?? {}
  const rows = [0, ...Array.from({ length: 5 }, (_, index) => from + index)]
  return (
    <div ref={gridRef} role="grid" {...{ onMouseDown, onKeyDown }} onCopy={onCopying}>
      {rows.map((row) => (
        <div role="row" key={row} aria-rowindex={row + 1}>
          {[0, 1, 2, 3, 4, 5].map((column) => (
            <div role="gridcell" key={column} tabIndex={-1} aria-colindex={column + 1}>
              {row}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

const cell = (row: number, column: number) => cellIn(document, row, column)!

/** Positions of the cells that say they are selected, as `row.column`. */
const selected = () =>
  [...document.querySelectorAll<HTMLElement>('[aria-selected="true"]')].map((element) =>
    placeOf(element).join('.'),
  )

const shiftClick = (target: HTMLElement) => fireEvent.mouseDown(target, { shiftKey: true })

test('Shift with a click selects from the focused cell, and moves only the far corner after that', () => {
  render(<Grid from={1} onCopy={vi.fn()} />)
  cell(2, 2).focus()
  shiftClick(cell(3, 3))
  expect(selected()).toEqual(['2.2', '2.3', '3.2', '3.3'])
  shiftClick(cell(1, 2))
  expect(selected()).toEqual(['1.2', '2.2'])
  expect(document.activeElement).toBe(cell(1, 2))
})

test('a click without Shift and Escape clear the range', () => {
  render(<Grid from={1} onCopy={vi.fn()} />)
  cell(1, 1).focus()
  shiftClick(cell(2, 2))
  fireEvent.mouseDown(cell(3, 3))
  expect(selected()).toEqual([])
  shiftClick(cell(2, 2))
  fireEvent.keyDown(cell(2, 2), { key: 'Escape' })
  expect(selected()).toEqual([])
})

test('headings are never part of a range', () => {
  render(<Grid from={1} onCopy={vi.fn()} />)
  shiftClick(cell(0, 2))
  shiftClick(cell(2, 0))
  expect(selected()).toEqual([])
})

test('cells that a window mounts later are selected too, whatever shows', async () => {
  const onCopy = vi.fn()
  const { rerender } = render(<Grid from={1} onCopy={onCopy} />)
  cell(1, 1).focus()
  fireEvent.keyDown(cell(1, 1), { key: 'a', ctrlKey: true })
  expect(selected()).toHaveLength(25)
  rerender(<Grid from={11} onCopy={onCopy} />)
  await waitFor(() => expect(selected()).toHaveLength(25))
  expect(cell(15, 5).dataset['edge']).toBe('end')
  fireEvent.keyDown(cell(12, 1), { key: 'c', metaKey: true })
  expect(onCopy).toHaveBeenCalledExactlyOnceWith({ top: 1, bottom: 19, start: 1, end: 5 })
})

test('without a range the focused number is copied, and a heading is not', () => {
  const onCopy = vi.fn()
  render(<Grid from={1} onCopy={onCopy} />)
  fireEvent.copy(cell(2, 3))
  expect(onCopy).toHaveBeenCalledExactlyOnceWith({ top: 2, bottom: 2, start: 3, end: 3 })
  fireEvent.copy(cell(2, 0))
  expect(onCopy).toHaveBeenCalledTimes(1)
})

test('shortcuts work on a keyboard that writes no Latin letters', () => {
  const onCopy = vi.fn()
  render(<Grid from={1} onCopy={onCopy} />)
  fireEvent.keyDown(cell(2, 3), { key: 'с', code: 'KeyC', ctrlKey: true })
  expect(onCopy).toHaveBeenCalledTimes(1)
})
