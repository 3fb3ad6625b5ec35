'use client'
import { useMemo, useState } from 'react'
import type { Source } from '../../core/fetcher.ts'
import { useCohortPanelTexts } from './useCohortTexts.ts'
import { toProblem } from '../../react/problem.ts'
import { useAnswered } from '../../react/useAnswered.ts'
import { useNow } from '../../react/useNow.ts'
import { useQonversion } from '../../react/context.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Root } from '../../ui/Root.tsx'
import { TableSkeleton } from '../../ui/Skeleton.tsx'
import { CohortControls } from './CohortControls.tsx'
import type { CohortCellAction } from './CohortGridView.tsx'
import { CohortTable } from './CohortTable.tsx'
import type { CellBasis, RenewalLength } from './grid.types.ts'
import { useCohorts, useCohortsMeta } from './hooks.ts'
import { nameFields } from './problemFields.ts'
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
export interface CohortPanelProps {
  /** What is chosen at first; the rest is revenue, gross, in USD, by the last 12 complete months of installs. */
  initialView?: Partial<CohortPanelView> | undefined
  /** Told about each change of what is chosen. */
  onViewChange?: ((view: CohortPanelView) => void) | undefined
  /** ISO 4217 codes offered. */
  currencies?: readonly string[] | undefined
  /** Another backend than the provider's: both parts or neither. */
  source?: Source | undefined
  /** Lengths of the renewals in view, where the host knows them: with exactly one, columns are weeks, months or years and cells become final. */
  renewalLengths?: readonly RenewalLength[] | undefined
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
}

/** The cohort table with its question: controls from the project's own choices, states, refresh and CSV. Drop it in and it works. */
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
  initialView,
  onViewChange,
  currencies,
  source,
  ...table
}: CohortPanelProps & { now: number; currencies: readonly string[] }) {
  const { t } = useCohortPanelTexts()
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
  const { data, error, failureReason, isFetching, isPlaceholderData, errorUpdatedAt } = cohorts
  const answered = useAnswered(question, cohorts)
  // The attributes of the project decide how high the controls are: the table is drawn below them once, not moved.
  const isPlaced = !meta.isPending || meta.failureCount > 0
  const reason = error ?? failureReason
  const found = reason && toProblem(reason, errorUpdatedAt)
  // While it waits as the API asked it to, the page says so instead of only loading.
  const waiting = !error && found?.kind === 'rateLimited'
  const problem = waiting
    ? { ...found, message: t('problem.rateLimited.waiting'), retryAt: null }
    : error && found
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
        data={isPlaced ? data : undefined}
        asOf={fixedNow ? fixedNow.getTime() : answered.asOf}
        question={answered.question}
        metric={view.metric}
        view={view.view}
        refreshing={isFetching}
        stale={isPlaceholderData && isFetching}
        problem={problem ? nameFields(problem, t, meta.data) : undefined}
        onRefresh={valid ? () => void cohorts.refetch() : undefined}
      />
    </>
  )
}
