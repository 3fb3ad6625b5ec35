'use client'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { GuardedButton } from '../../ui/GuardedButton.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Root } from '../../ui/Root.tsx'
import { ActionFailure, type ActionProblem } from './ActionFailure.tsx'
import {
  actionsOf,
  STATUS_AFTER,
  type ExperimentAction,
  type StatusAction,
} from './actions.model.ts'
import type { ActionSubject } from './actionTexts.ts'
import { ExperimentActionDialog } from './ExperimentActionDialog.tsx'
import { STATUSES } from './list.model.ts'
import { servesUsers } from './run.facts.model.ts'
import type { ExperimentStatus } from './types.ts'
import { useExperimentActionTexts } from './useExperimentActionTexts.ts'

/** Props of `ExperimentActions`. */
export interface ExperimentActionsProps extends ActionSubject {
  /** Starts, pauses, resumes or finishes it, once the dialog was answered. */
  readonly onChangeStatus: (status: ExperimentStatus, action: StatusAction) => void
  /** Deletes it, once its name was typed. */
  readonly onDelete: () => void
  /** Opens its form, where users are in it after a warning; without it there is no button. */
  readonly onEdit?: (() => void) | undefined
  /** What is under way; nothing else can be done meanwhile. @default null */
  readonly pending?: StatusAction | 'delete' | null | undefined
  /** Why something cannot be done, a sentence each; null or nothing where it can. */
  readonly blocked?:
    | Readonly<Partial<Record<'status' | 'edit' | 'delete', string | null>>>
    | undefined
  /** What was refused or failed last. */
  readonly problem?: ActionProblem | undefined
  /** Puts the problem away; without it there is no button. */
  readonly onDismiss?: (() => void) | undefined
}

/** What can be done with an experiment as a whole. A dialog before each says what happens to the users already in it. */
export function ExperimentActions(props: ExperimentActionsProps) {
  const { experiment, onChangeStatus, onDelete, onEdit, pending = null, problem } = props
  const { t } = useExperimentActionTexts()
  const [asked, setAsked] = useState<ExperimentAction | null>(null)
  const bar = useRef<HTMLDivElement>(null)
  const { status, name, id } = experiment
  const isUnknown = !STATUSES.some((known) => known === status)

  // What was pressed may be gone when its dialog closes, or once the new status shows: whoever pressed it goes on beside it.
  const last = useRef({ asked, status, hasActed: false })
  useEffect(() => {
    const before = last.current
    const hasActed = before.hasActed || asked !== null
    last.current = { asked, status, hasActed }
    const isOther = before.asked !== asked || before.status !== status
    if (hasActed && isOther && !asked && document.activeElement === document.body) goBeside(bar)
  }, [asked, status])

  const carryOut = (action: ExperimentAction) => {
    setAsked(null)
    if (action === 'edit') onEdit?.()
    else if (action === 'delete') onDelete()
    else onChangeStatus(STATUS_AFTER[action], action)
  }
  const ask = (action: ExperimentAction) => {
    if (pending !== null) return
    if (action === 'edit' && !servesUsers(experiment)) onEdit?.()
    else setAsked(action)
  }
  const reasonOf = (action: ExperimentAction): string | null => {
    const { status: change, edit, delete: remove } = props.blocked ?? {}
    if (action === 'edit') return edit ?? null
    if (action !== 'delete') return change ?? null
    return remove ?? (status === 'active' ? t('experimentActions.delete.running') : null)
  }
  return (
    <Root className="qv-experiment-actions">
      <div
        ref={bar}
        role="group"
        tabIndex={-1}
        className="qv-experiment-buttons"
        aria-label={t('experimentActions.title', { name: name || id })}
      >
        {actionsOf(status)
          .filter((action) => action !== 'edit' || onEdit)
          .map((action) => (
            <GuardedButton
              // One after the other in the same place: the focus stays on it.
              key={action === 'pause' || action === 'resume' ? 'start' : action}
              blocked={reasonOf(action)}
              data-kind={action === 'start' || action === 'resume' ? 'main' : undefined}
              aria-disabled={pending !== null || undefined}
              aria-haspopup={action === 'edit' && !servesUsers(experiment) ? undefined : 'dialog'}
              onClick={() => ask(action)}
            >
              {t(`experimentActions.${action}`)}
            </GuardedButton>
          ))}
        <span role="status" className="qv-experiment-pending">
          {pending && t(`experimentActions.${pending}.pending`)}
        </span>
      </div>
      {isUnknown && status !== null && (
        <Notice tone="info">{t('experimentActions.unknown', { status })}</Notice>
      )}
      {problem && (
        <ActionFailure
          problem={problem}
          isPending={pending !== null}
          onRetry={
            actionsOf(status).includes(problem.action)
              ? () => {
                  goBeside(bar)
                  carryOut(problem.action)
                }
              : undefined
          }
          onDismiss={
            props.onDismiss &&
            (() => {
              goBeside(bar)
              props.onDismiss?.()
            })
          }
        />
      )}
      {asked && (
        <ExperimentActionDialog
          {...props}
          action={asked}
          onCancel={() => setAsked(null)}
          onConfirm={() => carryOut(asked)}
        />
      )}
    </Root>
  )
}

const goBeside = (bar: RefObject<HTMLElement | null>): void =>
  bar.current?.focus({ preventScroll: true })
