'use client'
import { AnchoredPopover } from './AnchoredPopover.tsx'

/** One entry of a menu. */
export interface MenuItem {
  readonly label: string
  readonly onSelect: () => void
}

/** Props of `Menu`. */
export interface MenuProps {
  /** What it stands by. */
  readonly anchor: HTMLElement
  /** Accessible name: what the entries are about. */
  readonly label: string
  readonly items: readonly MenuItem[]
  /** Asked to close; `byKey` when the focus must go back to where it came from. */
  readonly onClose: (byKey: boolean) => void
}

/** A menu by a cell: arrows, Home and End or the first letter go from entry to entry, Enter or Space chooses, Escape and Tab close. */
export function Menu({ anchor, label, items, onClose }: MenuProps) {
  const onKey = (event: KeyboardEvent, panel: HTMLElement) => {
    if (event.key === 'Tab') {
      event.preventDefault()
      return onClose(true)
    }
    const entries = [...panel.querySelectorAll<HTMLElement>('[role=menuitem]')]
    const at = entries.findIndex((entry) => entry === event.target)
    const to = entries[reach(event.key, at, items)]
    if (!to) return
    event.preventDefault()
    to.focus()
  }
  return (
    <AnchoredPopover {...{ anchor, label, onClose, onKey }} role="menu">
      {items.map((item) => (
        <button
          key={item.label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className="qv-menu-item"
          onClick={() => {
            onClose(true)
            item.onSelect()
          }}
        >
          {item.label}
        </button>
      ))}
    </AnchoredPopover>
  )
}

/** The entry that a key leads to; -1 for none. */
function reach(key: string, at: number, items: readonly MenuItem[]): number {
  const last = items.length - 1
  if (key === 'ArrowDown') return at >= last ? 0 : at + 1
  if (key === 'ArrowUp') return at <= 0 ? last : at - 1
  if (key === 'Home') return 0
  if (key === 'End') return last
  if (key.length !== 1 || key === ' ') return -1
  const begins = (item: MenuItem) => item.label.toLowerCase().startsWith(key.toLowerCase())
  const after = items.findIndex((item, index) => index > at && begins(item))
  return after >= 0 ? after : items.findIndex(begins)
}
