'use client'
import { useMemo, useState } from 'react'

/** Which groups of a split answer are folded; `null` is the group of the whole answer. */
export interface FoldedSegments {
  readonly folded: ReadonlySet<string | null>
  readonly toggle: (segment: string | null) => void
  readonly foldAll: (segments: readonly (string | null)[]) => void
  readonly unfoldAll: () => void
}

/** Holds which groups are folded; at first none is. */
export function useFoldedSegments(): FoldedSegments {
  const [folded, setFolded] = useState<ReadonlySet<string | null>>(() => new Set())
  return useMemo(
    () => ({
      folded,
      toggle: (segment) =>
        setFolded((now) => {
          const next = new Set(now)
          if (!next.delete(segment)) next.add(segment)
          return next
        }),
      foldAll: (segments) => setFolded(new Set(segments)),
      unfoldAll: () => setFolded(new Set()),
    }),
    [folded],
  )
}
