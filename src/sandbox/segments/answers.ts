import type {
  CreateSegmentInput,
  Segment,
  SegmentConditionInput,
  SegmentInput,
  UpdateSegmentInput,
} from '../../resources/segments/types.ts'
import type { Answers } from '../answer.types.ts'
import { cursorPage, wholeList } from '../pages.ts'
import { invalid, Problem } from '../problem.ts'
import { Reply } from '../reply.ts'
import type { Collection } from '../store.ts'
import { isoInstant } from '../instant.ts'
import { segmentsOf, type SegmentItem } from './segments.ts'
import { ruleProblems, type Rule } from './select.ts'

const URL = '/v4/segments'

/** Answers of the segments section. */
export const segmentAnswers: Answers = {
  v4ListSegments(history, input, _now, store) {
    const own = segmentsOf(history, store)
      .list()
      .filter(({ is_system }) => !is_system)
    return cursorPage(URL, own.toReversed().map(present), input)
  },
  v4ListSystemSegments(history, _input, _now, store) {
    const system = segmentsOf(history, store)
      .list()
      .filter(({ is_system }) => is_system)
    return wholeList(`${URL}/system`, system.map(present))
  },
  v4GetSegment: (history, input, _now, store) =>
    present(segmentsOf(history, store).get((input as SegmentInput).segment_id)),
  v4CreateSegment(history, input, now, store) {
    const segments = segmentsOf(history, store)
    const { name, conditions } = input as CreateSegmentInput
    const rules = check(name, conditions)
    if (isTaken(segments, name))
      throw new Problem(
        'already_exists',
        `There is a segment "${name}" already. Choose another name.`,
      )
    const id = freeId(segments, name)
    const made = { id, name, is_system: false, conditions: rules, created_at: now, updated_at: now }
    const segment = present(segments.put(made))
    return new Reply(201, segment, { location: segment.url })
  },
  v4UpdateSegment(history, input, now, store) {
    const segments = segmentsOf(history, store)
    const { segment_id, name, conditions } = input as UpdateSegmentInput
    const before = segments.get(segment_id)
    if (before.is_system) throw new Problem('validation_error', readOnly(before))
    const rules = check(name, conditions)
    if (isTaken(segments, name, segment_id))
      throw new Problem('validation_error', `Another segment is called "${name}".`, [
        { field: 'name', message: 'must not be that of another segment' },
      ])
    // Left out keeps the rules; an empty list is a set of rules like any other.
    const kept = conditions === undefined ? before.conditions : rules
    return present(segments.put({ ...before, name, conditions: kept, updated_at: now }))
  },
  v4DeleteSegment(history, input, _now, store) {
    const segments = segmentsOf(history, store)
    const segment = segments.get((input as SegmentInput).segment_id)
    if (segment.is_system) throw new Problem('state_conflict', readOnly(segment))
    segments.remove(segment.id)
    return new Reply(204)
  },
}

const readOnly = ({ name }: SegmentItem): string =>
  `"${name}" is a system segment, which can be read only. Make a segment of your own with the same rules.`

function check(name: string, conditions: readonly SegmentConditionInput[] = []): Rule[] {
  const rules = conditions.map((condition) => ({ ...condition, negate: condition.negate ?? false }))
  const problems = ruleProblems(rules)
  if (name.trim() === '') problems.unshift({ field: 'name', message: 'must not be empty' })
  if (problems.length > 0) throw invalid(problems)
  return rules
}

const isTaken = (segments: Collection<SegmentItem>, name: string, id?: string): boolean =>
  segments.list().some((segment) => segment.name === name && segment.id !== id)

/** The name in lower case with hyphens, numbered from 2 on where that id is taken. */
function freeId(segments: Collection<SegmentItem>, name: string): string {
  const slug =
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'segment'
  // The path of the system segments is no id that could be asked for.
  const isFree = (id: string) => id !== 'system' && !segments.has(id)
  let id = slug
  for (let number = 2; !isFree(id); number++) id = `${slug}-${number}`
  return id
}

const present = (segment: SegmentItem): Segment => ({
  object: 'segment',
  id: segment.id,
  url: `${URL}/${segment.id}`,
  name: segment.name,
  is_system: segment.is_system,
  conditions: segment.conditions.map((rule) => ({ ...rule })),
  created_at: isoInstant(segment.created_at),
  updated_at: isoInstant(segment.updated_at),
})
