import type { CohortsInput, CohortsMeta } from './types.ts'

/** A question with its filters and its split in the project's words instead of codes: what is read back to a person. */
export function nameQuestion(question: CohortsInput, meta: CohortsMeta | undefined): CohortsInput {
  const { filter, group_by } = question
  if (!meta || (!filter && !group_by)) return question
  const find = (code: string) => meta.filter_conditions.find(({ attribute }) => attribute === code)
  return {
    ...question,
    ...(group_by && { group_by: find(group_by)?.label ?? group_by }),
    ...(filter && {
      filter: Object.fromEntries(
        Object.entries(filter).map(([code, values]) => {
          const attribute = find(code)
          const name = (value: string) =>
            attribute?.values?.find((item) => item.code === value)?.label ?? value
          return [attribute?.label ?? code, values.map(name)]
        }),
      ),
    }),
  }
}
