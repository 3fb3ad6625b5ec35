import * as v from 'valibot'
import { noBody } from '../../core/answers.ts'
import { openEnum } from '../../core/filters.ts'
import { cursorPages, listOf } from '../../core/lists.ts'
import { defineOperation } from '../../core/operation.ts'

const minute = 60_000

const comparators = ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'contains', 'not_contains'] as const

const segmentId = () => v.string()
const segmentName = () => v.pipe(v.string(), v.maxLength(256))
const conditions = () =>
  v.array(
    v.strictObject({
      metric: openEnum(
        'environment',
        'client_uid',
        'custom_uid',
        'client_advertiser_id',
        'renewable',
        'target_platform',
      ),
      comparator: v.picklist(comparators),
      value: v.string(),
      negate: v.optional(v.boolean()),
    }),
  )
const segment = () =>
  v.looseObject({
    object: v.literal('segment'),
    id: v.string(),
    url: v.string(),
    name: v.string(),
    is_system: v.boolean(),
    conditions: v.array(
      v.looseObject({
        metric: v.string(),
        comparator: openEnum(...comparators),
        value: v.string(),
        negate: v.optional(v.boolean(), false),
      }),
    ),
    created_at: v.string(),
    updated_at: v.string(),
  })

/** The project's own segments, the newest first. */
export const listSegments = /* @__PURE__ */ defineOperation({
  id: 'v4ListSegments',
  resource: 'segments',
  method: 'GET',
  path: '/segments',
  kind: 'read',
  summary: 'The segments that the project has defined, most recently created first.',
  input: () =>
    v.strictObject({
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))),
      starting_after: v.optional(v.string()),
    }),
  output: () => listOf(segment()),
  pages: cursorPages,
  staleTime: minute,
})

/** The predefined segments, which nobody can change. */
export const listSystemSegments = /* @__PURE__ */ defineOperation({
  id: 'v4ListSystemSegments',
  resource: 'segments',
  method: 'GET',
  path: '/segments/system',
  kind: 'read',
  summary: 'The predefined segments that Qonversion keeps; they can be read only.',
  input: () => v.strictObject({}),
  output: () => listOf(segment()),
  pages: cursorPages,
  staleTime: 30 * minute,
})

/** One segment with its rules. */
export const getSegment = /* @__PURE__ */ defineOperation({
  id: 'v4GetSegment',
  resource: 'segments',
  method: 'GET',
  path: '/segments/{segment_id}',
  kind: 'read',
  summary: 'One segment, defined by the project or predefined, with its rules.',
  input: () => v.strictObject({ segment_id: segmentId() }),
  output: () => segment(),
  staleTime: minute,
})

/** Makes a segment; customers are in it when all of its rules hold. */
export const createSegment = /* @__PURE__ */ defineOperation({
  id: 'v4CreateSegment',
  resource: 'segments',
  method: 'POST',
  path: '/segments',
  kind: 'write',
  summary: 'Makes a segment of the customers for whom all rules hold; without rules, of everyone.',
  input: () => v.strictObject({ name: segmentName(), conditions: v.optional(conditions()) }),
  output: () => segment(),
  invalidates: ['segments'],
  idempotent: true,
})

/** Replaces name and rules of a segment; `[]` clears the rules, leaving them out keeps them. */
export const updateSegment = /* @__PURE__ */ defineOperation({
  id: 'v4UpdateSegment',
  resource: 'segments',
  method: 'PUT',
  path: '/segments/{segment_id}',
  kind: 'write',
  summary:
    'Replaces name and rules of a segment: an empty list clears the rules, leaving them out keeps them.',
  input: () =>
    v.strictObject({
      segment_id: segmentId(),
      name: segmentName(),
      conditions: v.optional(conditions()),
    }),
  output: () => segment(),
  invalidates: ['segments'],
})

/** Removes a segment that the project has defined. */
export const deleteSegment = /* @__PURE__ */ defineOperation({
  id: 'v4DeleteSegment',
  resource: 'segments',
  method: 'DELETE',
  path: '/segments/{segment_id}',
  kind: 'write',
  summary: 'Removes a segment that the project has defined.',
  input: () => v.strictObject({ segment_id: segmentId() }),
  output: noBody,
  invalidates: ['segments'],
})
