'use client'
import { useEffect, type ComponentType, type ReactNode } from 'react'
import { LateNotice } from './LateNotice.tsx'
import { useLoaded } from './useLoaded.ts'

/** What a part that loads late takes beside its own props. */
export interface LatePartProps {
  /** Stands in its place until it is there. @default nothing */
  readonly fallback?: ReactNode
}

/**
 * A component that is loaded in the browser when it is first drawn. Server HTML holds its fallback; where it cannot be loaded, a
 * notice offers to try again, and nothing around it is lost. Call it once, outside of components.
 */
export function latePart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props & LatePartProps> {
  // A component is a function, which a state setter would call.
  const boxed = async () => ({ Part: await load() })
  return function LatePart({ fallback = null, ...rest }) {
    const [loaded, ask, hasFailed] = useLoaded(boxed)
    useEffect(ask, [ask])
    if (hasFailed) return <LateNotice onRetry={ask} />
    // What is left of the two kinds of props are the part's own.
    return loaded ? <loaded.Part {...(rest as unknown as Props)} /> : fallback
  }
}
