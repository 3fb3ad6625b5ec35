'use client'
import { useState, useSyncExternalStore } from 'react'

/**
 * The instant a panel counts its default range back from, in milliseconds since the epoch: the provider's `now`, else
 * the time of mounting. Null on the server and while hydrating without a `now`, so that both draw the same.
 */
export function useNow(provided: Date | undefined): number | null {
  const [mounted] = useState(() => Date.now())
  const clock = useSyncExternalStore(
    subscribe,
    () => mounted,
    () => null,
  )
  return provided ? provided.getTime() : clock
}

const subscribe = () => () => undefined
