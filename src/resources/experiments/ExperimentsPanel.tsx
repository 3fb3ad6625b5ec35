'use client'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import type { Source } from '../../core/fetcher.ts'
import type { StoredView } from '../../core/viewParts.ts'
import { usePanelQuery } from '../../react/usePanelQuery.ts'
import { usePanelView } from '../../react/usePanelView.ts'
import { usePermission } from '../../react/usePermissions.ts'
import { useSame } from '../../react/useSame.ts'
import { useIsServerHtml } from '../../hydration/hooks.ts'
import { AnswerFrame } from '../../ui/AnswerFrame.tsx'
import { sentForm } from '../../ui/sentForm.tsx'
import { sentPart } from '../../ui/sentPart.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Root } from '../../ui/Root.tsx'
import { TableSkeleton } from '../../ui/Skeleton.tsx'
import type { ExperimentPlan } from './analysis.types.ts'
import {
  changeExperimentsView,
  initialExperimentsView,
  readExperimentsView,
  type ExperimentsView,
} from './experimentsView.model.ts'
import { ExperimentTable } from './ExperimentTable.tsx'
import {
  MOST_SUMMARIES,
  experimentsQuestion,
  summaryFigures,
  type HostResults,
} from './figures.model.ts'
import type { Payload } from './form.types.ts'
import { useExperiments, useExperimentsSummary } from './hooks.ts'
import { isBeingMade } from './list.model.ts'
import type { MetricNames } from './listTexts.ts'
import { defaultPlan } from './plan.default.model.ts'
import type { PlannedTest } from './planner.types.ts'
import type { Experiment } from './types.ts'
import { useExperimentPanelTexts } from './useExperimentPanelTexts.ts'
import type { FiguresOf } from './useExperimentTable.ts'
import { useFollowedFocus } from './useFollowedFocus.ts'

const OpenExperiment = /* @__PURE__ */ sentPart(() =>
  import('./OpenExperimentPanel.tsx').then((module) => module.OpenExperimentPanel),
)
const ExperimentForm = /* @__PURE__ */ sentForm(() =>
  import('./ExperimentFormPanel.tsx').then((module) => module.ExperimentFormPanel),
)

/** Props of `ExperimentsPanel`. */
export interface ExperimentsPanelProps {
  /** What is chosen, kept by the host: whole or in parts, from a store or an address. Each part is checked, and is as at first where it is missing or broken. */
  view?: Partial<ExperimentsView> | StoredView | undefined
  /** What is chosen at first; the rest is the list of what runs, the newest first. Read once. */
  initialView?: Partial<ExperimentsView> | undefined
  /** Told about each change of what is chosen: the whole, and the parts that differ from the first view. */
  onViewChange?: ((view: ExperimentsView, changes: Partial<ExperimentsView>) => void) | undefined
  /** The plan the host keeps of an experiment; where it has none the experiment is judged by a default, which the page says. Keep its identity, and that of its plans. */
  planOf?: ((experiment: Experiment) => ExperimentPlan | undefined) | undefined
  /** Told about a plan that was written or changed, for the host to keep. */
  onPlanChange?: ((experiment: Experiment, plan: ExperimentPlan) => void) | undefined
  /** Results of the host's own (`resultsFromEvents`), used in place of the API's totals. Keep its identity, and that of its results. */
  results?: ((experiment: Experiment) => HostResults | undefined) | undefined
  /** ISO 4217 code of the project's money; without it amounts are plain numbers. */
  currency?: string | undefined
  /** Names of metrics by id, where they are not the API's. */
  metricNames?: MetricNames | undefined
  /** Remote configurations that groups can be given; without them their uid is typed. */
  remoteConfigurations?: readonly Payload[] | undefined
  /** Names of offerings that groups have. */
  offerings?: readonly Payload[] | undefined
  /** Draws a planner into the form's plan, which hands over what it planned: `(take) => <SampleSizePlannerPanel onUse={take} />`. */
  planner?: ((take: (planned: PlannedTest) => void) => ReactNode) | undefined
  /** The viewer asks again: the host asks for its own results again too. */
  onRefresh?: (() => void) | undefined
  /** Another backend than the provider's: both parts or neither. */
  source?: Source | undefined
}

/** Experiments whole: the list with health and result in words, and each with its actions, results and form. Drop it in and it works. */
export function ExperimentsPanel(props: ExperimentsPanelProps) {
  const { planOf, onPlanChange, results, currency, metricNames, source } = props
  const { t, format } = useExperimentPanelTexts()
  const { view, setView } = usePanelView(props, initialExperimentsView, readExperimentsView)
  const [news, setNews] = useState('')
  const change = (part: Partial<ExperimentsView>, said = '') => {
    setNews(said)
    setView(changeExperimentsView(view, part))
  }
  const root = useFollowedFocus(view)

  const list = useExperiments({}, { source })
  const shown = usePanelQuery(LIST, list, t('problem.rateLimited.waiting'))
  const experiments = shown.data?.data
  const asked = useMemo(
    () => (experiments ?? []).filter((one) => one.status !== 'draft' && !results?.(one)),
    [experiments, results],
  )
  const question = useSame(experimentsQuestion(asked))
  const isList = view.experiment === '' && view.form === ''
  const summary = useExperimentsSummary(question, { enabled: isList && asked.length > 0, source })
  const create = usePermission('v4CreateExperiment', { source })

  const { asOf } = shown
  // HTML of a server may be older than its answers are fresh when it is hydrated.
  const isSummaryOnItsWay = !useIsServerHtml() && summary.isFetching
  const figuresOf = useCallback<FiguresOf>(
    (experiment) => {
      const plan = planOf?.(experiment) ?? defaultPlan(experiment)
      const hosted = results?.(experiment)
      if (hosted) return { plan, arms: hosted.arms, run: hosted.run }
      if (!question.filter.experiment_uid.includes(experiment.id)) return undefined
      const item = summary.data?.items.find(({ uid }) => uid === experiment.id)
      if (item) return summaryFigures(experiment, item, plan, asOf / 1000, experiments)
      return summary.isPending || summary.isPlaceholderData
        ? 'loading'
        : summary.isError
          ? 'failed'
          : undefined
    },
    [
      planOf,
      results,
      question,
      summary.data,
      summary.isPending,
      summary.isPlaceholderData,
      summary.isError,
      asOf,
      experiments,
    ],
  )
  const refresh = () => {
    void list.refetch()
    if (isList && asked.length > 0) void summary.refetch()
    props.onRefresh?.()
  }
  const open = experiments?.find(({ id }) => id === view.experiment)
  const isMaking = open !== undefined && isBeingMade(open)
  // What is not there, or not yet, cannot be changed.
  const isForm = view.form === 'new' || (view.form === 'edit' && (open ? !isMaking : !experiments))
  const found = open?.name || (experiments ? view.experiment : '')
  const title = view.form === 'new' ? t('experimentList.create') : found
  const warnings = [
    ...(summary.isError ? [t('experimentList.partial')] : []),
    ...(asked.length > MOST_SUMMARIES
      ? [t('experimentList.most', { count: MOST_SUMMARIES, n: format.count(MOST_SUMMARIES) })]
      : []),
    ...(shown.data?.set_aside
      ? [
          t('experimentList.setAside', {
            count: shown.data.set_aside,
            n: format.count(shown.data.set_aside),
          }),
        ]
      : []),
    ...(shown.data?.has_more ? [t('experimentList.hasMore')] : []),
  ]
  return (
    <Root>
      <div className="qv-experiments-panel" ref={root}>
        <p className="qv-experiment-news" role="status">
          {news}
        </p>
        {isList ? (
          <ExperimentTable
            view={view}
            onViewChange={change}
            onOpen={({ id }) => change({ experiment: id })}
            onCreate={() => change({ form: 'new' })}
            createBlocked={create.reason}
            refreshing={shown.refreshing || isSummaryOnItsWay}
            problem={shown.problem}
            onRefresh={refresh}
            {...{ experiments, asOf, figuresOf, metricNames, warnings }}
          />
        ) : (
          <div className="qv-experiment">
            <button
              type="button"
              className="qv-button qv-experiment-back"
              hidden={isForm}
              onClick={() => change({ experiment: '' })}
            >
              {t('experimentPanel.back')}
            </button>
            {title !== '' && (
              <h2 className="qv-experiment-title" tabIndex={-1} data-followed="">
                {title}
              </h2>
            )}
            {isForm ? (
              <ExperimentForm
                fallback={<TableSkeleton label={t('experimentList.loading')} columns={2} />}
                key={view.experiment}
                experimentId={view.form === 'edit' ? view.experiment : undefined}
                plan={open && planOf?.(open)}
                remoteConfigurations={props.remoteConfigurations}
                offerings={props.offerings}
                planner={props.planner}
                onSaved={(saved, plan) => {
                  if (plan) onPlanChange?.(saved, plan)
                  const said = t('experimentPanel.saved', { name: saved.name || saved.id })
                  change({ experiment: saved.id, form: '' }, said)
                }}
                onCancel={() => change({ form: '' })}
                {...{ currency, source }}
              />
            ) : isMaking ? (
              <Notice tone="info">{t('experimentPanel.making', { name: open.name })}</Notice>
            ) : experiments && open ? (
              <OpenExperiment
                fallback={<TableSkeleton label={t('experimentList.loading')} columns={4} />}
                experiment={open}
                plan={planOf?.(open)}
                isPlanKept={onPlanChange !== undefined}
                hosted={results?.(open)}
                known={summary.data?.items.find(({ uid }) => uid === open.id)}
                view={view.results}
                onViewChange={(chosen) => change({ results: chosen })}
                onEdit={() => change({ form: 'edit' })}
                onDeleted={() =>
                  change(
                    { experiment: '' },
                    t('experimentPanel.deleted', { name: open.name || open.id }),
                  )
                }
                onRefresh={refresh}
                {...{ experiments, asOf, currency, metricNames, source }}
              />
            ) : experiments ? (
              <Notice tone="warning">
                {t('experimentPanel.missing', { id: view.experiment })}
              </Notice>
            ) : (
              <AnswerFrame
                className="qv-experiments-answer"
                loading={t('experimentList.loading')}
                columns={4}
                problem={shown.problem}
                refreshing={shown.refreshing}
                onRefresh={refresh}
              >
                {null}
              </AnswerFrame>
            )}
          </div>
        )}
      </div>
    </Root>
  )
}

const LIST = {}
