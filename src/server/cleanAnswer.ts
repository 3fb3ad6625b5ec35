import { isFlag, isSecret, plainName } from './secrets.ts'

/** What stands in the place of a masked text. */
export const MASK = '•••'
/** What stands in the place of the key itself. */
export const REMOVED = '[removed]'

/** What an answer may not bring to this viewer. */
export interface AnswerRules {
  /** The Secret Key in use, which is taken out of every text and name. */
  readonly key?: string | undefined
  /** Credentials that the request brought to be stored; an answer that quotes them, as errors may, is shown without. */
  readonly sent?: readonly string[]
  /** Secret fields that are kept, as the API writes them. */
  readonly keep: readonly string[]
  /** Fields that are shown masked, in any spelling. */
  readonly masks: readonly string[]
  /**
   * True where what was read is written back whole: a sign stands in the place of all that is taken out or masked, so that a
   * replace without it can be told and refused.
   */
  readonly signs?: boolean
  /** Reads a text that may be an address: null where the address must not pass. Absent for answers without any. */
  readonly address?: ((text: string, name: string) => string | null) | undefined
}

/** Takes out of parsed JSON what this viewer may not have, in place, and returns it. */
export function cleanAnswer(value: unknown, rules: AnswerRules): unknown {
  const keep = new Set(rules.keep.map(plainName))
  const masks = new Set(rules.masks.map(plainName))
  const hidden = [...(rules.key === undefined ? [] : [rules.key]), ...(rules.sent ?? [])]
  return clean(value, '', {
    ...rules,
    hasHidden: (text) => hidden.some((one) => text.includes(one)),
    withoutHidden: (text) => hidden.reduce((rest, one) => rest.replaceAll(one, REMOVED), text),
    // Names of the host's own only end like the API's: `maps_api_key` is kept with `api_key`.
    isTaken: (name) => isSecret(name, rules.signs ? keep : undefined) && !keep.has(plainName(name)),
    // `email` means the API's own property `_q_email` too.
    isMasked: (name) =>
      masks.size > 0 &&
      (masks.has(plainName(name)) || masks.has(plainName(name.replace(/^_q_/i, '')))),
  })
}

interface Cleaning extends AnswerRules {
  readonly hasHidden: (text: string) => boolean
  readonly withoutHidden: (text: string) => string
  readonly isTaken: (name: string) => boolean
  readonly isMasked: (name: string) => boolean
}

// In place: a reviver of JSON.parse costs several times as much.
function clean(value: unknown, name: string, rules: Cleaning): unknown {
  if (typeof value === 'string') {
    const plain = rules.hasHidden(value) ? rules.withoutHidden(value) : value
    const text = /^\s*[[{]/.test(plain) ? cleanInner(plain, rules) : plain
    return rules.address ? rules.address(text, name) : text
  }
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++)
      value[index] = clean(value[index], name, rules)
    return value
  }
  const fields = value as Record<string, unknown>
  for (const field of Object.keys(fields)) {
    const names = VALUE.test(field) ? [field, ...labels(fields)] : [field]
    const isTaken = names.some(rules.isTaken) && !isFlag(field, fields[field])
    if (isTaken || rules.hasHidden(field)) {
      delete fields[field]
      if (rules.signs) fields[rules.withoutHidden(field)] = REMOVED
    } else if (names.some(rules.isMasked)) fields[field] = masked(fields[field], rules)
    else fields[field] = clean(fields[field], field, rules)
  }
  return value
}

// A pair says the name beside the value, under whatever word: { key: '_q_email', value: '…' }.
const VALUE = /^values?$/i
const LONGEST_NAME = 64

/** Short texts beside a value: what it is may be called by any of them. */
const labels = (fields: Record<string, unknown>): string[] =>
  Object.entries(fields).flatMap(([field, text]) =>
    typeof text === 'string' && text.length <= LONGEST_NAME && !VALUE.test(field) ? [text] : [],
  )

/** Cleans a text that is JSON of its own, as stored events hold; it stays letter by letter where nothing is to be taken out. */
function cleanInner(text: string, rules: Cleaning): string {
  let inner: unknown
  try {
    inner = JSON.parse(text)
  } catch {
    return text
  }
  const before = JSON.stringify(inner)
  const after = JSON.stringify(clean(inner, '', rules))
  return before === after ? text : after
}

/** Texts give way to the mask and other values to null, so that the layout stays: a number in place of another would be a lie. */
function masked(value: unknown, rules: Cleaning): unknown {
  if (typeof value === 'string') return MASK
  if (Array.isArray(value)) return value.map((item) => masked(item, rules))
  if (typeof value !== 'object' || value === null) return rules.signs ? MASK : null
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, field]) => {
      if (!isSecret(name) || isFlag(name, field)) return [[name, masked(field, rules)]]
      return rules.signs ? [[name, REMOVED]] : []
    }),
  )
}
