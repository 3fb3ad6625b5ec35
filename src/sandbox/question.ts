import { DAY } from '../core/calendar.ts'
import type { FieldProblem } from '../core/errors.ts'
import type { History } from './history.ts'

/** Any of the values of each attribute, all attributes together. */
export type AttributeChoice = Readonly<Record<string, readonly string[]>>

/** 31 December 9999: later instants are milliseconds by mistake, and no calendar names them. */
const LAST = 253_402_300_799

/** The midnight that ends the day; a midnight stays. Unix seconds in and out. */
export const nextMidnight = (at: number): number => Math.ceil(at / DAY) * DAY

/** What is wrong with instants by field: they must be unix seconds of the years 1970 to 9999. */
export const instantProblems = (
  instants: Readonly<Record<string, number | undefined>>,
): FieldProblem[] =>
  Object.entries(instants).flatMap(([field, at]) =>
    at === undefined || (at >= 0 && at <= LAST)
      ? []
      : [
          {
            field,
            message: `must be Unix seconds (not milliseconds) from 0 to ${LAST}, not ${at}`,
          },
        ],
  )

/** What is wrong with a filter and with the attribute (named by `field`) that an answer is to be split by. */
export function attributeProblems(
  { attributes }: History,
  filter: AttributeChoice,
  field: string,
  split: string | undefined,
): FieldProblem[] {
  const known = attributes.map(({ code }) => code)
  const list = known.length > 0 ? `it has ${known.join(', ')}` : 'it has none'
  const message = (code: string) => `names ${code}, which is no attribute of this project: ${list}`
  const problems = Object.keys(filter)
    .filter((code) => !known.includes(code))
    .map((code) => ({ field: `filter.${code}`, message: message(code) }))
  if (split === undefined || known.includes(split)) return problems
  return [...problems, { field, message: message(split) }]
}

/** What is wrong with the currency an answer is to be in. */
export function currencyProblems(history: History, currency: string | undefined): FieldProblem[] {
  // A log without prices has nothing to convert.
  if (currency === undefined || history.ledger.currencies.length === 0) return []
  if (!history.rates)
    return currency === history.currency
      ? []
      : [
          {
            field: 'currency',
            message: `cannot be ${currency}: this log is in ${history.currency} and no exchange rates were given with it, and none are invented for real data`,
          },
        ]
  const { currencies } = history.rates
  if (currencies.includes(currency)) return []
  return [
    {
      field: 'currency',
      message: `cannot be ${currency}: there are rates for ${currencies.join(', ')}`,
    },
  ]
}

/** Whether a customer is of an environment and passes a filter. */
export function choose(
  { ledger: { customers }, attributes }: History,
  environment: number,
  filter: AttributeChoice,
): (customer: number) => boolean {
  const filters = attributes
    .filter(({ code }) => Object.hasOwn(filter, code))
    .map(({ code, values, of }) => ({
      of,
      passes: values.map((value) => filter[code]!.includes(value.code)),
    }))
  return (customer) =>
    customers.environment[customer] === environment &&
    filters.every(({ of, passes }) => passes[of[customer]!])
}
