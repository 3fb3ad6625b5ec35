'use client'
import { AnswerFrame } from '../../ui/AnswerFrame.tsx'
import type { Problem } from '../../ui/ProblemNotice.tsx'
import type { Arm, ExperimentPlan, RunFacts } from './analysis.types.ts'
import { describeResult } from './describeResult.ts'
import type { EarlierPlan, ResultLook, ResultView } from './resultView.types.ts'
import { useExperimentResults } from './useExperimentResults.ts'
import { useExperimentResultTexts } from './useExperimentResultTexts.ts'

/** Props of `ExperimentResults`. */
export interface ExperimentResultsProps {
  /** Name of the experiment. */
  name: string
  /** What was decided before the first look; the host stores it. */
  plan: ExperimentPlan
  /** The arms with their sums, by `armsFromSummary`, `resultsFromEvents` or the host itself; without them the results are loading or show their problem. */
  arms?: readonly Arm[] | undefined
  /** What is known of the run beside its sums; nothing unless given. */
  run?: RunFacts | undefined
  /** When the sums were fetched, in milliseconds since the epoch (`dataUpdatedAt`). */
  asOf: number
  /** ISO 4217 code of money metrics; without it amounts are plain numbers. */
  currency?: string | undefined
  /** Names of metrics by id; those of the API have names of their own. */
  metricNames?: Readonly<Record<string, string>> | undefined
  /** Earlier looks in the order of their dates: the difference over time is drawn from them. */
  series?: readonly ResultLook[] | undefined
  /** Plans that were in force earlier, the oldest first: what was changed is shown as changed. */
  plannedBefore?: readonly EarlierPlan[] | undefined
  /** Phases of another design whose users are left out (`poolPhases`). @default 0 */
  phasesLeftOut?: number | undefined
  /** What is shown; give it together with `onViewChange` to keep it, for example in an address. */
  view?: Partial<ResultView> | undefined
  /** Called with the whole view when the viewer chose something. */
  onViewChange?: ((view: ResultView) => void) | undefined
  /** True where the sums are of test purchases. @default false */
  isSandbox?: boolean | undefined
  /** True while another answer is on its way: what is shown stays. */
  refreshing?: boolean | undefined
  /** True while `arms` answer an earlier question: they are shown dimmed. */
  stale?: boolean | undefined
  /** What went wrong; with `arms` it stands above the last good results. */
  problem?: Problem | undefined
  /** Asks again: the refresh button, and the one beside a problem. */
  onRefresh?: (() => void) | undefined
}

/** An experiment's results over plain data: health, the decision with its reasons, then every metric with intervals on one axis. */
export function ExperimentResults({
  arms,
  problem,
  refreshing = false,
  ...rest
}: ExperimentResultsProps) {
  const { t } = useExperimentResultTexts()
  return (
    <AnswerFrame
      className="qv-results"
      loading={t('experimentResults.loading')}
      columns={4}
      onRefresh={rest.onRefresh}
      {...{ problem, refreshing }}
    >
      {arms ? <Loaded arms={arms} {...rest} /> : null}
    </AnswerFrame>
  )
}

function Loaded(props: ExperimentResultsProps & { arms: readonly Arm[] }) {
  const texts = useExperimentResultTexts()
  const { analysis, decision } = useExperimentResults(props)
  return (
    <>
      {describeResult(texts, analysis, decision).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  )
}
