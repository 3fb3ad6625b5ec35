'use client'
import { useMemo } from 'react'
import type { Source } from '../../core/fetcher.ts'
import { usePanelQuery } from '../../react/usePanelQuery.ts'
import { useSame } from '../../react/useSame.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { ExperimentPlan } from './analysis.types.ts'
import { ExperimentActionsPanel } from './ExperimentActionsPanel.tsx'
import { ExperimentFacts } from './ExperimentFacts.tsx'
import { ExperimentResults } from './ExperimentResults.tsx'
import { summaryFigures, type HostResults } from './figures.model.ts'
import { useExperimentGroups, useExperimentsSummary } from './hooks.ts'
import { judge } from './list.model.ts'
import type { MetricNames } from './listTexts.ts'
import { defaultPlan } from './plan.default.model.ts'
import type { ResultView } from './resultView.types.ts'
import type { Experiment, ExperimentSummary } from './types.ts'
import { useOpenExperimentTexts } from './useOpenExperimentTexts.ts'

/** Props of `OpenExperimentPanel`. */
export interface OpenExperimentPanelProps {
  readonly experiment: Experiment
  /** All experiments of the project. */
  readonly experiments: readonly Experiment[]
  /** When they were fetched, in milliseconds since the epoch. */
  readonly asOf: number
  /** The plan the host keeps; without one a default is used, and said so. */
  readonly plan: ExperimentPlan | undefined
  /** True where the host keeps a plan that is written here. */
  readonly isPlanKept: boolean
  /** Results of the host's own, in place of the API's. */
  readonly hosted: HostResults | undefined
  /** What a list that was seen before knows of its results. */
  readonly known: ExperimentSummary | undefined
  readonly currency: string | undefined
  readonly metricNames: MetricNames | undefined
  readonly view: ResultView
  readonly onViewChange: (view: ResultView) => void
  readonly onEdit: () => void
  readonly onDeleted: () => void
  readonly onRefresh: () => void
  readonly source: Source | undefined
}

/** One experiment: what it is, what can be done with it, and its results by its plan. */
export function OpenExperimentPanel(props: OpenExperimentPanelProps) {
  const { experiment, experiments, plan: kept, hosted, known, source, asOf: listedAt } = props
  const { t, format } = useOpenExperimentTexts()
  const { id, status, primary_metric, goal_direction } = experiment
  const plan = useMemo(
    () => kept ?? defaultPlan({ primary_metric, goal_direction }),
    [kept, primary_metric, goal_direction],
  )
  const isDraft = status === 'draft'
  const question = useSame({ filter: { experiment_uid: [id] } })
  const summary = useExperimentsSummary(question, { enabled: !hosted && !isDraft, source })
  const groups = useExperimentGroups({ experiment_id: id }, { source })
  const shown = usePanelQuery(question, summary, t('problem.rateLimited.waiting'))
  const own = shown.data?.items.find(({ uid }) => uid === id)
  const item = own ?? known
  const asOf = hosted ? (hosted.asOf ?? listedAt) : own ? shown.asOf : listedAt
  const figures = useMemo(() => {
    if (hosted) return { plan, arms: hosted.arms, run: hosted.run }
    return item && summaryFigures(experiment, item, plan, asOf / 1000, experiments)
  }, [hosted, item, experiment, experiments, plan, asOf])
  const judged = useMemo(() => (figures ? judge(figures) : null), [figures])
  const isWaiting = !hosted && !item && !isDraft && !shown.isCurrent

  const refresh = () => {
    if (!hosted) void summary.refetch()
    props.onRefresh()
  }
  return (
    <>
      <ExperimentFacts {...{ experiment }} now={listedAt / 1000} metricNames={props.metricNames} />
      <ExperimentActionsPanel
        // What was said of one is not said of another.
        key={`actions ${id}`}
        groups={groups.data?.data}
        others={experiments}
        onEdit={props.onEdit}
        onDeleted={props.onDeleted}
        {...{ experiment, judged, source }}
      />
      {!kept && (
        <Notice tone="info">
          {t('experimentPanel.plan.default', {
            alpha: format.percent(plan.alpha),
            window: format.count(plan.outcomeWindow),
            users: format.count(plan.plannedUsers),
          })}{' '}
          {props.isPlanKept && t('experimentPanel.plan.advice')}
        </Notice>
      )}
      {isDraft && !judged && (
        <Empty
          title={t('experimentPanel.draft')}
          reasons={[t('experimentPanel.draft.groups'), t('experimentPanel.draft.start')]}
        />
      )}
      {!isDraft && !isWaiting && !judged && (
        <Empty
          title={t('experimentPanel.noResults')}
          reasons={[t('experimentPanel.noResults.users'), t('experimentPanel.noResults.api')]}
        />
      )}
      {(isWaiting || judged) && (
        <ExperimentResults
          // Another plan or engine is another page: what was folded out of the one means nothing in the other.
          key={`results ${id}`}
          name={experiment.name || id}
          plan={plan}
          arms={judged ? figures?.arms : undefined}
          run={figures?.run}
          asOf={asOf}
          series={hosted?.series}
          plannedBefore={hosted?.plannedBefore}
          phasesLeftOut={hosted?.phasesLeftOut}
          currency={props.currency}
          metricNames={props.metricNames}
          view={props.view}
          onViewChange={props.onViewChange}
          refreshing={!hosted && shown.refreshing}
          problem={hosted ? undefined : shown.problem}
          onRefresh={refresh}
        />
      )}
    </>
  )
}
