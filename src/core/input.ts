import * as v from 'valibot'
import { InputError, type FieldProblem } from './errors.ts'
import type { Operation } from './operation.ts'

/** The problems of a failed check by dotted path, in the words of the schema. */
export function fieldProblems(issues: readonly v.BaseIssue<unknown>[]): FieldProblem[] {
  return issues.map((issue) => ({ field: v.getDotPath(issue) ?? '', message: issue.message }))
}

/**
 * Checks an input against its operation and returns it without what says nothing: `undefined` entries and empty
 * lists, so that every way to leave a filter out is the same request. Throws `InputError`.
 */
export function checkInput(operation: Operation, input: unknown): Record<string, unknown> {
  const poisoned = poisonedKey(input)
  if (poisoned)
    throw new InputError(operation.id, [
      { field: poisoned, message: 'is not a name a request may use' },
    ])
  const result = v.safeParse(operation.input(), input ?? {})
  if (!result.success) throw new InputError(operation.id, fieldProblems(result.issues))
  return (prune(result.output) ?? {}) as Record<string, unknown>
}

function prune(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > 0 ? value : undefined
  if (value === null || typeof value !== 'object') return value
  const kept = Object.entries(value).flatMap(([key, entry]) => {
    const pruned = prune(entry)
    return pruned === undefined ? [] : [[key, pruned] as const]
  })
  return kept.length > 0 ? Object.fromEntries(kept) : undefined
}

/** Schema libraries drop these keys in silence, and a filter that is dropped answers another question. */
function poisonedKey(value: unknown): string | undefined {
  if (value === null || typeof value !== 'object') return undefined
  for (const key of Object.keys(value)) {
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') return key
    const below = poisonedKey((value as Record<string, unknown>)[key])
    if (below) return `${key}.${below}`
  }
  return undefined
}
