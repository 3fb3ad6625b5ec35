'use client'
import { useMemo, useState } from 'react'
import { nameFields } from '../../core/attributes.ts'
import type { Source } from '../../core/fetcher.ts'
import { isRangeValid } from '../../core/ranges.ts'
import type { StoredView } from '../../core/viewParts.ts'
import { useQonversion } from '../../react/context.ts'
import { useNow } from '../../react/useNow.ts'
import { usePanelQuery } from '../../react/usePanelQuery.ts'
import { usePanelView } from '../../react/usePanelView.ts'
import { useSame } from '../../react/useSame.ts'
import { CURRENCIES } from '../../ui/currencies.ts'
import { QuestionNotices } from '../../ui/QuestionNotices.tsx'
import { Root } from '../../ui/Root.tsx'
import { TableSkeleton } from '../../ui/Skeleton.tsx'
import { useLtv, useLtvMeta, useLtvTrialConversion } from './hooks.ts'
import type { CostBase } from './ltv.costs.model.ts'
import type { RenewalLength } from './ltv.curves.model.ts'
import { LtvChart } from './LtvChart.tsx'
import { LtvControls } from './LtvControls.tsx'
import {
  changeLtvView,
  costKey,
  initialLtvView,
  ltvQuestion,
  readLtvView,
  viewCosts,
  type HostCosts,
  type LtvView,
} from './ltvView.model.ts'
import { controlNames, nameQuestion } from './questionNames.ts'
import { SegmentCosts } from './SegmentCosts.tsx'
import type { LtvInput } from './types.ts'
import { useLtvPanelTexts } from './useLtvPanelTexts.ts'

/** Props of `LtvPanel`. */
export interface LtvPanelProps {
  /** What is chosen, kept by the host: whole or in parts, from a store or an address. Each part is checked, and is as at first where it is missing or broken. */
  view?: Partial<LtvView> | StoredView | undefined
  /** What is chosen at first; the rest is net value per install, in USD, of the last 6 complete months. Read once. */
  initialView?: Partial<LtvView> | undefined
  /** Told about each change of what is chosen: the whole, and the parts that differ from the first view. */
  onViewChange?: ((view: LtvView, changes: Partial<LtvView>) => void) | undefined
  /** ISO 4217 codes offered. */
  currencies?: readonly string[] | undefined
  /** What the host knows of the costs of the customers a question asks for: used where nobody wrote one. Keep its identity. */
  costsOf?: ((question: LtvInput, per: CostBase) => HostCosts | undefined) | undefined
  /** Ages of the columns of the table; days 7, 30 and 90 unless given. */
  columnAges?: readonly number[] | undefined
  /** Days in which late store notices still count; 1 by days and 60 by renewals unless given. */
  settlingDays?: number | undefined
  /** Lengths of the renewals in view, where the host knows them: with exactly one, and `conversionWindowDays`, ages by renewals become final. */
  renewalLengths?: readonly RenewalLength[] | undefined
  /** Days from the install after which no first payment counts. */
  conversionWindowDays?: number | undefined
  /** Another backend than the provider's: both parts or neither. */
  source?: Source | undefined
}

/** Lifetime value with its question: controls from the project's own choices, cost and payback, trial conversion, states, refresh and CSV. Drop it in and it works. */
export function LtvPanel({ currencies = CURRENCIES, ...props }: LtvPanelProps) {
  const { t } = useLtvPanelTexts()
  const now = useNow(useQonversion().now)
  return (
    <Root className="qv-ltv-panel">
      {now === null ? (
        <TableSkeleton label={t('ltv.loading')} />
      ) : (
        <Asked now={now} currencies={currencies} {...props} />
      )}
    </Root>
  )
}

function Asked({
  now,
  currencies,
  costsOf,
  source,
  view: given,
  initialView,
  onViewChange,
  ...knowledge
}: LtvPanelProps & { now: number; currencies: readonly string[] }) {
  const { t } = useLtvPanelTexts()
  const seconds = Math.floor(now / 1000)
  const kept = { view: given, initialView, onViewChange }
  const { view, first, setView } = usePanelView(kept, initialLtvView, readLtvView)
  // Costs are drawn while they are typed, and told once they are done.
  const [draft, setDraft] = useState<Partial<LtvView>>({})
  const change = (part: Partial<LtvView>) => {
    setDraft({})
    setView(changeLtvView(view, part))
  }

  const valid = isRangeValid(view.range)
  const question = useSame(ltvQuestion(view, seconds))
  const ltv = useLtv(question, { source, enabled: valid })
  const trials = useLtvTrialConversion(question, { source, enabled: valid })
  const meta = useLtvMeta({}, { source })
  const shown = usePanelQuery(question, ltv, t('problem.rateLimited.waiting'))
  const { data, answered, asOf, refreshing, stale, problem } = shown
  const costs = useMemo(() => {
    const key = costKey(view)
    const host = key && costsOf?.(answered, key === 'perPayer' ? 'payer' : 'install')
    return viewCosts({ ...view, ...draft }, host || undefined)
  }, [view, draft, costsOf, answered])
  const refresh = () => {
    void ltv.refetch()
    void trials.refetch()
  }
  return (
    <>
      <LtvControls
        value={view}
        first={first}
        onChange={change}
        onDraft={setDraft}
        meta={meta.data}
        loading={meta.isPending}
        currencies={currencies}
        now={seconds}
      />
      <SegmentCosts
        value={view}
        segments={(view.split !== '' && data?.segments) || []}
        onChange={change}
        onDraft={setDraft}
      />
      <QuestionNotices isMetaMissing={meta.isError} isRangeValid={valid} />
      <LtvChart
        {...knowledge}
        {...{ data, asOf, refreshing, stale }}
        question={nameQuestion(answered, meta.data)}
        measure={view.measure}
        costs={costs}
        allAges={view.allAges}
        trialConversion={
          trials.isError
            ? 'failed'
            : trials.isPlaceholderData
              ? 'loading'
              : (trials.data ?? 'loading')
        }
        problem={problem && nameFields(problem, controlNames(t), meta.data?.filter_conditions)}
        onRefresh={valid ? refresh : undefined}
      />
    </>
  )
}
