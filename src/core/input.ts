import * as v from 'valibot'
import { InputError, type FieldProblem } from './errors.ts'
import { placeOf, type Operation } from './operation.ts'
import { isPlain } from './plain.ts'

/** The problems of a failed check by dotted path, in the words of the schema. */
export function fieldProblems(issues: readonly v.BaseIssue<unknown>[]): FieldProblem[] {
  return issues.map((issue) => ({ field: v.getDotPath(issue) ?? '', message: issue.message }))
}

/**
 * Checks an input against its operation and returns it without what says nothing: `undefined` entries and, outside a
 * body, empty lists, so that every way to leave a filter out is the same request. Throws `InputError`, with the first
 * fault alone when `abortEarly` says so.
 */
export function checkInput(
  operation: Operation,
  input: unknown,
  options: { readonly abortEarly?: boolean } = {},
): Record<string, unknown> {
  const problem = unsendable(input)
  if (problem) throw new InputError(operation.id, [problem])
  const result = v.safeParse(operation.input(), input ?? {}, options)
  if (!result.success) throw new InputError(operation.id, fieldProblems(result.issues))
  const checked: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(result.output as object)) {
    // In a body an empty list is a value: it clears what is stored.
    const kept = placeOf(operation, name) === 'body' ? value : withoutEmpty(value)
    if (kept !== undefined) checked[name] = kept
  }
  return checked
}

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > 0 ? value : undefined
  if (value === null || typeof value !== 'object') return value
  const kept = Object.entries(value)
    .map(([key, entry]) => [key, withoutEmpty(entry)] as const)
    .filter(([, entry]) => entry !== undefined)
  return kept.length > 0 ? Object.fromEntries(kept) : undefined
}

/**
 * Finds what would be dropped or changed in silence on the way: reserved key names and the content of a `Map`, `Set` or
 * class instance by schemas, `NaN` by JSON. A filter that is dropped answers another question.
 */
function unsendable(
  value: unknown,
  field = '',
  above: readonly object[] = [],
): FieldProblem | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'object') {
    if (UNSENDABLE.has(typeof value)) return { field, message: `must not be a ${typeof value}` }
    if (typeof value === 'number' && !Number.isFinite(value))
      return { field, message: 'must be a finite number' }
    return undefined
  }
  if (!Array.isArray(value) && !isPlain(value))
    return { field, message: 'must be a plain object, list, text, number or boolean' }
  if (above.length > DEEPEST || above.includes(value))
    return { field, message: 'is nested too deep, or holds itself' }
  for (const [key, entry] of Object.entries(value)) {
    const name = field ? `${field}.${key}` : key
    if (RESERVED.has(key)) return { field: name, message: 'is not a name a request may use' }
    const below = unsendable(entry, name, [...above, value])
    if (below) return below
  }
  return undefined
}

const UNSENDABLE = new Set(['bigint', 'function', 'symbol'])
const RESERVED = new Set(['__proto__', 'constructor', 'prototype'])
const DEEPEST = 64
