'use client'
import { useState } from 'react'
import { useIsServerHtml } from '../hydration/hooks.ts'

/**
 * The instant a panel counts its default range back from, in milliseconds since the epoch: the provider's `now`, else
 * the time of mounting. Null on the server and while hydrating without a `now`, so that both draw the same.
 */
export function useNow(provided: Date | undefined): number | null {
  const [mounted] = useState(() => Date.now())
  const isServerHtml = useIsServerHtml()
  return provided ? provided.getTime() : isServerHtml ? null : mounted
}
