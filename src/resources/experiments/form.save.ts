import type { ExperimentSubmission, SaveProgress } from './form.types.ts'
import {
  afterReading,
  afterWrite,
  findMade,
  holds,
  holdsGroup,
  nextWrite,
  type FormWrite,
  type Saved,
} from './form.writes.model.ts'
import type { Experiment, ExperimentGroup } from './types.ts'

/** The calls a save is made of. */
export interface SaveCalls {
  /** Carries a write out; resolves with the id of what it made or changed. */
  readonly write: (write: FormWrite) => Promise<string>
  /** All experiments, read anew. */
  readonly readExperiments: () => Promise<readonly Experiment[]>
  /** An experiment with its groups, read anew. */
  readonly readOne: (
    id: string,
  ) => Promise<{ readonly experiment: Experiment; readonly groups: readonly ExperimentGroup[] }>
}

/** How a save ended. */
export interface SaveResult {
  /** What the API holds now: what the next try starts from. */
  readonly saved: Saved
  /** What stopped it; undefined when everything is saved. */
  readonly failure?: { readonly error: unknown; readonly at: FormWrite | null }
}

/**
 * Brings the API to what a form says, one call after the other, each of which is remembered: after a failure the next try goes on
 * where this one stopped. An addition whose answer never came is looked for first, so that nothing is made twice.
 */
export async function saveExperiment(
  from: Saved,
  submission: ExperimentSubmission,
  calls: SaveCalls,
): Promise<SaveResult> {
  let saved = from
  let at: FormWrite | null = null
  try {
    if (saved.isInDoubt) saved = await lookFor(saved, submission, calls)
    while ((at = nextWrite(saved, submission)))
      saved = afterWrite(saved, at, submission, await calls.write(at))
    return { saved }
  } catch (error) {
    if (at?.kind === 'deleteGroup' && statusOf(error) === 404)
      return saveExperiment(afterWrite(saved, at, submission, ''), submission, calls)
    const isInDoubt =
      saved.isInDoubt || (at?.kind.startsWith('create') === true && mayBeDone(error))
    return { saved: { ...saved, isInDoubt }, failure: { error, at } }
  }
}

async function lookFor(
  saved: Saved,
  submission: ExperimentSubmission,
  { readExperiments, readOne }: SaveCalls,
): Promise<Saved> {
  const id = saved.experiment?.id ?? findMade(await readExperiments(), submission)?.id
  return id === undefined
    ? { ...saved, isInDoubt: false }
    : afterReading(saved, await readOne(id), submission)
}

/** How far a save came, by names of groups; undefined where nothing of it is saved. */
export function progressOf(
  before: Saved,
  saved: Saved,
  { experiment, groups }: ExperimentSubmission,
): SaveProgress | undefined {
  const [isExperimentSaved, wasSaved] = [saved, before].map((state) => holds(state, experiment))
  const done = groups.filter((group) => holdsGroup(saved, group) && !holdsGroup(before, group))
  if (done.length === 0 && isExperimentSaved === wasSaved) return undefined
  const names = (of: typeof groups) => of.map(({ name, key }) => name ?? key)
  const missing = groups.filter((group) => !holdsGroup(saved, group))
  return { isExperimentSaved: isExperimentSaved!, saved: names(done), missing: names(missing) }
}

interface Failing {
  readonly status?: unknown
  readonly mayBeDone?: unknown
  readonly name?: unknown
}

const failing = (error: unknown): Failing => (typeof error === 'object' && error) || {}
const statusOf = (error: unknown): unknown => failing(error).status

/** True for a failure after which nobody knows whether the call had its effect. */
function mayBeDone(error: unknown): boolean {
  const { status, mayBeDone: said, name } = failing(error)
  return (
    said === true || name === 'ResponseShapeError' || (typeof status === 'number' && status >= 500)
  )
}
