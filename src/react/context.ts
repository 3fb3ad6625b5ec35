'use client'
import type { QueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { Adapters, Drift } from '../core/execute.ts'
import type { Source } from '../core/fetcher.ts'
import type { DisplaySettings } from '../i18n/DisplayContext.tsx'

/** What the nearest `QonversionProvider` was given, defaults filled in. */
export interface Qonversion extends DisplaySettings {
  /** Whose data the hooks ask for, and through which door. */
  readonly source: Source
  readonly adapters: Adapters
  /** Told when rows of a list were set aside because they do not fit. */
  readonly onDrift: ((drift: Drift) => void) | undefined
  /** How long one try may take, in milliseconds. */
  readonly timeout: number
  /** The moment to take for now; undefined takes the moment an answer was fetched. */
  readonly now: Date | undefined
  /** Holds the answers. Hooks are given it by hand, so that a second copy of TanStack Query in the page does not matter. */
  readonly queryClient: QueryClient
}

export const QonversionContext = /* @__PURE__ */ createContext<Qonversion | null>(null)

/** The settings of the nearest `QonversionProvider`. Throws where there is none. */
export function useQonversion(): Qonversion {
  const value = useContext(QonversionContext)
  if (value === null)
    throw new Error(
      'A Qonversion hook or panel was rendered outside QonversionProvider, so it does not know whose data to ask for. ' +
        'Put <QonversionProvider fetcher={…} scope="…"> around the page. If there is one already, the page holds two ' +
        'copies of qonversion-react: keep one.',
    )
  return value
}
