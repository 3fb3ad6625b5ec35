import type { InputOf, OutputOf } from '../../core/operation.ts'
import type {
  createSegment,
  getSegment,
  listSegments,
  listSystemSegments,
  updateSegment,
} from './operations.ts'

/** Which page of the segments is asked for. */
export type SegmentsInput = InputOf<typeof listSegments>
/** One page of the project's own segments. */
export type SegmentsAnswer = OutputOf<typeof listSegments>
/** The predefined segments. */
export type SystemSegmentsAnswer = OutputOf<typeof listSystemSegments>
/** Names one segment. */
export type SegmentInput = InputOf<typeof getSegment>
/** A segment as the API documents it, snake_case and untouched. */
export type Segment = OutputOf<typeof getSegment>
/** One rule of a segment; all of them must hold. */
export type SegmentCondition = Segment['conditions'][number]
/** Name and rules of a segment to make. */
export type CreateSegmentInput = InputOf<typeof createSegment>
/** Name and rules that a segment shall have from now on. */
export type UpdateSegmentInput = InputOf<typeof updateSegment>
/** One rule of a segment as it is sent. */
export type SegmentConditionInput = NonNullable<CreateSegmentInput['conditions']>[number]
