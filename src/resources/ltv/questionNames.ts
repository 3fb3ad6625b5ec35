import type { LtvInput, LtvMeta } from './types.ts'

/** A question with its filters and its split in the project's words instead of codes: what is read back to a person. */
export function nameQuestion(question: LtvInput, meta: LtvMeta | undefined): LtvInput {
  const { filter, segment } = question
  if (!meta || (!filter && !segment)) return question
  const split = meta.segmentations.find(({ code }) => code === segment)
  return {
    ...question,
    ...(segment && { segment: split?.label ?? segment }),
    ...(filter && {
      filter: Object.fromEntries(
        Object.entries(filter).map(([code, values]) => {
          const attribute = meta.filter_conditions.find((item) => item.attribute === code)
          const name = (value: string) =>
            attribute?.values?.find((item) => item.code === value)?.label ?? value
          return [attribute?.label ?? code, values.map(name)]
        }),
      ),
    }),
  }
}
