'use client'
import { useMemo, useState } from 'react'
import type { Source } from '../../core/fetcher.ts'
import { useTexts } from '../../i18n/useTexts.ts'
import { toProblem } from '../../react/problem.ts'
import { useAnswered } from '../../react/useAnswered.ts'
import { useNow } from '../../react/useNow.ts'
import { useQonversion } from '../../react/context.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Root } from '../../ui/Root.tsx'
import { TableSkeleton } from '../../ui/Skeleton.tsx'
import { CohortControls } from './CohortControls.tsx'
import { CohortTable, type CohortTableProps } from './CohortTable.tsx'
import { useCohorts, useCohortsMeta } from './hooks.ts'
import {
  changePanelView,
  initialPanelView,
  isRangeValid,
  panelQuestion,
  type CohortPanelView,
} from './panelView.model.ts'

/** Currencies offered unless the host names its own. */
const CURRENCIES = ['USD', 'EUR', 'GBP', 'JPY', 'BRL', 'CAD', 'AUD', 'INR'] as const

/** Props of `CohortPanel`. */
export interface CohortPanelProps extends Pick<
  CohortTableProps,
  | 'renewalLengths'
  | 'settlingDays'
  | 'trialDays'
  | 'conversionWindowDays'
  | 'cellBasis'
  | 'onCellAction'
> {
  /** What is chosen at first; the rest is revenue, gross, in USD, by the last 12 complete months of installs. */
  initialView?: Partial<CohortPanelView> | undefined
  /** Told about each change of what is chosen. */
  onViewChange?: ((view: CohortPanelView) => void) | undefined
  /**
   * ISO 4217 codes offered.
   * @default ['USD', 'EUR', 'GBP', 'JPY', 'BRL', 'CAD', 'AUD', 'INR']
   */
  currencies?: readonly string[] | undefined
  /** Another backend than the provider's: both parts or neither. */
  source?: Source | undefined
}

/** The cohort table with its question: controls from the project's own choices, states, refresh and CSV. Drop it in and it works. */
export function CohortPanel(props: CohortPanelProps) {
  const { t } = useTexts()
  const now = useNow(useQonversion().now)
  return (
    <Root className="qv-cohort-panel">
      {now === null ? (
        <TableSkeleton label={t('cohorts.loading')} />
      ) : (
        <Asked now={now} {...props} />
      )}
    </Root>
  )
}

function Asked({
  now,
  initialView,
  onViewChange,
  currencies = CURRENCIES,
  source,
  ...table
}: CohortPanelProps & { now: number }) {
  const { t } = useTexts()
  const { now: fixedNow } = useQonversion()
  const [view, setView] = useState(() => initialPanelView(Math.floor(now / 1000), initialView))
  const change = (part: Partial<CohortPanelView>) => {
    const next = changePanelView(view, part)
    setView(next)
    onViewChange?.(next)
  }
  const valid = isRangeValid(view)
  const question = useMemo(() => panelQuestion(view), [view])
  const cohorts = useCohorts(question, { source, enabled: valid })
  const meta = useCohortsMeta({}, { source })
  const { data, error, isFetching, isPlaceholderData, errorUpdatedAt } = cohorts
  const answered = useAnswered(question, cohorts)
  return (
    <>
      <CohortControls
        value={view}
        onChange={change}
        meta={meta.data}
        loading={meta.isPending}
        currencies={currencies}
      />
      {meta.isError && <Notice tone="warning">{t('controls.meta.failed')}</Notice>}
      {!valid && <Notice tone="warning">{t('controls.range.invalid')}</Notice>}
      <CohortTable
        {...table}
        data={data}
        asOf={fixedNow ? fixedNow.getTime() : answered.asOf}
        question={answered.question}
        metric={view.metric}
        view={view.view}
        refreshing={isFetching}
        stale={isPlaceholderData}
        problem={error ? toProblem(error, errorUpdatedAt) : undefined}
        onRefresh={() => void cohorts.refetch()}
      />
    </>
  )
}
