import type { FilterAttribute } from './FilterFields.tsx'

/** What an answer about a project says of an attribute. */
interface Condition {
  readonly attribute: string
  readonly label: string
  readonly values?: readonly { readonly code: string; readonly label: string }[] | undefined
}

/** What a project can be filtered by: the attributes whose values it lists. */
export const filterAttributes = (conditions: readonly Condition[] = []): FilterAttribute[] =>
  conditions
    .filter(({ values }) => values?.length)
    .map(({ attribute, label, values = [] }) => ({
      code: attribute,
      label,
      values: values.map((item) => ({ value: item.code, label: item.label })),
    }))
