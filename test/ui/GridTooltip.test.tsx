import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { GridTooltip } from '../../src/ui/GridTooltip.tsx'
import { useGridNavigation } from '../../src/ui/useGridNavigation.ts'

const describe = () => ({ sentence: 'What it says', details: [] })

function Grid({ name }: { readonly name: string }) {
  const { gridRef } = useGridNavigation({
    rowCount: 1,
    columnCount: 1,
    start: { row: 0, column: 0 },
  })
  return (
    <>
      <table ref={gridRef} role="grid">
        <tbody>
          <tr aria-rowindex={1}>
            <td role="gridcell" aria-colindex={1}>
              {name}
            </td>
          </tr>
        </tbody>
      </table>
      <GridTooltip id={`tip of ${name}`} gridRef={gridRef} describe={describe} />
    </>
  )
}

test('a grid that is gone before its tooltip was loaded is not watched for', async () => {
  const listen = vi.spyOn(document, 'addEventListener')
  const keys = () => listen.mock.calls.filter(([type]) => type === 'keydown').length
  const first = render(<Grid name="gone" />)
  fireEvent.pointerOver(screen.getByText('gone'))
  first.unmount()
  render(<Grid name="stays" />)
  fireEvent.pointerOver(screen.getByText('stays'))
  // Asked for later than the first, it comes later.
  await screen.findByText('What it says')
  expect(keys()).toBe(1)
})
