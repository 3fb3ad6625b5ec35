import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { CohortTable } from '../../../src/resources/cohorts/CohortTable.tsx'
import * as handlers from '../../../src/resources/cohorts/useCohortHandlers.ts'
import { at, shop } from './answers.ts'

/** While it is true, what clicks and keys do cannot be loaded. */
const network = vi.hoisted(() => ({ isDown: true }))

vi.mock('../../../src/resources/cohorts/useCohortHandlers.ts', async (original) => {
  const whole = await original<typeof handlers>()
  return {
    get createCohortHandlers() {
      if (network.isDown) throw new TypeError('Failed to fetch dynamically imported module')
      return whole.createCohortHandlers
    },
  }
})

test('a click that cannot be done because its handlers do not load is not lost in silence', async () => {
  const onCellAction = vi.fn()
  const asOf = at('1998-01-01') * 1000
  const { container } = render(
    <CohortTable data={shop()} asOf={asOf} onCellAction={onCellAction} />,
  )
  const cell = container.querySelector('[aria-rowindex="2"] [aria-colindex="3"]')!
  fireEvent.click(cell)
  expect((await screen.findByRole('alert')).textContent).toContain('could not be loaded')
  network.isDown = false
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  expect(onCellAction).not.toHaveBeenCalled()
  fireEvent.click(cell)
  expect(onCellAction).toHaveBeenCalledTimes(1)
})
