'use client'
import type { KeyboardEvent } from 'react'
import type { Problem } from '../../ui/ProblemNotice.tsx'
import { Root } from '../../ui/Root.tsx'
import type { ExperimentPlan } from './analysis.types.ts'
import { plannedTest } from './planner.model.ts'
import type { MetricBaseline, PlannedTest, PlannerView } from './planner.types.ts'
import { PlannerInverse } from './PlannerInverse.tsx'
import { PlannerResult } from './PlannerResult.tsx'
import { PlannerTable } from './PlannerTable.tsx'
import { PlannerTest } from './PlannerTest.tsx'
import { PlannerToday } from './PlannerToday.tsx'
import { useSamplePlanner } from './useSamplePlanner.ts'
import { useSamplePlannerTexts } from './useSamplePlannerTexts.ts'

/** Props of `SampleSizePlanner`. */
export interface SampleSizePlannerProps {
  /** What users do today, by metric; without any everything is typed. Keep their identity. */
  readonly baselines?: readonly MetricBaseline[] | undefined
  /** New users in a day. */
  readonly usersPerDay?: number | undefined
  /** What those figures are, a sentence: the days they count. */
  readonly usersPerDaySource?: string | undefined
  /** ISO 4217 code of money. @default 'USD' */
  readonly currency?: string | undefined
  /** A plan to begin with: its metric, engine, window and the like; what the planner has no field for is handed on. */
  readonly plan?: ExperimentPlan | undefined
  /** What is chosen, kept by the host: whole or in parts. */
  readonly view?: Partial<PlannerView> | undefined
  /** What is chosen at first. Read once. */
  readonly initialView?: Partial<PlannerView> | undefined
  /** Told about each change of what is chosen. */
  readonly onViewChange?: ((view: PlannerView) => void) | undefined
  /** A test begins on the day after, in milliseconds since the epoch. */
  readonly now: number
  /** True while the project's figures are on their way. @default false */
  readonly loading?: boolean
  /** Why the project's figures are not there. */
  readonly problem?: Problem | undefined
  /** Asks for them again. */
  readonly onRetry?: (() => void) | undefined
  /** Takes the plan; without it there is no button. */
  readonly onUse?: ((planned: PlannedTest) => void) | undefined
}

/** Users and days against the smallest effect worth having, for the plan's engine, with the fixed size beside it and dates. */
export function SampleSizePlanner({
  currency = 'USD',
  loading = false,
  usersPerDaySource,
  problem,
  onRetry,
  onUse,
  ...props
}: SampleSizePlannerProps) {
  const { t } = useSamplePlannerTexts()
  const model = useSamplePlanner(props)
  const { planned, isStale } = model
  const test = planned && plannedTest(planned.view, planned.sample, props.plan)
  const part = { model, currency }
  return (
    <Root
      className="qv-planner"
      role="group"
      aria-label={t('samplePlanner.title')}
      onKeyDown={keepFromForm}
    >
      <div className="qv-planner-columns">
        <div className="qv-planner-fields">
          <PlannerToday
            {...part}
            {...{ loading, problem, onRetry, usersPerDaySource }}
            baselines={props.baselines ?? []}
          />
          <PlannerTest {...part} />
        </div>
        <div className="qv-planner-results" data-stale={isStale ? '' : undefined}>
          <PlannerResult model={model} loading={loading}>
            {onUse && test && (
              <button
                type="button"
                className="qv-button"
                data-primary=""
                aria-disabled={isStale}
                onClick={() => isStale || onUse(test)}
              >
                {t('samplePlanner.use')}
              </button>
            )}
          </PlannerResult>
          <PlannerTable model={model} />
          <PlannerInverse model={model} />
        </div>
      </div>
    </Root>
  )
}

/** In a form around it, Enter in a field would send that form. */
function keepFromForm(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault()
}
