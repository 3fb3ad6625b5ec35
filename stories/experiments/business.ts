import { NOW } from '../../.storybook/withQonversion.tsx'
import { createSandbox } from '../../src/entries/sandbox.ts'
import type { Fetcher } from '../../src/core/fetcher.ts'
import type { HostResults } from '../../src/resources/experiments/figures.model.ts'
import { defaultPlan } from '../../src/resources/experiments/plan.default.model.ts'
import { runFacts } from '../../src/resources/experiments/run.facts.model.ts'
import type { Experiment } from '../../src/resources/experiments/types.ts'
import { exposuresOf } from '../../src/sandbox/experiments/exposures.ts'
import { resultsOf } from '../../src/sandbox/experiments/results.ts'
import { createHistory } from '../../src/sandbox/history.ts'
import { createRates } from '../../src/sandbox/rates.ts'
import { simulatedExperiments } from '../../src/sandbox/simulation/experiments.ts'

const SEED = 1

/** A business large enough for its experiments to be told apart: its backend, and results of its own log. */
export interface Business {
  readonly fetcher: Fetcher
  /** Outcomes within the plan's window, of users who have had it: what the API's totals do not tell. */
  readonly results: (experiment: Experiment) => HostResults | undefined
}

let business: Business | undefined

/** One for all stories of the page: simulating it takes seconds. */
export function largeBusiness(): Business {
  business ??= create()
  return business
}

function create(): Business {
  const now = NOW.getTime() / 1000
  const sandbox = createSandbox({ seed: SEED, now: NOW, customers: 12_000 })
  const history = createHistory(
    sandbox.log(),
    createRates(sandbox.rates()),
    simulatedExperiments(SEED, now),
  )
  const made = new Map<string, HostResults>()
  return {
    fetcher: sandbox.fetcher,
    results(experiment) {
      const known = made.get(experiment.id)
      const design = history.experiments.find(({ experiment: { id } }) => id === experiment.id)
      if (known || !design) return known
      const plan = defaultPlan(experiment)
      const exposures = exposuresOf(history, design, now)
      const read = (windowDays: number | null) =>
        resultsOf(history, design.groups.length, exposures, { now, windowDays })
      const [all, mature] = [read(null), read(plan.outcomeWindow)]
      const share = (sum: number) => ({ maturity: 'windowed' as const, count: sum, sum })
      const results: HostResults = {
        run: { ...runFacts(experiment, plan, now), daysToMaturity: 0 },
        arms: design.groups.map(({ id, name, is_control, weight }, index) => {
          const { users, paying_users, trials_started, refunds, ...money } = mature[index]!
          const amount = (sum: number, sumSquares: number) => ({
            maturity: 'windowed' as const,
            count: paying_users,
            sum,
            sumSquares,
          })
          return {
            id,
            name: name ?? id,
            isControl: is_control,
            weight,
            exposed: all[index]!.users,
            mature: users,
            metrics: {
              user_to_paid: share(paying_users),
              user_to_trial: share(trials_started),
              refunds: share(refunds),
              sales: amount(money.sales, money.sales_sum_squares),
              proceeds: amount(money.proceeds, money.proceeds_sum_squares),
            },
          }
        }),
      }
      made.set(experiment.id, results)
      return results
    },
  }
}
