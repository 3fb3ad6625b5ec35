'use client'
import {
  useEffect,
  useState,
  useSyncExternalStore,
  type ComponentType,
  type ReactNode,
} from 'react'
import { LateNotice } from './LateNotice.tsx'

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
  return function LatePart({ fallback = null, ...rest }) {
    const [state, setState] = useState<'waiting' | 'failed' | 'loaded'>('waiting')
    // While server HTML is taken over it is not there yet, as on the server.
    const Part = useSyncExternalStore(
      neverTells,
      () => known,
      () => null,
    )
    const isAsked = !Part && state === 'waiting'
    useEffect(() => {
      if (!isAsked) return
      const bring = async () => (known = await load())
      bring().then(
        () => setState('loaded'),
        () => setState('failed'),
      )
    }, [isAsked])
    // What is left of the two kinds of props are the part's own.
    if (Part) return <Part {...(rest as unknown as Props)} />
    return state === 'failed' ? <LateNotice onRetry={() => setState('waiting')} /> : fallback
  }
}

// The state does, once it is loaded.
const neverTells = () => () => undefined
