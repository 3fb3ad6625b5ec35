'use client'
import { useEffect, useSyncExternalStore, type ComponentType, type ReactNode } from 'react'
import { LateNotice } from './LateNotice.tsx'
import { useLoaded } from './useLoaded.ts'

/** What a part that loads late takes beside its own props. */
export interface LatePartProps {
  /** Stands in its place until it is there. @default nothing */
  readonly fallback?: ReactNode
}

/**
 * A component that is loaded in the browser when it is first drawn, and from then on is there at once. Server HTML holds its
 * fallback; where it cannot be loaded, a notice offers to try again, and nothing around it is lost. Call it once, outside of
 * components.
 */
export function latePart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props & LatePartProps> {
  let known: ComponentType<Props> | null = null
  // In a box: a component is a function, which a state setter would call.
  const boxed = async () => ({ Part: (known = await load()) })
  return function LatePart({ fallback = null, ...rest }) {
    const [loaded, ask, hasFailed] = useLoaded(boxed)
    // While server HTML is taken over it is not there yet, as on the server.
    const before = useSyncExternalStore(
      neverChanges,
      () => known,
      () => null,
    )
    const Part = loaded?.Part ?? before
    useEffect(() => {
      if (!Part) ask()
    }, [Part, ask])
    // What is left of the two kinds of props are the part's own.
    if (Part) return <Part {...(rest as unknown as Props)} />
    return hasFailed ? <LateNotice onRetry={ask} /> : fallback
  }
}

const neverChanges = () => () => undefined
