import type { InputOf, OutputOf } from '../../core/operation.ts'
import type { createExport, getExport, listExports } from './operations.ts'

/** What to export: the resource, its format, range (Unix seconds) and segments. */
export type CreateExportInput = InputOf<typeof createExport>
/** Earlier exports as the API documents them. */
export type ExportsAnswer = OutputOf<typeof listExports>
/** One export job: its state, and once `Done` its download address. */
export type ExportJob = OutputOf<typeof getExport>
