'use client'
import type { ReactNode } from 'react'
import { GuardedButton } from '../../ui/GuardedButton.tsx'
import type { Problem } from '../../ui/ProblemNotice.tsx'
import { Root } from '../../ui/Root.tsx'
import { ExperimentFormGoal } from './ExperimentFormGoal.tsx'
import { ExperimentFormGroups } from './ExperimentFormGroups.tsx'
import { ExperimentFormLeave } from './ExperimentFormLeave.tsx'
import { ExperimentFormNames } from './ExperimentFormNames.tsx'
import { ExperimentFormPlan } from './ExperimentFormPlan.tsx'
import { ExperimentFormProblem } from './ExperimentFormProblem.tsx'
import { ExperimentFormWarnings } from './ExperimentFormWarnings.tsx'
import type {
  ExperimentSubmission,
  ExperimentSurroundings,
  FormSubject,
  GroupBlocks,
  SaveProgress,
} from './form.types.ts'
import type { PlannedTest } from './planner.types.ts'
import { useExperimentForm } from './useExperimentForm.ts'
import { useExperimentFormTexts } from './useExperimentFormTexts.ts'

/** Props of `ExperimentForm`. What it begins with is read once: a `key` begins anew. */
export interface ExperimentFormProps extends FormSubject, ExperimentSurroundings {
  /** A planned test that is taken over at once. */
  readonly planned?: PlannedTest | undefined
  /** Draws a planner into the plan's section, which hands over what it planned. */
  readonly planner?: ((take: (planned: PlannedTest) => void) => ReactNode) | undefined
  /** Why the last save failed; details name their fields as the API does, groups by their place: `groups.1.weight`. */
  readonly problem?: Problem | undefined
  /** How far that save came. */
  readonly progress?: SaveProgress | undefined
  /** True while a save is under way. @default false */
  readonly isPending?: boolean
  /** Why nothing can be saved, a sentence; null when it can. @default null */
  readonly blocked?: string | null
  /** Why groups cannot be added or removed. */
  readonly blockedGroups?: GroupBlocks | undefined
  /** ISO 4217 code of a goal and a cap in money. @default 'USD' */
  readonly currency?: string | undefined
  /** Handed the whole form once it makes sense. */
  readonly onSubmit: (submission: ExperimentSubmission) => void
  /** Asked for once nothing typed is lost, or when the viewer said that it may be; without it there is no button. */
  readonly onCancel?: (() => void) | undefined
  /** Told when the form begins to differ from what it began with, and when it no longer does. */
  readonly onDirtyChange?: ((isDirty: boolean) => void) | undefined
}

/** Makes or changes an experiment with its groups and its plan: checks what is typed, and hands it over whole. */
export function ExperimentForm({
  isPending = false,
  blocked = null,
  currency = 'USD',
  planner,
  progress,
  blockedGroups,
  ...props
}: ExperimentFormProps) {
  const { experiment, problem, remoteConfigurations, offerings, otherExperiments, onCancel } = props
  const { t, format } = useExperimentFormTexts()
  const model = useExperimentForm({ ...props, isPending })
  const { form, submit, isDirty, faultCount } = model
  const part = { model, currency }
  return (
    <Root className="qv-experiment-form">
      <form
        ref={form}
        className="qv-form"
        noValidate
        aria-busy={isPending}
        aria-label={
          experiment
            ? t('experimentForm.edit', { name: experiment.name })
            : t('experimentForm.create')
        }
        onSubmit={(event) => {
          event.preventDefault()
          if (!isPending && blocked === null) submit()
        }}
      >
        <ExperimentFormProblem {...{ problem, progress }} model={model} />
        <ExperimentFormNames {...part} experiment={experiment} />
        <ExperimentFormGoal {...part} />
        <ExperimentFormGroups
          model={model}
          {...{ remoteConfigurations, offerings }}
          blocks={blockedGroups}
        />
        <ExperimentFormPlan {...part} planner={planner} />
        <ExperimentFormWarnings model={model} {...{ experiment, otherExperiments }} />
        <div className="qv-form-actions">
          <GuardedButton type="submit" data-primary="" blocked={blocked} aria-busy={isPending}>
            {t(
              isPending
                ? 'experimentForm.saving'
                : experiment
                  ? 'experimentForm.save'
                  : 'experimentForm.save.create',
            )}
          </GuardedButton>
          {onCancel && <ExperimentFormLeave isDirty={isDirty} onLeave={onCancel} />}
          <span role="status" className="qv-field-error" hidden={faultCount === 0}>
            {faultCount > 0 &&
              t('experimentForm.faults', { count: faultCount, n: format.count(faultCount) })}
          </span>
        </div>
      </form>
    </Root>
  )
}
