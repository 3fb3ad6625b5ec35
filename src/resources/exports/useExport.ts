'use client'
import { useState } from 'react'
import { useExportStatus } from './hooks.ts'
import { nextPoll } from './poll.model.ts'
import type { ExportJob } from './types.ts'

type Result = ReturnType<typeof useExportStatus<ExportJob>>
type Options = Parameters<typeof useExportStatus<ExportJob>>[1]

/**
 * Follows an export until it is `Done` or `Failed`: polls with growing waits while it is mounted and the page is visible.
 * Only the id is needed, so it goes on after a reload; without one it asks for nothing. `data.status` is the export's
 * state, `error` the last poll's failure: after one the last state stays and polling goes on.
 */
export function useExport(
  id: string | null | undefined,
  { source, enabled = true }: Pick<NonNullable<Options>, 'source' | 'enabled'> = {},
): Result {
  const [random] = useState(Math.random)
  return useExportStatus(
    { export_id: id ?? '' },
    {
      source,
      enabled: enabled && Boolean(id),
      refetchInterval: ({ state: { data, error, dataUpdateCount, errorUpdateCount } }) =>
        nextPoll({ status: data?.status, error }, dataUpdateCount + errorUpdateCount, random),
    },
  )
}
