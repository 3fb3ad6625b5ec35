'use client'
import { useCallback, useRef, useState } from 'react'

/**
 * What is loaded when it is first asked for: null until it is there, how to ask, and whether the last try failed. Where loading
 * fails the next call tries again. `load` is read at the first call.
 */
export function useLoaded<Value>(
  load: () => Promise<Value>,
): readonly [loaded: Value | null, ask: () => void, hasFailed: boolean] {
  const [loaded, setLoaded] = useState<{ readonly value: Value } | 'failed' | null>(null)
  const [first] = useState(() => load)
  const isAsked = useRef(false)
  const ask = useCallback(() => {
    if (isAsked.current) return
    isAsked.current = true
    first().then(
      (value) => setLoaded({ value }),
      () => {
        isAsked.current = false
        setLoaded('failed')
      },
    )
  }, [first])
  const hasFailed = loaded === 'failed'
  return [hasFailed ? null : loaded && loaded.value, ask, hasFailed]
}
