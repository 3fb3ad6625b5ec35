'use client'
import { useState } from 'react'
import type { Source } from '../../core/fetcher.ts'
import { toProblem } from '../../react/problem.ts'
import { usePermission } from '../../react/usePermissions.ts'
import type { ActionProblem } from './ActionFailure.tsx'
import type { StatusAction } from './actions.model.ts'
import type { ActionSubject } from './actionTexts.ts'
import { ExperimentActions } from './ExperimentActions.tsx'
import { useChangeExperimentStatus, useDeleteExperiment } from './hooks.ts'
import type { ExperimentStatus } from './types.ts'

/** Props of `ExperimentActionsPanel`. */
export interface ExperimentActionsPanelProps extends ActionSubject {
  /** Opens the form; without it there is no button. */
  readonly onEdit?: (() => void) | undefined
  /** Told once the experiment is deleted. */
  readonly onDeleted?: (() => void) | undefined
  /** Another backend than the provider's: both parts or neither. */
  readonly source?: Source | undefined
}

/** `ExperimentActions` with its calls: a new status shows at once and goes back where it is refused, and the viewer's rights are asked. */
export function ExperimentActionsPanel(props: ExperimentActionsPanelProps) {
  const { onDeleted, source, ...subject } = props
  const { id } = subject.experiment
  const change = useChangeExperimentStatus({ source })
  const remove = useDeleteExperiment({ source })
  const [last, setLast] = useState<StatusAction | 'delete' | null>(null)
  const status = usePermission('v4ChangeExperimentStatus', { source })
  const edit = usePermission('v4UpdateExperiment', { source })
  const deletion = usePermission('v4DeleteExperiment', { source })

  const forget = () => {
    change.reset()
    remove.reset()
  }
  const changeStatus = (to: ExperimentStatus, action: StatusAction) => {
    forget()
    setLast(action)
    change.mutate({ experiment_id: id, status: to })
  }
  const deleteIt = () => {
    forget()
    setLast('delete')
    // Told even where this is gone by then: what is deleted leaves the list before the call is over. A failure is in `error`.
    remove.mutateAsync({ experiment_id: id }).then(
      () => onDeleted?.(),
      () => undefined,
    )
  }
  const { error, submittedAt } = last === 'delete' ? remove : change
  const problem: ActionProblem | undefined =
    last && error ? { ...toProblem(error, submittedAt), action: last } : undefined
  return (
    <ExperimentActions
      {...subject}
      onChangeStatus={changeStatus}
      onDelete={deleteIt}
      pending={change.isPending || remove.isPending ? last : null}
      blocked={{ status: status.reason, edit: edit.reason, delete: deletion.reason }}
      problem={problem}
      onDismiss={forget}
    />
  )
}
