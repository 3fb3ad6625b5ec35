import * as v from 'valibot'
import type { Schema } from './operation.ts'
import { isPlain } from './plain.ts'

/**
 * An answer without the fields that do not fit and may be missing, for `withoutMisfits` of operations whose answer no public
 * page shows: what is known of it is read, what differs is left out, and nothing is made up. Null when no field is of that kind.
 */
export function withoutMisfits(
  schema: Schema,
  answer: unknown,
  issues: readonly v.BaseIssue<unknown>[],
): object | null {
  let rest = answer
  let left = issues.length
  for (const { path = [] } of issues)
    // What cannot do without a field goes as a whole.
    for (let depth = path.length; depth > 0; depth--) {
      const keys = path.slice(0, depth).map(({ key }) => key)
      const tried = without(rest, keys)
      const wrong = v.safeParse(schema, tried).issues ?? []
      if (wrong.length >= left || wrong.some((issue) => isAt(issue, keys))) continue
      rest = tried
      left = wrong.length
      break
    }
  return rest === answer ? null : (rest as object)
}

const isAt = ({ path }: v.BaseIssue<unknown>, keys: readonly unknown[]): boolean =>
  path?.length === keys.length && path.every(({ key }, index) => key === keys[index])

/** A copy without the field at a path. Rows of lists stay: they are set aside as a whole, and counted. */
function without(value: unknown, [key, ...rest]: readonly unknown[]): unknown {
  if (Array.isArray(value))
    return value.map((item: unknown, index) =>
      index === key && rest.length > 0 ? without(item, rest) : item,
    )
  if (!isPlain(value) || typeof key !== 'string') return value
  const { [key]: field, ...others } = value
  return rest.length > 0 && field !== undefined
    ? { ...others, [key]: without(field, rest) }
    : others
}
