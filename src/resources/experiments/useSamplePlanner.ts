'use client'
import { useDeferredValue, useMemo, useState } from 'react'
import type { ExperimentPlan } from './analysis.types.ts'
import type { SamplePlan, SampleQuestion } from './plan.sample.model.ts'
import {
  beginPlanner,
  calendarOf,
  effectOfDays,
  effectRows,
  figuresOf,
  plannerQuestion,
  sampleOf,
  type EffectRow,
  type PlannerCalendar,
  type PlannerFault,
  type PlannerFigures,
} from './planner.model.ts'
import { readPlannerView } from './planner.read.model.ts'
import type { MetricBaseline, PlannerView } from './planner.types.ts'

/** What a planner's hook is given. */
export interface SamplePlannerOptions {
  readonly baselines?: readonly MetricBaseline[] | undefined
  readonly usersPerDay?: number | undefined
  readonly plan?: ExperimentPlan | undefined
  readonly view?: Partial<PlannerView> | undefined
  readonly initialView?: Partial<PlannerView> | undefined
  readonly onViewChange?: ((view: PlannerView) => void) | undefined
  readonly now: number
}

/** A planner ready to draw. */
export interface SamplePlannerModel {
  readonly view: PlannerView
  readonly change: (part: Partial<PlannerView>) => void
  readonly figures: PlannerFigures
  readonly faults: readonly PlannerFault[]
  /** What it takes; null while something is wrong. */
  readonly planned: Planned | null
  readonly rows: readonly EffectRow[]
  /** What the chosen days could show; null while something is wrong, or without a rate of users. */
  readonly inverse: { readonly users: number; readonly effect: number | null } | null
  /** True while what is drawn is of an earlier entry. */
  readonly isStale: boolean
}

/** What a view takes. */
export interface Planned {
  readonly question: SampleQuestion
  readonly sample: SamplePlan
  readonly calendar: PlannerCalendar | null
  /** The view it is of. */
  readonly view: PlannerView
}

const NONE: readonly MetricBaseline[] = []

/** Keeps what is chosen in a planner, or tells the host that keeps it, and counts users and days behind the typing. */
export function useSamplePlanner(options: SamplePlannerOptions): SamplePlannerModel {
  const {
    baselines = NONE,
    usersPerDay,
    plan,
    view: given,
    initialView,
    onViewChange,
    now,
  } = options
  const [first] = useState(() => readPlannerView(initialView ?? {}, beginPlanner(plan, now)))
  const [own, setOwn] = useState(first)
  const view = useMemo(() => (given ? readPlannerView(given, first) : own), [given, first, own])
  const figures = useMemo(
    () => figuresOf(view, { baselines, usersPerDay }),
    [view, baselines, usersPerDay],
  )
  const entered = useMemo(() => ({ view, figures }), [view, figures])
  // A sequence takes some tens of milliseconds a row: typing goes first.
  const counted = useDeferredValue(entered)
  const results = useMemo(() => count(counted), [counted])
  return {
    view,
    figures,
    faults: plannerQuestion(view, figures).faults,
    ...results,
    isStale: counted !== entered,
    change: (part) => {
      const next = { ...view, ...part }
      setOwn(next)
      onViewChange?.(next)
    },
  }
}

function count({
  view,
  figures,
}: {
  readonly view: PlannerView
  readonly figures: PlannerFigures
}) {
  const { question } = plannerQuestion(view, figures)
  if (!question) return { planned: null, rows: [], inverse: null }
  const sample = sampleOf(view, question)
  const { days } = view
  const canCount = question.usersPerDay !== undefined && days !== null && days > 0
  return {
    planned: { view, question, sample, calendar: calendarOf(view, sample, question) },
    rows: effectRows(view, figures),
    inverse: canCount ? effectOfDays(view, question, days) : null,
  }
}
