'use client'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { historyOf } from './viewHistory.ts'
import { decodeView, writeView, type PlainRecord, type PlainView } from './viewAddress.ts'

/** Where the address is kept: the browser's own unless a host's router keeps it. */
export interface AddressAdapter {
  /** The query of the address, with or without its `?`. On a server: that of the request, else an empty text. */
  readonly read: () => string
  /** Puts a query in place of the old one, as a new entry of the history or instead of the current one. */
  readonly write: (search: string, history: 'push' | 'replace') => void
  /** Calls back whenever the address may have changed; returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void
}

/** A view kept in the address: spread it onto a panel. */
export interface ViewInUrl {
  /** The parts that the address holds, as texts; the panel checks each and falls back where one is missing or broken. */
  readonly view: PlainRecord
  /** Writes the parts that differ from the panel's first view. */
  readonly onViewChange: (view: PlainView, changes?: PlainView) => void
}

/**
 * Keeps the view of one panel in the page's address, under `key`: links, reload, back and forward reopen it. Several
 * panels share an address by different keys, and everything else in it stays. A choice is an entry of the history; what is
 * typed, ticked or turned over (dates, costs, selected rows, the order) takes the place of the current one. `adapter` must keep
 * its identity.
 */
export function useViewInUrl(key: string, adapter: AddressAdapter = browserAddress): ViewInUrl {
  const search = useSyncExternalStore(adapter.subscribe, adapter.read, () =>
    // The browser's address is not known while its server draws, nor while that is hydrated.
    adapter === browserAddress ? '' : adapter.read(),
  )
  const view = useMemo(() => decodeView(key, new URLSearchParams(search)), [key, search])
  const onViewChange = useCallback(
    (whole: PlainView, changes: PlainView = whole) => {
      const before = adapter.read()
      const after = writeView(before, key, changes)
      if (after !== before) adapter.write(after, historyOf(key, before, after))
    },
    [key, adapter],
  )
  return { view, onViewChange }
}

const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}

/** The address of the browser's window, by its History API. */
export const browserAddress: AddressAdapter = {
  read: () => window.location.search,
  write(search, history) {
    const { pathname, hash } = window.location
    // What a router keeps in the entry is left to it.
    window.history[`${history}State`](window.history.state, '', `${pathname}${search}${hash}`)
    // The History API tells nobody of its own writes.
    tell()
  },
  subscribe(listener) {
    if (listeners.size === 0) window.addEventListener('popstate', tell)
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) window.removeEventListener('popstate', tell)
    }
  },
}
