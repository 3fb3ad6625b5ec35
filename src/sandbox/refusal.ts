import type { FieldProblem } from '../core/errors.ts'
import type { OperationId } from '../core/operation.ts'
import { invalid, Problem } from './problem.ts'

/** Operations by which no offering becomes the main one, though requests try. */
const NEVER_MAIN: ReadonlySet<OperationId> = new Set(['v4CreateOffering', 'v4UpdateOffering'])

/** Inputs that name something by a code of a fixed list: a code that is not published names nothing. */
const CODES: Readonly<Record<string, string>> = {
  chart_code: 'chart',
  card_code: 'card',
  platform: 'store platform',
}

/** Operations whose documented answer to a bad body is a 422. */
const UNPROCESSABLE: ReadonlySet<OperationId> = new Set([
  'v4CreateExport',
  'v4CreateScheduledReport',
  'v4UpdateScheduledReport',
  'v4CreateIntegration',
  'v4UpdateIntegrationStatus',
  'v4CreateAutomation',
  'v4UpdateAutomation',
  'v4UpdateProjectSettings',
  'v4UpdateStoreConfig',
])

/** The documented answer to an input that its operation does not take: most often a 400 that names every field at fault. */
export function refusal(
  operation: OperationId,
  details: readonly FieldProblem[],
  body: string | undefined,
): Problem {
  const triesMain = /"tag"\s*:\s*1\b/.test(body ?? '')
  if (NEVER_MAIN.has(operation) && triesMain && details.some(({ field }) => field === 'tag'))
    return new Problem(
      'cannot_set_main_directly',
      'An offering is made main by POST /v4/offerings/{offering_id}/set-main only: leave tag out, then call that.',
      details,
    )
  const code = details.find(({ field }) => Object.hasOwn(CODES, field))
  if (code)
    return new Problem(
      'not_found',
      `There is no such ${CODES[code.field]}, or the API does not publish it yet. ${code.message}.`,
    )
  const refused = invalid(details)
  return UNPROCESSABLE.has(operation)
    ? new Problem('validation_error', refused.message, details)
    : refused
}
