/** A filter by attribute code: any of the values of each, all attributes together. */
export type AttributeFilter = Readonly<Record<string, readonly string[]>>

/** An attribute that can be filtered by, as an answer about a project lists it. */
export interface NamedAttribute {
  readonly attribute: string
  readonly label: string
  readonly values?: readonly { readonly code: string; readonly label: string }[] | undefined
}

/** The attributes of a filter that leave somebody out: one without values filters nothing. */
export const chosenAttributes = (
  filter: AttributeFilter = {},
): [attribute: string, values: readonly string[]][] =>
  Object.entries(filter).filter(([, values]) => values.length > 0)

/** What the chosen values of a view ask for; nothing where none are chosen. */
export function filterPart(filters: AttributeFilter): { filter?: Record<string, string[]> } {
  const chosen = chosenAttributes(filters)
  if (chosen.length === 0) return {}
  return { filter: Object.fromEntries(chosen.map(([name, values]) => [name, [...values]])) }
}

/** A filter with the project's words instead of its codes; what the project does not list keeps its code. */
export const nameFilter = (
  filter: AttributeFilter,
  attributes: readonly NamedAttribute[],
): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(filter).map(([code, values]) => {
      const known = attributes.find(({ attribute }) => attribute === code)
      const name = (value: string) =>
        known?.values?.find((item) => item.code === value)?.label ?? value
      return [known?.label ?? code, values.map(name)]
    }),
  )

/**
 * A problem whose fields are called as the controls are (`controls`: names by field) and as the project calls its
 * attributes; others keep the API's name.
 */
export function nameFields<
  Problem extends { details: readonly { field: string; message: string }[] },
>(
  problem: Problem,
  controls: Readonly<Record<string, string>>,
  attributes: readonly NamedAttribute[] = [],
): Problem {
  const nameOf = (field: string): string => {
    if (Object.hasOwn(controls, field)) return controls[field]!
    // `filter[country]` by the API, `filter.country.0` by our own check.
    const path = /^filter[.[]([^\]]+)/.exec(field)?.[1]
    const isIn = ({ attribute }: NamedAttribute) =>
      path === attribute || path?.startsWith(`${attribute}.`)
    return attributes.find(isIn)?.label ?? field
  }
  return {
    ...problem,
    details: problem.details.map(({ field, message }) => ({ field: nameOf(field), message })),
  }
}
