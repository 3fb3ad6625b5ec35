/** Parts that change little by little, with all they hold: rows while they are ticked, the order while it is turned over, words and costs while they are typed. */
const GRADUAL = ['selected', 'sort', 'search', 'costs', 'segmentCosts']
/** Dates that are typed. Where they come in the place of a preset, that is a choice. */
const DATES = ['range.from', 'range.through']

/**
 * How a changed query is kept. A choice is an entry of the history of its own, that "back" undoes; where nothing but what
 * changes little by little differs under the key, it takes the place of the current entry: one for each digit, tick or turn
 * would bury the choices between them.
 */
export function historyOf(key: string, before: string, after: string): 'push' | 'replace' {
  const [old, now] = [new URLSearchParams(before), new URLSearchParams(after)]
  const isIn = (name: string, parts: readonly string[]) =>
    parts.some((part) => `${name}.`.startsWith(`${key}.${part}.`))
  const isGradual = (name: string) =>
    isIn(name, GRADUAL) || (isIn(name, DATES) && old.has(name) && now.has(name))
  const changed = [...new Set([...old.keys(), ...now.keys()])].filter(
    (name) =>
      name.startsWith(`${key}.`) && old.getAll(name).join('\n') !== now.getAll(name).join('\n'),
  )
  return changed.every(isGradual) ? 'replace' : 'push'
}
