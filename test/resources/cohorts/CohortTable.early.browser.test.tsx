import { beforeEach, describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { CohortTable, type CohortTableProps } from '../../../src/resources/cohorts/CohortTable.tsx'
import '../../../src/styles/index.css'
import { createStage } from '../../stage.tsx'
import { at, shop } from './answers.ts'
import { cellIn, placeOf } from '../../ui/gridPlaces.ts'

beforeEach(() => page.viewport(1280, 900))
const stage = createStage()

/** A table whose handlers are not there yet: they load from the first event on, and every event here comes before. */
function draw(props: Partial<CohortTableProps> = {}): void {
  const asOf = at('1998-01-01') * 1000
  stage.draw(<CohortTable data={shop()} asOf={asOf} {...props} />)
}

const cellAt = (row: number, column: number) => cellIn(stage.host, row, column)!

/** Sends an event to a cell, in its middle; false where its default was prevented. */
function send(
  cell: HTMLElement,
  event: 'mousedown' | 'mousemove' | 'mouseup' | 'contextmenu',
  init: MouseEventInit = {},
): boolean {
  const { x, y, width, height } = cell.getBoundingClientRect()
  const middle = { clientX: x + width / 2, clientY: y + height / 2 }
  return cell.dispatchEvent(
    new MouseEvent(event, { bubbles: true, cancelable: true, ...middle, ...init }),
  )
}

const selected = () =>
  [...stage.host.querySelectorAll('[data-edge]')].map((cell) => placeOf(cell).join('.'))

describe('what is done before its handlers are loaded', () => {
  it('a drag that was over by then has drawn up its range', async () => {
    draw()
    send(cellAt(1, 2), 'mousedown', { buttons: 1 })
    send(cellAt(2, 3), 'mousemove', { buttons: 1 })
    send(cellAt(2, 3), 'mouseup')
    expect(selected()).toEqual([])
    await vi.waitFor(() => expect(selected()).toEqual(['1.2', '1.3', '2.2', '2.3']))
    expect(document.activeElement).toBe(cellAt(2, 3))
    send(cellAt(3, 4), 'mousemove', { buttons: 0 })
    expect(selected()).toHaveLength(4)
  })

  it('a drag that still goes on is followed from where it began', async () => {
    draw()
    send(cellAt(1, 2), 'mousedown', { buttons: 1 })
    send(cellAt(1, 3), 'mousemove', { buttons: 1 })
    await vi.waitFor(() => expect(selected()).toEqual(['1.2', '1.3']))
    send(cellAt(1, 4), 'mousemove', { buttons: 1 })
    expect(selected()).toEqual(['1.2', '1.3', '1.4'])
    send(cellAt(1, 4), 'mouseup')
  })

  it('the right button opens the menu of a number instead of the browser’s', async () => {
    draw({ cellMenu: () => [{ label: 'Show the payers', onSelect: () => undefined }] })
    expect(send(cellAt(2, 3), 'contextmenu')).toBe(false)
    await vi.waitFor(() => expect(stage.host.querySelector('[role=menuitem]')).not.toBeNull())
  })

  it('the browser keeps its own menu where a number has none, and over headings', () => {
    draw()
    expect(send(cellAt(2, 3), 'contextmenu')).toBe(true)
    draw({ cellMenu: () => [] })
    expect(send(cellAt(0, 3), 'contextmenu')).toBe(true)
  })

  it('the space bar acts and does not scroll the page', async () => {
    const onCellAction = vi.fn()
    draw({ onCellAction })
    const space = new KeyboardEvent('keydown', { key: ' ', bubbles: true, cancelable: true })
    expect(cellAt(1, 2).dispatchEvent(space)).toBe(false)
    await vi.waitFor(() => expect(onCellAction).toHaveBeenCalledTimes(1))
  })
})
