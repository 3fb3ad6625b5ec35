import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { Dialog } from '../../src/ui/Dialog.tsx'

function Page({ onClose }: { onClose?: () => void }) {
  const [isOpen, setOpen] = useState(false)
  const close = () => {
    onClose?.()
    setOpen(false)
  }
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Ask
      </button>
      {isOpen && (
        <Dialog
          title="Sure?"
          onClose={close}
          actions={
            <>
              <button type="button">Yes</button>
              <button type="button" data-first-focus="" onClick={close}>
                No
              </button>
            </>
          }
        >
          It cannot be undone.
        </Dialog>
      )}
    </>
  )
}

const open = () => {
  const button = screen.getByRole('button', { name: 'Ask' })
  button.focus()
  fireEvent.click(button)
  return button
}

test('it has the name and the words of what is asked, and the focus where it is marked', () => {
  render(<Page />)
  open()
  const dialog = screen.getByRole('dialog', { name: 'Sure?' })
  const described = document.getElementById(dialog.getAttribute('aria-describedby')!)
  expect(described?.textContent).toBe('It cannot be undone.')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'No' }))
})

test('Escape asks once to close it, and the focus goes back to where it came from', () => {
  const onClose = vi.fn()
  render(<Page onClose={onClose} />)
  const button = open()
  fireEvent.keyDown(document.activeElement!, { key: 'Escape' })
  expect(onClose).toHaveBeenCalledTimes(1)
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(document.activeElement).toBe(button)
})

test('other keys leave it open', () => {
  render(<Page />)
  open()
  fireEvent.keyDown(document.activeElement!, { key: 'a' })
  expect(screen.getByRole('dialog')).toBeDefined()
})
