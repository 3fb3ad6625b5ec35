'use client'
import { useMemo } from 'react'
import { useDisplay } from '../../i18n/DisplayContext.tsx'
import { createPart } from '../../ui/part.ts'
import { usePart } from '../../ui/usePart.ts'
import type { CohortHints } from './useCohortHintTexts.ts'

const texts = /* @__PURE__ */ createPart(() => import('./useCohortHintTexts.ts'))

/** What is said of a table's numbers, null until it is there; and how to ask for it. */
export function useCohortHints(): readonly [hints: CohortHints | null, ask: () => void] {
  const display = useDisplay()
  const known = usePart(texts)
  const hints = useMemo(() => (known ? known.createHints(display) : null), [known, display])
  return [hints, texts.ask]
}
