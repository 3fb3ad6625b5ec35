import { isSecret, plainName } from './secrets.ts'

/** What stands in the place of a masked text. */
export const MASK = '•••'
/** What stands in the place of the key itself. */
export const REMOVED = '[removed]'

/** What an answer may not bring to this viewer. */
export interface AnswerRules {
  /** The Secret Key in use, which is taken out of every text and name. */
  readonly key?: string | undefined
  /** Secret fields that are kept, as the API writes them. */
  readonly keep: readonly string[]
  /** Fields that are shown masked, in any spelling. */
  readonly masks: readonly string[]
  /** Reads a text that may be an address: null where the address must not pass. Absent for answers without any. */
  readonly address?: ((text: string, name: string) => string | null) | undefined
}

/** Takes out of parsed JSON what this viewer may not have, in place, and returns it. */
export function cleanAnswer(value: unknown, rules: AnswerRules): unknown {
  const keep = new Set(rules.keep.map(plainName))
  const masks = new Set(rules.masks.map(plainName))
  return clean(value, '', {
    ...rules,
    hasKey: (text) => rules.key !== undefined && text.includes(rules.key),
    isTaken: (name) => isSecret(name) && !keep.has(plainName(name)),
    isMasked: (name) => masks.size > 0 && masks.has(plainName(name)),
  })
}

interface Cleaning extends AnswerRules {
  readonly hasKey: (text: string) => boolean
  readonly isTaken: (name: string) => boolean
  readonly isMasked: (name: string) => boolean
}

// In place: a reviver of JSON.parse costs several times as much.
function clean(value: unknown, name: string, rules: Cleaning): unknown {
  if (typeof value === 'string') {
    const text = rules.hasKey(value) ? value.replaceAll(rules.key!, REMOVED) : value
    return rules.address ? rules.address(text, name) : text
  }
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++)
      value[index] = clean(value[index], name, rules)
    return value
  }
  const fields = value as Record<string, unknown>
  const named = 'value' in fields ? nameOf(fields) : ''
  for (const field of Object.keys(fields)) {
    // A pair says the name beside the value: { key: '_q_email', value: '…' }.
    const meant = field === 'value' && named !== '' ? named : field
    if (rules.isTaken(field) || rules.isTaken(meant) || rules.hasKey(field)) delete fields[field]
    else if (rules.isMasked(field) || rules.isMasked(meant)) fields[field] = masked(fields[field])
    else fields[field] = clean(fields[field], field, rules)
  }
  return value
}

/** What a pair of name and value calls its name. */
function nameOf({ key, name, property, code }: Record<string, unknown>): string {
  return [key, name, property, code].find((text) => typeof text === 'string') ?? ''
}

/** Texts give way to the mask and other values to null, so that the layout stays: a number in place of another would be a lie. */
function masked(value: unknown): unknown {
  if (typeof value === 'string') return MASK
  if (Array.isArray(value)) return value.map(masked)
  if (typeof value !== 'object' || value === null) return null
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !isSecret(name))
      .map(([name, field]) => [name, masked(field)]),
  )
}
