import type { InputOf, OutputOf } from '../../core/operation.ts'
import type { getCard } from './operations.ts'

/** A card question: which card, money, environment and filters. The card `realtime` ignores range, unit and split. */
export type CardInput = InputOf<typeof getCard>
/** The counters of a card, one row each. Money is in the currency asked for: the answer names none. */
export type CardAnswer = OutputOf<typeof getCard>
/** One counter: `value` is today so far, `valuePrev` yesterday until the same moment. */
export type CardRow = CardAnswer[number]
