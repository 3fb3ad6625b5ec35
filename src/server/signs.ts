import type { FieldProblem } from '../core/errors.ts'
import { MASK, REMOVED } from './cleanAnswer.ts'
import type { Question } from './question.ts'
import { invalid } from './refusals.ts'

/** Sections in which what was read is written back whole, under names of the host's own. */
export const WRITTEN_BACK: ReadonlySet<string> = new Set(['remote-configurations', 'segments'])

/**
 * Refuses a write that brings back a sign which an answer held in place of what this viewer may not see: the API would store
 * the sign, and what stood there would be lost. Throws a `Refusal` that names the fields.
 */
export function checkSigns({ operation, input }: Question, isMasked: boolean): void {
  if (operation.kind !== 'write') return
  const details = signsIn(input, '', isMasked ? [REMOVED, MASK] : [REMOVED])
  if (details.length === 0) return
  const fields = details.map(({ field }) => field).join(', ')
  throw invalid(
    `${operation.id} was not sent, because ${fields} holds ${REMOVED} or ${MASK}, which stands for what you may not see: ` +
      'stored, it would take the place of the real value. Leave that field as it is and change it in Qonversion’s ' +
      'dashboard, or ask whoever runs this page for the right to see it.',
    details,
  )
}

function signsIn(value: unknown, field: string, signs: readonly string[]): FieldProblem[] {
  if (typeof value === 'string')
    return signs.some((sign) => value.includes(sign)) ? [{ field, message: HELD }] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    signsIn(inner, field === '' ? name : `${field}.${name}`, signs),
  )
}

const HELD = 'holds a sign in place of what you may not see'
