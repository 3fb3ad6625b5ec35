import * as v from 'valibot'
import { openEnum } from '../../core/filters.ts'

const text = () => v.optional(v.nullable(v.string()))

/** One export job. Its states come from a task system of the vendor's: a newer one passes, and is not final. */
export const exportJob = () =>
  v.looseObject({
    object: v.string(),
    id: v.string(),
    url: v.string(),
    resource: v.optional(openEnum('customers', 'events', 'purchases')),
    format: v.optional(openEnum('csv', 'json')),
    status: openEnum('New', 'Processing', 'Done', 'Failed'),
    created_at: v.optional(v.string()),
    finished_at: text(),
    download_url: text(),
    expires_at: text(),
    rows: v.optional(v.nullable(v.number())),
    error_message: text(),
  })
