'use client'
import { useMemo, useState } from 'react'
import { changedParts, type StoredView } from '../core/viewParts.ts'

/** How a panel's view is given, begun and told. */
export interface PanelViewProps<View> {
  readonly view?: Partial<View> | StoredView | undefined
  readonly initialView?: Partial<View> | undefined
  readonly onViewChange?: ((view: View, changes: Partial<View>) => void) | undefined
}

/** What is chosen in a panel. */
export interface PanelView<View> {
  readonly view: View
  /** What the panel began with: the same for as long as it stands. */
  readonly first: View
  readonly setView: (next: View) => void
}

/**
 * Keeps what is chosen in a panel, or tells the host that keeps it. `begin` makes the first view of what the host gives, and
 * `read` a whole view of anything stored; both must keep their identity.
 */
export function usePanelView<View extends object>(
  { view: given, initialView, onViewChange }: PanelViewProps<View>,
  begin: (given?: Partial<View>) => View,
  read: (stored: Partial<View> | StoredView, fallback: View) => View,
): PanelView<View> {
  const [first] = useState(() => begin(initialView))
  const [own, setOwn] = useState(first)
  const view = useMemo(() => (given ? read(given, first) : own), [given, first, own, read])
  const setView = (next: View) => {
    setOwn(next)
    onViewChange?.(next, changedParts(next, first))
  }
  return { view, first, setView }
}
