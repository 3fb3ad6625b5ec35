'use client'
import { useEffect, useLayoutEffect, useSyncExternalStore } from 'react'

/** True on a server and in the render that hydrates its HTML: what is drawn then must be the same on both sides. */
export const useIsServerHtml = (): boolean =>
  useSyncExternalStore(
    never,
    () => false,
    () => true,
  )

const never = () => () => undefined

/** `useLayoutEffect` in the browser. On a server none runs, and React 18 remarks on it: there an effect, which does not run either. */
export const useClientLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect
