'use client'
import { useEffect, type ComponentType, type ReactNode } from 'react'
import { LateNotice } from './LateNotice.tsx'
import { createPart } from './part.ts'
import { usePart } from './usePart.ts'

/** What a part that loads late takes beside its own props. */
export interface LatePartProps {
  /** Stands in its place until it is there. @default nothing */
  readonly fallback?: ReactNode
}

/**
 * A component that is loaded in the browser when it is first drawn, once for the page. Server HTML holds its fallback; where it
 * cannot be loaded, a notice offers to try again, and nothing around it is lost. Call it once, outside of components.
 */
export function latePart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props & LatePartProps> {
  const part = createPart(load)
  return function LatePart({ fallback = null, ...rest }) {
    const Loaded = usePart(part)
    useEffect(() => part.ask(), [])
    // What is left of the two kinds of props are the part's own.
    if (Loaded) return <Loaded {...(rest as unknown as Props)} />
    return Loaded === null ? <LateNotice onRetry={part.ask} /> : fallback
  }
}
