import * as v from 'valibot'
import { isPlain } from './plain.ts'

/** Schema of an answer without a body; one that a server sends all the same is left out. */
export const noBody = () =>
  v.pipe(
    v.unknown(),
    v.transform((): undefined => undefined),
  )

/** What lies in `data` of an envelope around a single thing; a thing with data of its own, and anything else, as it came. For `adapt` of answers that no page shows. */
export const unwrapped = (raw: unknown): unknown =>
  isPlain(raw) && isPlain(raw['data']) && !('id' in raw) ? raw['data'] : raw
