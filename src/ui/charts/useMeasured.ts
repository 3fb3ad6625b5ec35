'use client'
import { useState } from 'react'
import { useClientLayoutEffect, useIsServerHtml } from '../../hydration/hooks.ts'

/** What only the browser knows of a chart's place. */
export interface Measured {
  /** Width in CSS pixels. */
  readonly width: number
  readonly isRightToLeft: boolean
  /** False in the one render of a browser before the place is measured: what is drawn then nobody sees. */
  readonly isReady: boolean
}

/** Width that server HTML is drawn for; the render that hydrates it agrees, and the measured width follows. */
export const NOMINAL_WIDTH = 640

const NOMINAL = { width: NOMINAL_WIDTH, isRightToLeft: false, isMeasured: false }

/** The width and writing direction of an element: nominal in server HTML, measured from the first layout effect on. */
export function useMeasured(ref: { readonly current: Element | null }): Measured {
  const [{ width, isRightToLeft, isMeasured }, setMeasured] = useState(NOMINAL)
  const isServerHtml = useIsServerHtml()
  useClientLayoutEffect(() => {
    const element = ref.current
    if (!element) return undefined
    const measure = () => {
      // Nothing is 0 wide: the element is hidden, or there is no layout at all.
      const found = Math.floor(element.getBoundingClientRect().width) || NOMINAL_WIDTH
      const isTurned = getComputedStyle(element).direction === 'rtl'
      setMeasured((now) =>
        now.isMeasured && now.width === found && now.isRightToLeft === isTurned
          ? now
          : { width: found, isRightToLeft: isTurned, isMeasured: true },
      )
    }
    measure()
    if (typeof ResizeObserver === 'undefined') return undefined
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])
  return { width, isRightToLeft, isReady: isMeasured || isServerHtml }
}
