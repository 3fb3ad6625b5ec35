import type { FieldProblem } from '../core/errors.ts'
import { holdsKey, type Source } from '../core/fetcher.ts'

/** What is wrong with a source; empty when it is whole. */
export function sourceProblems(
  source: (Partial<Source> & { readonly timeout?: number | undefined }) | null | undefined,
): FieldProblem[] {
  const { fetcher, scope, timeout = Infinity } = source ?? {}
  const problems: FieldProblem[] = []
  if (typeof fetcher !== 'function')
    problems.push({
      field: 'source.fetcher',
      message: 'must be a function, for example createFetcher({ baseUrl })',
    })
  if (typeof scope !== 'string' || scope.trim() === '')
    problems.push({
      field: 'source.scope',
      message:
        'must be a non-empty string that says whose data this is (project, environment, viewer), or answers of one would be shown to another',
    })
  else if (holdsKey(scope))
    problems.push({
      field: 'source.scope',
      message:
        'holds a Qonversion Secret Key, which must not reach a browser; name the project by its id',
    })
  // `NaN` is not above 0 either.
  if (!(timeout > 0))
    problems.push({
      field: 'source.timeout',
      message: 'must be a number of milliseconds above 0, or no try would be given time to answer',
    })
  return problems
}
