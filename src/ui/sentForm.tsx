'use client'
import { useEffect, useState, type ComponentType } from 'react'
import { useIsServerHtml } from '../hydration/hooks.ts'
import { createKeepTyped } from './createKeepTyped.ts'
import { LateNotice } from './LateNotice.tsx'
import type { LatePartProps } from './latePart.tsx'
import { createPart } from './part.ts'
import { AS_IT_STANDS, sentPart } from './sentPart.tsx'
import { usePart } from './usePart.ts'

/**
 * A part that a server sends whole (`sentPart`) and a person may have typed into before the browser can draw it: what was typed goes over
 * to the part, and stays where it is while the part cannot be loaded. Call it once, outside of components.
 */
export function sentForm<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props & LatePartProps> {
  const part = createPart(load)
  const OfServer = sentPart(load)

  return function SentForm(props) {
    const { fallback, ...rest } = props
    const Loaded = usePart(part)
    const [isSent] = useState(useIsServerHtml())
    const [sentRef] = useState(createKeepTyped)
    useEffect(() => part.ask(), [])
    if (typeof document === 'undefined') return <OfServer {...props} />
    // What is left of the two kinds of props are the part's own.
    if (Loaded) return <Loaded {...(rest as unknown as Props)} />
    const hasFailed = Loaded === null
    return (
      <>
        {hasFailed && <LateNotice onRetry={part.ask} />}
        {isSent ? (
          <div className="qv-sent" ref={sentRef} {...AS_IT_STANDS} />
        ) : (
          !hasFailed && fallback
        )}
      </>
    )
  }
}
