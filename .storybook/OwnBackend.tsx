import { QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useDisplay } from '../src/i18n/DisplayContext.tsx'
import {
  QonversionProvider,
  type QonversionProviderProps,
} from '../src/react/QonversionProvider.tsx'
import { NOW } from './withQonversion.tsx'

/** A story over a backend of its own, asked from nothing, in the look that the toolbar says. */
export function OwnBackend(props: QonversionProviderProps) {
  const [queryClient] = useState(() => new QueryClient())
  return <QonversionProvider {...useDisplay()} {...{ now: NOW, queryClient }} {...props} />
}
