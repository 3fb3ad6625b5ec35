'use client'
import { createMutationHook, type MutationHook } from '../../react/createMutationHook.ts'
import { createQueryHook, type QueryHook } from '../../react/createQueryHook.ts'
import { createSuspenseHook, type SuspenseHook } from '../../react/createSuspenseHook.ts'
import { createExport, getExport, listExports } from './operations.ts'

/** Earlier exports of the project, finished ones with their download address. */
export const useExports: QueryHook<typeof listExports> =
  /* @__PURE__ */ createQueryHook(listExports)

/** `useExports` that suspends. */
export const useSuspenseExports: SuspenseHook<typeof listExports> =
  /* @__PURE__ */ createSuspenseHook(listExports)

/** The state of one export, asked once; `useExport` asks until it is over. */
export const useExportStatus: QueryHook<typeof getExport> =
  /* @__PURE__ */ createQueryHook(getExport)

/** `useExportStatus` that suspends. */
export const useSuspenseExport: SuspenseHook<typeof getExport> =
  /* @__PURE__ */ createSuspenseHook(getExport)

/** Starts an export; give the `id` of its answer to `useExport`. Never sent twice: a second job is a second export. */
export const useCreateExport: MutationHook<typeof createExport> =
  /* @__PURE__ */ createMutationHook(createExport)
