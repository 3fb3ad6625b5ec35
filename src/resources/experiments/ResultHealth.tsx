'use client'
import { StateIcon, type StateIconKind } from '../../ui/StateIcon.tsx'
import { findingText, splitCounts } from './describeResult.ts'
import type { HealthProblem } from './result.health.model.ts'
import type { Analysis } from './result.types.ts'
import { chanceText } from './resultFormat.ts'
import type { ExperimentResultTexts } from './resultTexts.ts'
import { useExperimentResultTexts } from './useExperimentResultTexts.ts'

/** Props of `ResultHealth`. */
export interface ResultHealthProps {
  readonly analysis: Analysis
  /** Milliseconds since the epoch. */
  readonly asOf: number
}

/** Whether the experiment can be believed at all, first of everything: sample ratio, exposure, days and maturity. */
export function ResultHealth({ analysis, asOf }: ResultHealthProps) {
  const texts = useExperimentResultTexts()
  const { t, format } = texts
  const { isHealthy, findings, attachedByHand } = analysis.health
  const notes = new Set([
    ...findings
      .filter(({ severity }) => severity === 'warning')
      .map((finding) => findingText(texts, analysis, finding)),
    ...(attachedByHand > 0
      ? [t('experiments.byHand', { n: format.count(attachedByHand), count: attachedByHand })]
      : []),
  ])
  return (
    <section className="qv-results-health" aria-label={t('experimentResults.health')}>
      <p className="qv-results-title" data-state={isHealthy ? 'good' : 'bad'}>
        <StateIcon kind={isHealthy ? 'check' : 'warning'} />
        {t(`experimentResults.health.${isHealthy ? 'good' : 'bad'}`)}
      </p>
      <dl className="qv-results-checks">
        {[split, exposure, days, maturity].map((check) => {
          const { name, state, value, details } = check(texts, analysis, asOf)
          return (
            <div key={name} className="qv-results-check" data-state={state}>
              <dt className="qv-results-check-name">{t(`experimentResults.${name}`)}</dt>
              <dd className="qv-results-check-value">
                <StateIcon kind={ICONS[state]} />
                {value}
              </dd>
              {[...new Set(details)].map((detail) => (
                <dd key={detail} className="qv-results-check-details">
                  {detail}
                </dd>
              ))}
            </div>
          )
        })}
      </dl>
      {notes.size > 0 && (
        <ul className="qv-results-list">
          {[...notes].map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

type State = 'good' | 'wait' | 'bad'
const ICONS: Readonly<Record<State, StateIconKind>> = {
  good: 'check',
  wait: 'clock',
  bad: 'warning',
}

interface Check {
  readonly name: 'split' | 'exposure' | 'days' | 'maturity'
  readonly state: State
  readonly value: string
  readonly details: readonly string[]
}

function split(texts: ExperimentResultTexts, analysis: Analysis): Check {
  const { t, format } = texts
  const { isBroken, test, p } = analysis.health.sampleRatio
  const state = isBroken ? 'bad' : 'good'
  return {
    name: 'split',
    state,
    value: t(`experimentResults.split.${state}`),
    details: [
      ...splitCounts(texts, analysis),
      t(`experimentResults.split.${test}`, { p: chanceText(format, p) }),
    ],
  }
}

function exposure({ t, format }: ExperimentResultTexts, { health, arms }: Analysis): Check {
  const users = arms.reduce((sum, { exposed }) => sum + exposed, 0)
  const of = (problem: HealthProblem): number =>
    health.findings
      .filter((finding) => finding.problem === problem)
      .reduce((sum, { value = 0 }) => sum + value, 0)
  const counted = (key: 'arms' | 'leak' | 'mixed', count: number): string[] =>
    count > 0 ? [t(`experimentResults.exposure.${key}`, { n: format.count(count), count })] : []
  const isBad = health.findings.some(
    ({ problem, severity }) =>
      severity === 'alarm' && (problem === 'leak' || problem === 'two-arms'),
  )
  return {
    name: 'exposure',
    state: isBad ? 'bad' : 'good',
    value: t('experimentResults.users', { n: format.count(users), count: users }),
    details: [
      ...counted('arms', arms.length),
      ...counted('leak', of('leak')),
      ...counted('mixed', of('two-arms')),
    ],
  }
}

function days({ t, format }: ExperimentResultTexts, { gates }: Analysis): Check {
  const { isOpen, value, needed } = gates.find(({ gate }) => gate === 'days')!
  return {
    name: 'days',
    state: isOpen ? 'good' : 'wait',
    value:
      value === null
        ? t('experimentResults.days.unknown')
        : t('experimentResults.days.value', { n: format.count(value), count: value }),
    details: [t('experimentResults.days.needed', { n: format.count(needed ?? 0) })],
  }
}

function maturity(
  { t, format }: ExperimentResultTexts,
  { maturity: found, progress, gates, plan }: Analysis,
  asOf: number,
): Check {
  const { mature, exposed, daysLeft, isAccrued } = found
  const isOpen = gates.find(({ gate }) => gate === 'maturity')!.isOpen
  const until = Math.floor(asOf / 1000) + (daysLeft ?? 0) * DAY
  const isKnown = progress.counted === 'mature'
  const detail = t(`experimentResults.maturity.${isKnown ? 'detail' : 'unknown'}`, {
    n: format.count(mature),
    of: format.count(exposed),
    window: format.count(plan.outcomeWindow),
    count: plan.outcomeWindow,
  })
  return {
    name: 'maturity',
    state: isOpen ? 'good' : 'wait',
    value:
      isAccrued && mature < exposed
        ? t(`experimentResults.maturity.${isOpen ? 'undelayed' : 'accrued'}`)
        : format.percent(exposed > 0 ? mature / exposed : 0),
    details: [
      detail,
      ...(daysLeft ? [t('experimentResults.maturity.until', { day: format.day(until) })] : []),
    ],
  }
}

const DAY = 86_400
