import type { Answers } from '../answer.types.ts'
import { wholeList } from '../pages.ts'

/** Answers `v4GetAnalyticsCurrencies`: what the rates convert to, USD first; a log without rates has its own currency. */
export const currencyAnswers: Answers = {
  v4GetAnalyticsCurrencies: ({ rates, currency }) =>
    wholeList('/v4/analytics/currencies', rates?.currencies ?? [currency]),
}
