'use client'
import { AnswerFrame } from '../../ui/AnswerFrame.tsx'
import { AnswerHead } from '../../ui/AnswerHead.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { Problem } from '../../ui/ProblemNotice.tsx'
import type { LtvCosts } from './ltv.costs.model.ts'
import type { LtvMeasure, RenewalLength } from './ltv.curves.model.ts'
import { LtvLines } from './LtvLines.tsx'
import { LtvTable } from './LtvTable.tsx'
import { asOfText, emptyReasons, noticeTexts, readBack } from './ltvTexts.ts'
import { TrialConversion, type TrialConversionProps } from './TrialConversion.tsx'
import type { LtvAnswer, LtvInput } from './types.ts'
import { useLtvChart } from './useLtvChart.ts'
import { useLtvTexts } from './useLtvTexts.ts'

/** Props of `LtvChart`. */
export interface LtvChartProps {
  /** The answer of `useLtv`, untouched; without one the chart is loading or shows its problem. */
  data?: LtvAnswer | undefined
  /** When the answer was fetched, in milliseconds since the epoch (`dataUpdatedAt`): which ages are final is judged at this instant. */
  asOf: number
  /** The input the answer was asked with: it is read back above the chart. */
  question?: LtvInput | undefined
  /** What the curve shows. @default 'arpu' */
  measure?: LtvMeasure | undefined
  /** What customers cost: compared with ARPU per install, with ARPPU per payer, in the answer's currency only. */
  costs?: LtvCosts | undefined
  /** Draws ages that fewer than half of the customers have reached, too. @default false */
  allAges?: boolean | undefined
  /** Ages of the columns of the table; days 7, 30 and 90 unless given. */
  columnAges?: readonly number[] | undefined
  /** Days in which late store notices still count; 1 by days and 60 by renewals unless given. */
  settlingDays?: number | undefined
  /** Lengths of the renewals in view, where the host knows them: with exactly one, and `conversionWindowDays`, ages by renewals become final. */
  renewalLengths?: readonly RenewalLength[] | undefined
  /** Days from the install after which no first payment counts. */
  conversionWindowDays?: number | undefined
  /** Trial conversion of the same question, shown beside the chart. */
  trialConversion?: TrialConversionProps['data'] | undefined
  /** Height of the drawing in CSS pixels. @default 320 */
  height?: number | undefined
  /** True while another answer is on its way: what is shown stays. */
  refreshing?: boolean | undefined
  /** True while `data` answers an earlier question and the answer to the new one is on its way: it is shown dimmed. */
  stale?: boolean | undefined
  /** What went wrong; with `data` it stands above the last good answer. */
  problem?: Problem | undefined
  /** Asks again: the refresh button, and the one beside a problem. */
  onRefresh?: (() => void) | undefined
}

/** Lifetime value over plain data: a curve for all customers and each segment, its cost and payback, and whom every age counts. */
export function LtvChart({
  data,
  question = NO_QUESTION,
  measure = 'arpu',
  refreshing = false,
  stale = false,
  problem,
  ...rest
}: LtvChartProps) {
  const { t } = useLtvTexts()
  const shown = { question, measure, refreshing, stale }
  return (
    <AnswerFrame
      className="qv-ltv"
      loading={t('ltv.loading')}
      columns={3}
      onRefresh={rest.onRefresh}
      {...{ problem, refreshing }}
    >
      {data ? <Loaded data={data} {...shown} {...rest} /> : null}
    </AnswerFrame>
  )
}

/** What `LtvChart` fills in. */
interface Shown {
  question: LtvInput
  measure: LtvMeasure
  refreshing: boolean
  stale: boolean
}
type LoadedProps = Omit<LtvChartProps, keyof Shown | 'problem' | 'data'> &
  Shown & { data: LtvAnswer }

function Loaded(props: LoadedProps) {
  const { data, asOf, question, measure, refreshing, stale, onRefresh } = props
  const texts = useLtvTexts()
  const { t } = texts
  const model = useLtvChart(data, props)
  const { curves } = model
  const label = readBack(texts, curves, question, measure)
  const isEmpty = model.series.every(({ points }) => points.length === 0)
  // The writer is loaded on first use: most viewers never save.
  const save = async () => {
    const [{ csvName, ltvCsv }, { saveText }] = await Promise.all([
      import('./ltvCsv.ts'),
      import('../../ui/saveText.ts'),
    ])
    const source = { curves, measure, question, asOf }
    saveText(csvName(source), 'text/csv', ltvCsv(source))
  }
  return (
    <>
      <AnswerHead
        isSandbox={question.environment === 0}
        question={label}
        asOf={asOfText(texts, curves, asOf)}
        onSave={save}
        {...{ refreshing, onRefresh, isEmpty }}
      >
        {noticeTexts(texts, curves, question, props.costs).map((notice) => (
          <Notice key={notice} tone="info">
            {notice}
          </Notice>
        ))}
      </AnswerHead>
      {isEmpty ? (
        <Empty title={t('ltv.empty')} reasons={emptyReasons(texts, curves, question)} />
      ) : (
        <div
          className="qv-answer qv-ltv-answer"
          aria-busy={refreshing}
          data-stale={stale ? '' : undefined}
        >
          <LtvLines model={model} measure={measure} label={label} height={props.height} />
          <div className="qv-ltv-beside">
            <LtvTable model={model} label={label} />
            {props.trialConversion && <TrialConversion data={props.trialConversion} />}
          </div>
        </div>
      )}
    </>
  )
}

const NO_QUESTION: LtvInput = {}
