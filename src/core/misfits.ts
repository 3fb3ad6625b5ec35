import * as v from 'valibot'
import type { Schema } from './operation.ts'
import { isPlain } from './plain.ts'

type Path = readonly unknown[]

/**
 * An answer without the fields that do not fit and may be missing, for `withoutMisfits` of operations whose answer no public
 * page shows: what is known of it is read, what differs is left out, and nothing is made up. Null when no field is of that kind.
 */
export function withoutMisfits(
  schema: Schema,
  answer: unknown,
  issues: readonly v.BaseIssue<unknown>[],
): object | null {
  const leftOut: Path[] = []
  let open = pathsOf(issues)
  while (open.length > 0) {
    const wrong = pathsOf(check(schema, [...leftOut, ...open].reduce(without, answer)))
    const isMissed = (path: Path) => wrong.some((one) => path.every((key, at) => key === one[at]))
    leftOut.push(...open.filter((path) => !isMissed(path)))
    // What cannot do without a field goes as a whole.
    open = distinct(open.filter(isMissed).map((path) => path.slice(0, -1)))
  }
  const rest = leftOut.reduce(without, answer)
  return check(schema, rest).length < issues.length ? (rest as object) : null
}

const check = (schema: Schema, value: unknown): readonly v.BaseIssue<unknown>[] =>
  v.safeParse(schema, value).issues ?? []

const pathsOf = (issues: readonly v.BaseIssue<unknown>[]): Path[] =>
  distinct(issues.map(({ path }) => path?.map(({ key }) => key) ?? []))

const distinct = (paths: readonly Path[]): Path[] =>
  [...new Map(paths.map((path) => [path.join('\0'), path])).values()].filter(
    ({ length }) => length > 0,
  )

/** A copy without the field at a path. Rows of lists stay: they are set aside as a whole, and counted. */
function without(value: unknown, [key, ...rest]: Path): unknown {
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
