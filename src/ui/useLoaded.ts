'use client'
import { useCallback, useRef, useState } from 'react'

/**
 * What is loaded when it is first asked for: null until it is there, and how to ask. Where loading fails nothing changes, and
 * the next call tries again. `load` is read at the first call.
 */
export function useLoaded<Value>(
  load: () => Promise<Value>,
): readonly [loaded: Value | null, ask: () => void] {
  const [loaded, setLoaded] = useState<{ readonly value: Value } | null>(null)
  const [first] = useState(() => load)
  const isAsked = useRef(false)
  const ask = useCallback(() => {
    if (isAsked.current) return
    isAsked.current = true
    first().then(
      (value) => setLoaded({ value }),
      () => void (isAsked.current = false),
    )
  }, [first])
  return [loaded && loaded.value, ask]
}
