'use client'
import { useState } from 'react'
import { useClientLayoutEffect } from '../useClientLayoutEffect.ts'

/** What only the browser knows of a chart's place. */
export interface Measured {
  /** Width in CSS pixels. */
  readonly width: number
  readonly isRightToLeft: boolean
  /** False in server HTML and in the first render, whose width is the nominal one. */
  readonly isMeasured: boolean
}

/** Width that a chart is drawn for until it is measured: server and first client render agree on it. */
export const NOMINAL_WIDTH = 640

const NOMINAL: Measured = { width: NOMINAL_WIDTH, isRightToLeft: false, isMeasured: false }

/** The width and writing direction of an element, nominal first and measured from the first layout effect on. */
export function useMeasured(ref: { readonly current: Element | null }): Measured {
  const [measured, setMeasured] = useState(NOMINAL)
  useClientLayoutEffect(() => {
    const element = ref.current
    if (!element) return undefined
    const measure = () => {
      const width = Math.floor(element.getBoundingClientRect().width)
      const isRightToLeft = getComputedStyle(element).direction === 'rtl'
      // Nothing is as wide as 0: the element is hidden, or there is no layout at all.
      if (width > 0)
        setMeasured((now) =>
          now.isMeasured && now.width === width && now.isRightToLeft === isRightToLeft
            ? now
            : { width, isRightToLeft, isMeasured: true },
        )
    }
    measure()
    if (typeof ResizeObserver === 'undefined') return undefined
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])
  return measured
}
