'use client'
import { useMemo, useState } from 'react'
import type { Source } from '../core/fetcher.ts'
import { useQonversion } from '../react/context.ts'
import { toProblem } from '../react/problem.ts'
import { useNow } from '../react/useNow.ts'
import { useSame } from '../react/useSame.ts'
import type { ExperimentPlan } from '../resources/experiments/analysis.types.ts'
import { useExperiments, useExperimentsSummary } from '../resources/experiments/hooks.ts'
import type { PriceShare } from '../resources/experiments/plan.sample.model.ts'
import { projectBaselines } from '../resources/experiments/planner.project.model.ts'
import type { PlannedTest, PlannerView } from '../resources/experiments/planner.types.ts'
import { SampleSizePlanner } from '../resources/experiments/SampleSizePlanner.tsx'
import { useSamplePlannerTexts } from '../resources/experiments/useSamplePlannerTexts.ts'
import { useLtv, useLtvTrialConversion } from '../resources/ltv/hooks.ts'
import { Root } from '../ui/Root.tsx'
import { TableSkeleton } from '../ui/Skeleton.tsx'
import { plannerQuestions, TRAFFIC_DAYS, valueWithin } from './plannerQuestions.ts'

/** Props of `SampleSizePlannerPanel`. */
export interface SampleSizePlannerPanelProps {
  /** A plan to begin with: its metric, engine, window and the like. */
  plan?: ExperimentPlan | undefined
  /** What is chosen, kept by the host: whole or in parts. */
  view?: Partial<PlannerView> | undefined
  /** What is chosen at first. Read once. */
  initialView?: Partial<PlannerView> | undefined
  /** Told about each change of what is chosen. */
  onViewChange?: ((view: PlannerView) => void) | undefined
  /** Takes the plan; without it there is no button. */
  onUse?: ((planned: PlannedTest) => void) | undefined
  /** ISO 4217 code of money. @default 'USD' */
  currency?: string | undefined
  /** Prices and how common each is: how far payers lie apart. Else the controls of past experiments tell. Keep their identity. */
  prices?: readonly PriceShare[] | undefined
  /** Another backend than the provider's: both parts or neither. */
  source?: Source | undefined
}

/** `SampleSizePlanner` over the project's own figures: installs, lifetime value, trials, and the controls of its experiments. Drop it in and it works. */
export function SampleSizePlannerPanel(props: SampleSizePlannerPanelProps) {
  const { t } = useSamplePlannerTexts()
  const now = useNow(useQonversion().now)
  return now === null ? (
    <Root className="qv-planner">
      <TableSkeleton label={t('samplePlanner.loading')} columns={3} />
    </Root>
  ) : (
    <Asked {...props} now={now} />
  )
}

const USUAL_WINDOW = 10
/** No project's figures are asked for a longer window. */
const LONGEST_WINDOW = 365

function Asked({
  now,
  currency = 'USD',
  prices,
  source,
  onViewChange,
  ...props
}: SampleSizePlannerPanelProps & { readonly now: number }) {
  const { plan, view, initialView } = props
  const [own, setOwn] = useState(initialView?.outcomeWindow ?? plan?.outcomeWindow ?? USUAL_WINDOW)
  const chosen = view?.outcomeWindow ?? own
  const isAsked = Number.isInteger(chosen) && chosen > 0 && chosen <= LONGEST_WINDOW
  const window = isAsked ? chosen : USUAL_WINDOW
  const questions = useSame(plannerQuestions(Math.floor(now / 1000), window, currency))
  const traffic = useLtv(questions.traffic, { source })
  const sales = useLtv(questions.sales, { source })
  const proceeds = useLtv(questions.proceeds, { source })
  const trials = useLtvTrialConversion(questions.sales, { source })
  const experiments = useResults(source)
  const words = useFigureWords(questions.sales, window)
  const { t, format } = useSamplePlannerTexts()

  const baselines = useMemo(
    () =>
      projectBaselines(
        {
          sales: sales.data && valueWithin(sales.data, window),
          proceeds: proceeds.data && valueWithin(proceeds.data, window),
          trials:
            trials.data && sales.data
              ? { users: sales.data.cohort_users, started: trials.data.trials_started }
              : undefined,
          experiments,
          prices,
        },
        words,
      ),
    [sales.data, proceeds.data, trials.data, experiments, prices, words, window],
  )
  const asked = [traffic, sales, proceeds]
  const failed = asked.find(({ isError, data }) => isError && !data)
  const { cohort_from: from, cohort_to: to } = questions.traffic
  const installs = traffic.data?.cohort_users
  return (
    <SampleSizePlanner
      {...props}
      now={now}
      currency={currency}
      baselines={baselines}
      usersPerDay={installs ? installs / TRAFFIC_DAYS : undefined}
      usersPerDaySource={t('samplePlanner.source.traffic', {
        count: TRAFFIC_DAYS,
        n: format.count(TRAFFIC_DAYS),
        range: format.range(from, to),
      })}
      loading={asked.some(({ isPending }) => isPending)}
      problem={failed && toProblem(failed.error, failed.errorUpdatedAt)}
      onRetry={() => void Promise.all(asked.map(({ refetch }) => refetch()))}
      onViewChange={(next) => {
        setOwn(next.outcomeWindow ?? USUAL_WINDOW)
        onViewChange?.(next)
      }}
    />
  )
}

/** An API answer holds at most so many. */
const MOST_SUMMARIES = 50

/** Experiments that have let users in, with their results. */
function useResults(source: Source | undefined) {
  const { data } = useExperiments({}, { source })
  const ids = (data?.data ?? [])
    .filter(({ status }) => status !== 'draft')
    .map(({ id }) => id)
    .slice(-MOST_SUMMARIES)
  const question = useSame({ filter: { experiment_uid: ids } })
  return useExperimentsSummary(question, { source, enabled: ids.length > 0 }).data?.items
}

/** Where figures come from, in the viewer's words. */
function useFigureWords(
  { cohort_from: from, cohort_to: to }: { cohort_from: number; cohort_to: number },
  window: number,
) {
  const { t, format } = useSamplePlannerTexts()
  return useMemo(() => {
    const range = format.range(from, to)
    const listed = (names: readonly string[]) =>
      names.map((name) => t('samplePlanner.source.name', { name })).join(', ')
    return {
      value: (users: number) =>
        t('samplePlanner.source.ltv', {
          n: format.count(users),
          range,
          window: format.count(window),
        }),
      trials: (users: number) =>
        t('samplePlanner.source.trials', { n: format.count(users), range }),
      control: (users: number, names: readonly string[]) =>
        t('samplePlanner.source.control', { n: format.count(users), names: listed(names) }),
      spread: (names: readonly string[]) =>
        t('samplePlanner.source.spread', { names: listed(names) }),
      alike: t('samplePlanner.assumed'),
    }
  }, [t, format, from, to, window])
}
