'use client'
import type { ReactNode } from 'react'
import type { IntervalTone } from '../../ui/charts/IntervalBar.tsx'
import { StateIcon } from '../../ui/StateIcon.tsx'
import { valueText, type ResultNames } from './describeResult.ts'
import type { ArmResult, Verdict } from './result.types.ts'
import { chanceText } from './resultFormat.ts'
import type { ShownArm, ShownMetric } from './resultView.model.ts'
import { useExperimentResultTexts } from './useExperimentResultTexts.ts'

/** How a row is drawn: as good, as bad, or as not told. */
export const toneOf = (verdict: Verdict, guard: ArmResult['guard'] = null): IntervalTone =>
  TONES[guard ?? verdict]

const TONES = {
  better: 'good',
  safe: 'good',
  worse: 'bad',
  harmed: 'bad',
  unclear: 'open',
} as const
const ICONS = { good: 'check', bad: 'cross', open: 'open' } as const

/** A word with the sign of its tone, so that no colour is needed. */
const ToneWord = ({ tone, children }: { tone: IntervalTone; children: ReactNode }) => (
  <span className="qv-results-said" data-tone={tone}>
    <StateIcon kind={ICONS[tone]} />
    {children}
  </span>
)

/** What a row says; of a guardrail, whether it is safe. */
export function VerdictWord({ verdict, guard }: Pick<ArmResult, 'verdict' | 'guard'>) {
  const { t } = useExperimentResultTexts()
  return (
    <ToneWord tone={toneOf(verdict, guard)}>
      {guard && guard !== 'unclear'
        ? t(`experimentResults.guard.${guard}`)
        : t(`experimentResults.verdict.${guard ?? verdict}`)}
    </ToneWord>
  )
}

/** What doubts a row. */
export const ResultFlag = ({ children }: { children: ReactNode }) => (
  <span className="qv-results-flag">
    <StateIcon kind="warning" />
    {children}
  </span>
)

/** Props of `ResultVerdict`. */
export interface ResultVerdictProps {
  readonly metric: ShownMetric
  readonly arm: ShownArm
  readonly names: ResultNames
}

/** What the numbers of an arm say, how sure that is, and what to doubt. */
export function ResultVerdict({ metric: { result }, arm, names }: ResultVerdictProps) {
  const texts = useExperimentResultTexts()
  const { t, format } = texts
  const { contrast, adjustedP, verdict, guard, state } = arm.row
  if (state === 'no-variance')
    return (
      <>
        <ToneWord tone="open">{t('experimentResults.verdict.unknown')}</ToneWord>
        <span className="qv-results-raw">{t('experimentResults.verdict.noVariance')}</span>
      </>
    )
  const posterior = contrast?.posterior
  return (
    <>
      <VerdictWord verdict={verdict} guard={guard} />
      {posterior && (
        <span className="qv-results-raw">
          {t('experimentResults.chance', { chance: format.percent(posterior.chance) })},{' '}
          {t('experimentResults.loss', {
            loss: valueText(texts, result.metric, posterior.lossOfArm, names),
          })}
        </span>
      )}
      {!guard && adjustedP !== null && (
        <span className="qv-results-raw">
          {t('experimentResults.p', { p: chanceText(format, adjustedP) })}
        </span>
      )}
      {result.mixesAges && (
        <span className="qv-results-raw">{t('experimentResults.maturity.accrued')}</span>
      )}
      {arm.isLarge && <ResultFlag>{t('experimentResults.large')}</ResultFlag>}
    </>
  )
}
