'use client'
import { useEffect, useLayoutEffect } from 'react'

/** `useLayoutEffect` in the browser. On a server none runs, and React 18 remarks on it: there an effect, which does not run either. */
export const useClientLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect
