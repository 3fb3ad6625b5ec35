'use client'
import { useMemo, useState } from 'react'
import { nameFields } from '../../core/attributes.ts'
import type { Source } from '../../core/fetcher.ts'
import { isRangeValid } from '../../core/ranges.ts'
import type { StoredView } from '../../core/viewParts.ts'
import { useCohortPanelTexts } from './useCohortPanelTexts.ts'
import { useNow } from '../../react/useNow.ts'
import { usePanelQuery } from '../../react/usePanelQuery.ts'
import { usePanelView } from '../../react/usePanelView.ts'
import { useSame } from '../../react/useSame.ts'
import { useQonversion } from '../../react/context.ts'
import { CURRENCIES } from '../../ui/currencies.ts'
import { sentPart } from '../../ui/sentPart.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { QuestionNotices } from '../../ui/QuestionNotices.tsx'
import { Root } from '../../ui/Root.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { TableSkeleton } from '../../ui/Skeleton.tsx'
import { CohortControls } from './CohortControls.tsx'
import type { CohortAnnotation } from './annotations.model.ts'
import type { CohortPosition } from './cohortPosition.ts'
import { CohortTable } from './CohortTable.tsx'
import { gridsOf, type CohortGrids } from './cohortGrids.ts'
import type { CellBasis, RenewalLength } from './grid.types.ts'
import { isOffered, viewsOf } from './grid.views.model.ts'
import { useCohorts, useCohortsMeta } from './hooks.ts'
import {
  canSplit,
  changePanelView,
  DISPLAYS,
  initialPanelView,
  lengthsInView,
  panelQuestion,
  PRODUCT,
  readPanelView,
  viewSituation,
  type CohortPanelView,
} from './panelView.model.ts'
import { controlNames, nameQuestion } from './questionNames.ts'
import type {
  CohortCellAction,
  CohortCellMenu,
  CohortColumnAction,
} from './useCohortInteraction.ts'

// Most viewers stay with the table: the pictures come with the first that is asked for.
const RetentionCurves = /* @__PURE__ */ sentPart(() =>
  import('./RetentionCurves.tsx').then((module) => module.RetentionCurves),
)
const CohortHeatmap = /* @__PURE__ */ sentPart(() =>
  import('./CohortHeatmap.tsx').then((module) => module.CohortHeatmap),
)

/** Props of `CohortPanel`. */
export interface CohortPanelProps {
  /** What is chosen, kept by the host: whole or in parts, from a store or an address. Each part is checked, and is as at first where it is missing or broken. */
  view?: Partial<CohortPanelView> | StoredView | undefined
  /** What is chosen at first; the rest is revenue, gross, in USD, by the last 12 complete months of installs. Read once. */
  initialView?: Partial<CohortPanelView> | undefined
  /** Told about each change of what is chosen: the whole, and the parts that differ from the first view. */
  onViewChange?: ((view: CohortPanelView, changes: Partial<CohortPanelView>) => void) | undefined
  /** ISO 4217 codes offered. */
  currencies?: readonly string[] | undefined
  /** Another backend than the provider's: both parts or neither. */
  source?: Source | undefined
  /** Lengths of the renewals in view, where the host knows them: with exactly one, columns are weeks, months or years and cells become final. */
  renewalLengths?: readonly RenewalLength[] | undefined
  /** Length of the renewals of each product, by its code: what is filtered or split by product then has the lengths of what is in view. */
  productLengths?: Readonly<Record<string, RenewalLength>> | undefined
  /** Days after a period's end in which late store notices still count; 1 by days and 60 by renewals unless given. */
  settlingDays?: number | undefined
  /** Length of the trial in days, for first conversions by renewals. */
  trialDays?: number | undefined
  /** Days after which an install no longer becomes a payer, for installs by renewals. */
  conversionWindowDays?: number | undefined
  /** What the host knows of the vendor's ratios; overrules what is worked out from the numbers. */
  cellBasis?: CellBasis | undefined
  /** Called for a click, Enter or Space on a number. */
  onCellAction?: ((action: CohortCellAction) => void) | undefined
  /** The menu of a number: its entries, or what stands in its popover. */
  cellMenu?: CohortCellMenu | undefined
  /** Called when the heading of a period is chosen, which opens the period over all cohorts. */
  onColumnAction?: ((action: CohortColumnAction) => void) | undefined
  /** Dates that explain numbers (a price rise, an outage): each is marked where it meets each cohort. */
  annotations?: readonly CohortAnnotation[] | undefined
}

/** Cohorts with their question: controls from the project's own choices, table, curves and heat map, states, refresh and CSV. Drop it in and it works. */
export function CohortPanel({ currencies = CURRENCIES, ...props }: CohortPanelProps) {
  const { t } = useCohortPanelTexts()
  const now = useNow(useQonversion().now)
  return (
    <Root className="qv-cohort-panel">
      {now === null ? (
        <TableSkeleton label={t('cohorts.loading')} />
      ) : (
        <Asked now={now} currencies={currencies} {...props} />
      )}
    </Root>
  )
}

function Asked({
  now,
  view: given,
  initialView,
  onViewChange,
  currencies,
  source,
  productLengths = NO_LENGTHS,
  renewalLengths,
  settlingDays,
  trialDays,
  conversionWindowDays,
  cellBasis,
  annotations,
  ...actions
}: CohortPanelProps & { now: number; currencies: readonly string[] }) {
  const { t, format } = useCohortPanelTexts()
  const seconds = Math.floor(now / 1000)
  const kept = { view: given, initialView, onViewChange }
  const { view, first, setView } = usePanelView(kept, initialPanelView, readPanelView)

  const valid = isRangeValid(view.range)
  const question = useSame(panelQuestion(view, seconds))
  const cohorts = useCohorts(question, { source, enabled: valid })
  const meta = useCohortsMeta({}, { source })
  const answer = usePanelQuery(question, cohorts, t('problem.rateLimited.waiting'))
  const { data, answered, asOf, refreshing, stale, problem } = answer

  const known = useSame(lengthsInView(view, productLengths))
  const knowledge = {
    ...known,
    renewalLengths: renewalLengths ?? known.renewalLengths,
    settlingDays,
    trialDays,
    conversionWindowDays,
    cellBasis,
  }
  const change = (part: Partial<CohortPanelView>) => setView(changePanelView(view, part, knowledge))
  // An answer to an older question says nothing about which views the new one has.
  const grids =
    data && answer.isCurrent ? gridsOf(data, { ...knowledge, asOf, question }) : undefined
  const hidden = view.display === 'heatmap' ? 0 : countSmall(grids, view.minSize)
  const situation = grids?.whole ?? viewSituation(view)
  // The number that pointer or focus read, in the curves or in the table.
  const [active, setActive] = useState<CohortPosition | null>(null)
  const named = useMemo(() => nameQuestion(answered, meta.data), [answered, meta.data])
  const means = useMemo(() => view.summaries.filter((row) => row !== 'total'), [view.summaries])
  const shown = {
    ...knowledge,
    data,
    asOf,
    question: named,
    metric: view.metric,
    view: isOffered(situation, view) ? view.view : 'absolute',
    minSize: view.minSize,
    colour: view.colour,
    stale,
    onSplit: canSplit(view, meta.data) ? () => change({ split: PRODUCT }) : undefined,
  } as const
  const state = {
    refreshing,
    problem: problem && nameFields(problem, controlNames(t), meta.data?.filter_conditions),
    onRefresh: valid ? () => void cohorts.refetch() : undefined,
  }
  const waiting = <TableSkeleton label={t('cohorts.loading')} />
  return (
    <>
      <CohortControls
        value={view}
        first={first}
        onChange={change}
        views={viewsOf(view.metric, situation)}
        meta={meta.data}
        loading={meta.isPending}
        currencies={currencies}
        hasAnnotations={annotations !== undefined && annotations.length > 0}
        now={seconds}
      />
      <Segmented
        label={t('controls.display')}
        value={view.display}
        choices={DISPLAYS.map((display) => ({
          value: display,
          label: t(`controls.display.${display}`),
        }))}
        onChange={(display) => change({ display: display as CohortPanelView['display'] })}
      />
      <QuestionNotices isMetaMissing={meta.isError} isRangeValid={valid} />
      {hidden > 0 && (
        <Notice tone="info">
          {t('controls.minSize.hidden', {
            count: hidden,
            n: format.count(hidden),
            size: format.count(view.minSize),
          })}
        </Notice>
      )}
      {view.display === 'curves' && data && (
        <RetentionCurves
          fallback={waiting}
          bare
          {...shown}
          active={active}
          onActiveChange={setActive}
          by={view.split !== '' && view.selected.length === 0 ? 'segment' : 'cohort'}
          selection={view.selected.length > 0 ? view.selected : undefined}
          summary={means}
          intervals={view.intervals}
        />
      )}
      {view.display === 'heatmap' ? (
        <CohortHeatmap fallback={waiting} {...shown} {...state} sort={view.sort ?? undefined} />
      ) : (
        <CohortTable
          {...shown}
          {...state}
          summary={view.summaries}
          density={view.density}
          hideSmall
          sort={view.sort}
          onSortChange={(sort) => change({ sort })}
          selectedRows={view.selected}
          onSelectedRowsChange={(selected) => change({ selected })}
          {...(view.display === 'curves' && { active, onActiveChange: setActive })}
          annotations={annotations}
          showAnnotations={view.annotations}
          {...actions}
        />
      )}
    </>
  )
}

/** Cohorts under a size, in the whole answer and in its segments. */
const countSmall = (grids: CohortGrids | undefined, minSize: number): number =>
  grids
    ? [grids.whole, ...grids.segments.map(({ grid }) => grid)].flatMap(({ rows }) =>
        rows.filter(({ size }) => size < minSize),
      ).length
    : 0

const NO_LENGTHS: Readonly<Record<string, RenewalLength>> = {}
