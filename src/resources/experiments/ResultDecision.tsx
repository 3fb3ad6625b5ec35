'use client'
import { StateIcon, type StateIconKind } from '../../ui/StateIcon.tsx'
import {
  armName,
  daysLeftText,
  decisionText,
  isWaiting,
  metricName,
  progressSentence,
  reasonText,
  type ResultNames,
} from './describeResult.ts'
import type { Decision, DecisionWord } from './result.decide.model.ts'
import type { Analysis } from './result.types.ts'
import { planText } from './resultTexts.ts'
import { useExperimentResultTexts } from './useExperimentResultTexts.ts'

/** Props of `ResultDecision`. */
export interface ResultDecisionProps {
  readonly analysis: Analysis
  readonly decision: Decision
  readonly names: ResultNames
}

/** What to do and why, how far the plan is, and what it says. */
export function ResultDecision({ analysis, decision, names }: ResultDecisionProps) {
  const texts = useExperimentResultTexts()
  const { t, format } = texts
  const { progress, control, decisive, maturity, plan } = analysis
  // Two arms of one name would give the same reason twice.
  const reasons = new Set(
    decision.reasons.map((found) => reasonText(texts, analysis, found, names)),
  )
  return (
    <section
      className="qv-results-decision"
      data-word={decision.word}
      aria-label={t('experimentResults.decision')}
    >
      <p className="qv-results-word">
        <StateIcon kind={ICONS[decision.word]} />
        {decisionText(texts, analysis, decision)}
      </p>
      <ul className="qv-results-list">
        {[...reasons].map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <div className="qv-results-progress">
        <progress
          className="qv-progress"
          aria-label={t('experimentResults.plan')}
          value={progress.share}
          max={1}
        />
        <span>
          {progressSentence(texts, analysis)}{' '}
          {isWaiting(decision.word) && progress.daysLeft
            ? daysLeftText(texts, progress.daysLeft)
            : null}{' '}
          {maturity.isFinished && maturity.daysLeft
            ? t('experiments.maturing', {
                n: format.count(maturity.daysLeft),
                count: maturity.daysLeft,
              })
            : null}
        </span>
      </div>
      {decisive !== null && control !== null && (
        <p className="qv-results-note">
          {t('experimentResults.decidedBy', {
            metric: metricName(texts, names, decisive),
            control: armName(analysis, control),
          })}
        </p>
      )}
      <p className="qv-results-note">
        {t('experimentResults.plan')}: {planText(texts, plan, names)}.
      </p>
    </section>
  )
}

const ICONS: Readonly<Record<DecisionWord, StateIconKind>> = {
  unhealthy: 'warning',
  'not-enough-data': 'open',
  'keep-running': 'clock',
  ship: 'up',
  'roll-back': 'back',
  'no-difference': 'equal',
}
