'use client'
import { useEffect, useRef, useState, type RefObject } from 'react'
import type { Problem } from '../../ui/ProblemNotice.tsx'
import { useClientLayoutEffect } from '../../hydration/hooks.ts'
import { checkDraft, submissionOf, type DraftFault, type FaultCode } from './form.check.model.ts'
import { aliasFrom, beginDraft, isSameDraft, type ExperimentDraft } from './form.model.ts'
import { placeFaults, valueAt } from './form.server.model.ts'
import type { ExperimentSubmission, FormFault, FormSubject } from './form.types.ts'
import type { PlannedTest } from './planner.types.ts'
import { withPlanned } from './form.planned.model.ts'
import type { Experiment } from './types.ts'
import { faultText } from './formTexts.ts'
import { useExperimentFormTexts } from './useExperimentFormTexts.ts'

/** What a form's hook is given. */
export interface ExperimentFormOptions extends FormSubject {
  readonly planned?: PlannedTest | undefined
  readonly otherExperiments?: readonly Experiment[] | undefined
  readonly problem?: Problem | undefined
  /** While a save is under way nothing changes: what is typed then would be neither saved nor kept. */
  readonly isPending?: boolean
  readonly onSubmit: (submission: ExperimentSubmission) => void
  readonly onDirtyChange?: ((isDirty: boolean) => void) | undefined
}

/** A form under way. */
export interface ExperimentFormModel {
  readonly draft: ExperimentDraft
  /** What it began with. */
  readonly first: ExperimentDraft
  readonly change: (part: Partial<ExperimentDraft>) => void
  readonly isDirty: boolean
  /** What is wrong with a field, a sentence; undefined for nothing. */
  readonly faultAt: (field: string) => string | undefined
  /** How many entries keep it from being sent; 0 until somebody tried. */
  readonly faultCount: number
  /** What the server found at fields that the form does not have. */
  readonly otherFaults: readonly FormFault[]
  /** True where the server named a field of the form. */
  readonly hasPlacedFaults: boolean
  /** Sends the form, or goes to the first entry that keeps it from being sent. */
  readonly submit: () => void
  /** Takes over a planned test. */
  readonly takePlanned: (planned: PlannedTest) => void
  /** The form's element, whose first entry at fault is given the focus. */
  readonly form: RefObject<HTMLFormElement | null>
}

/** Keeps what is typed, what is wrong with it and what the server found, each at its field. */
export function useExperimentForm(options: ExperimentFormOptions): ExperimentFormModel {
  const { experiment, plan, planned, otherExperiments, problem, onSubmit, onDirtyChange } = options
  const isOpen = options.isPending !== true
  const { t } = useExperimentFormTexts()
  const form = useRef<HTMLFormElement>(null)
  const [first] = useState(() => beginDraft(options))
  const [draft, setDraft] = useState(() => (planned ? withPlanned(first, planned) : first))
  const [attempts, setAttempts] = useState(0)
  const [found, setFound] = useState(() => ({
    problem,
    ...placeFaults(problem?.details ?? [], draft),
  }))
  if (found.problem !== problem)
    setFound({ problem, ...placeFaults(problem?.details ?? [], draft) })

  const isDirty = !isSameDraft(draft, first)
  const others = (otherExperiments ?? []).filter(({ id }) => id !== experiment?.id)
  const isPlanTouched = JSON.stringify(draft.plan) !== JSON.stringify(first.plan) || Boolean(plan)
  const faults = checkDraft(draft, { others, asksPlan: isPlanTouched })
  const shown = attempts > 0 ? faults : faults.filter(isAtOnce)
  const placed = found.placed.filter(({ field, value }) => Object.is(valueAt(draft, field), value))

  useFocusOnFault(form, attempts, found.placed.length > 0 ? problem : undefined)
  useLeaveGuard(isDirty)
  useEffect(() => onDirtyChange?.(isDirty), [isDirty, onDirtyChange])

  return {
    draft,
    first,
    isDirty,
    form,
    faultAt: (field) => {
      const own = shown.find((fault) => fault.field === field)
      return own ? faultText(t, own) : placed.find((fault) => fault.field === field)?.message
    },
    faultCount: attempts > 0 ? faults.length : 0,
    otherFaults: found.others,
    hasPlacedFaults: placed.length > 0,
    change: (part) =>
      isOpen && setDraft((before) => withAlias({ ...before, ...part }, before, experiment)),
    takePlanned: (test) => isOpen && setDraft((before) => withPlanned(before, test)),
    submit: () => {
      if (faults.length > 0) return setAttempts((count) => count + 1)
      setAttempts(0)
      onSubmit(submissionOf(draft))
    },
  }
}

/** What is no number is said while it is typed; what is missing only once the form was to be sent. */
const isAtOnce = ({ code }: DraftFault): boolean => !LATER.has(code)
const LATER: ReadonlySet<FaultCode> = new Set([
  'required',
  'twoGroups',
  'twoOpenGroups',
  'control',
  'controlClosed',
  'plannedUsers',
])

/** The alias of a new experiment follows its name until somebody writes another. */
function withAlias(
  after: ExperimentDraft,
  before: ExperimentDraft,
  experiment: Experiment | undefined,
): ExperimentDraft {
  const follows =
    !experiment && after.alias === before.alias && before.alias === aliasFrom(before.name)
  return follows ? { ...after, alias: aliasFrom(after.name) } : after
}

/** Gives the focus to the first entry at fault after each attempt to send, and when the server has found some. */
function useFocusOnFault(
  form: RefObject<HTMLFormElement | null>,
  attempts: number,
  problem: Problem | undefined,
): void {
  useClientLayoutEffect(() => {
    if (attempts > 0 || problem)
      form.current?.querySelector<HTMLElement>('[aria-invalid=true], [data-fault]')?.focus()
  }, [form, attempts, problem])
}

/** Lets the browser ask before the page goes away with what was typed. */
function useLeaveGuard(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isDirty])
}
