'use client'
import { useId, useMemo, useState } from 'react'
import { AnswerFrame } from '../../ui/AnswerFrame.tsx'
import { AnswerHead } from '../../ui/AnswerHead.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { sentPart } from '../../ui/sentPart.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { Problem } from '../../ui/ProblemNotice.tsx'
import type { Arm, ExperimentPlan, RunFacts } from './analysis.types.ts'
import { describeResult } from './describeResult.ts'
import { UNKNOWN_RUN } from './result.analyze.model.ts'
import { ResultControls } from './ResultControls.tsx'
import { ResultDecision } from './ResultDecision.tsx'
import { ResultFold } from './ResultFold.tsx'
import { ResultHealth } from './ResultHealth.tsx'
import { ResultOtherEngines } from './ResultOtherEngines.tsx'
import { ResultOverTime } from './ResultOverTime.tsx'
import { ResultTable } from './ResultTable.tsx'
import type { EarlierPlan, ResultLook, ResultView } from './resultView.types.ts'
import { useExperimentResults } from './useExperimentResults.ts'
import { useExperimentResultTexts } from './useExperimentResultTexts.ts'

// That a plan was changed is said at once; few were, and what was changed comes with the first of them.
const ResultPlanChange = /* @__PURE__ */ sentPart(() =>
  import('./ResultPlanChange.tsx').then((module) => module.ResultPlanChange),
)

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
      {arms ? <Loaded arms={arms} refreshing={refreshing} {...rest} /> : null}
    </AnswerFrame>
  )
}

type LoadedProps = Omit<ExperimentResultsProps, 'problem'> & {
  arms: readonly Arm[]
  refreshing: boolean
}

function Loaded(props: LoadedProps) {
  const { name, asOf, currency, metricNames, series, run, phasesLeftOut = 0 } = props
  const { isSandbox = false, stale = false, refreshing, onRefresh, onViewChange } = props
  const texts = useExperimentResultTexts()
  const { t, format } = texts
  const [chosen, setChosen] = useState<Partial<ResultView>>({})
  const model = useExperimentResults({ ...props, view: { ...chosen, ...props.view } })
  const { analysis, decision, changes, isEmpty } = model
  const names = useMemo(() => ({ metrics: metricNames, currency }), [metricNames, currency])
  const words = useId()
  const sentences = [...new Set(describeResult(texts, analysis, decision, names))]
  const change = (part: Partial<ResultView>) => {
    const next = { ...model.view, ...part }
    setChosen(next)
    onViewChange?.(next)
  }
  // The writer is loaded on first use: most viewers never save.
  const save = async () => {
    const [{ experimentCsv, csvName }, { saveText }] = await Promise.all([
      import('./experimentCsv.ts'),
      import('../../ui/saveText.ts'),
    ])
    const source = { name, analysis, decision, asOf, isSandbox, names }
    saveText(csvName(source), 'text/csv', experimentCsv(texts, source))
  }
  return (
    <>
      <AnswerHead
        question={name}
        asOf={t('experimentResults.asOf', { time: format.instant(asOf) })}
        onSave={save}
        {...{ isSandbox, refreshing, onRefresh, isEmpty }}
      >
        {changes.map((found) => (
          <Notice key={`${found.at} ${found.parts.join(' ')}`} tone="warning">
            {t('experimentResults.planChanged', { day: format.day(found.at) })}
            <ResultPlanChange change={found} names={names} />
          </Notice>
        ))}
        {phasesLeftOut > 0 && (
          <Notice tone="warning">
            {t('experimentResults.phases', {
              n: format.count(phasesLeftOut),
              count: phasesLeftOut,
            })}
          </Notice>
        )}
        {analysis.maturity.isAccrued && <Notice tone="info">{t('experiments.accrued')}</Notice>}
      </AnswerHead>
      {isEmpty ? (
        <Empty title={t('experimentResults.empty')} reasons={EMPTY.map((reason) => t(reason))} />
      ) : (
        <div
          className="qv-answer qv-results-answer"
          aria-busy={refreshing}
          data-stale={stale ? '' : undefined}
        >
          <ResultHealth analysis={analysis} asOf={asOf} />
          <ResultDecision analysis={analysis} decision={decision} names={names} />
          {model.shown.metrics.length > 0 && (
            <>
              <ResultControls model={model} onChange={change} />
              <ResultTable
                analysis={analysis}
                shown={model.shown}
                names={names}
                label={name}
                describedBy={words}
              />
            </>
          )}
          {series && series.length > 0 && model.shown.baseline !== null && (
            <ResultOverTime
              model={model}
              baseline={model.shown.baseline}
              names={names}
              series={series}
              run={run ?? UNKNOWN_RUN}
            />
          )}
          <ResultOtherEngines model={model} names={names} />
          <ResultFold summary={t('experimentResults.words')}>
            <ul className="qv-results-list">
              {sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </ResultFold>
          {/* What is folded away describes nothing to a screen reader; what is hidden does. */}
          <p id={words} hidden>
            {sentences.join(' ')}
          </p>
        </div>
      )}
    </>
  )
}

const EMPTY = [
  'experimentResults.empty.draft',
  'experimentResults.empty.exposed',
  'experimentResults.empty.groups',
] as const
