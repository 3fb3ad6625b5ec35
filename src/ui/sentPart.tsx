'use client'
import { lazy, Suspense, useState, type ComponentType, type ReactNode } from 'react'
import { useIsServerHtml } from '../hydration/hooks.ts'
import { latePart, type LatePartProps } from './latePart.tsx'

/**
 * A late part (`latePart`) that a server sends whole: a renderer that streams waits for it, and `renderToString` sends the
 * fallback until it has been loaded there (`preloadParts`). The browser leaves what was sent as it stands until it can draw the
 * part itself; one that a person may have typed into is a `sentForm`. Call it once, outside of components.
 */
export function sentPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props & LatePartProps> {
  let There: ComponentType<Props> | undefined
  const bring = async () => ({ default: (There = await load()) })
  const Awaited = lazy(bring)
  const Late = latePart(load)
  parts.push(bring)
  return function SentPart({ fallback, ...rest }) {
    // What is left of the two kinds of props are the part's own.
    const props = rest as unknown as Props
    const isServer = typeof document === 'undefined'
    const sent = isServer && (
      <div className="qv-sent">
        {There ? (
          <There {...props} />
        ) : (
          <Suspense fallback={fallback}>
            <Awaited {...props} />
          </Suspense>
        )}
      </div>
    )
    return <Late {...props} fallback={sent || <Sent fallback={fallback} />} />
  }
}

/** What a server sent, as long as it stands in the page; where none of it is, or a notice took its place, the fallback. */
function Sent({ fallback }: LatePartProps): ReactNode {
  const [isSent] = useState(useIsServerHtml())
  return isSent ? <div className="qv-sent" {...AS_IT_STANDS} /> : fallback
}

const parts: (() => Promise<unknown>)[] = []

/**
 * Props of an element whose content a server sent: React compares nothing in there, and leaves it alone for as long as this is the same
 * object. A boundary of React's own that waits would give way to its fallback with the first change of a prop or a context.
 */
export const AS_IT_STANDS = {
  suppressHydrationWarning: true,
  dangerouslySetInnerHTML: { __html: '' },
}

/**
 * Loads what the imported components and panels draw late (curves, heat map, an opened experiment, its form), so that a server sends
 * it whole from the first page on: await it once, when the server starts. Without it a renderer that streams sends them behind the
 * first page, and `renderToString` their fallback. Rejects where one cannot be loaded.
 */
export async function preloadParts(): Promise<void> {
  // One that is loaded may bring others, which are looked at in their turn.
  for (const bring of parts) await bring()
}
