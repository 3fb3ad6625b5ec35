'use client'
import { useId, useState, type FormEvent } from 'react'
import { Dialog } from '../../ui/Dialog.tsx'
import { GuardedButton } from '../../ui/GuardedButton.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { ExperimentAction } from './actions.model.ts'
import { actionText, type ActionSubject } from './actionTexts.ts'
import { useExperimentActionTexts } from './useExperimentActionTexts.ts'

/** Props of `ExperimentActionDialog`. */
export interface ExperimentActionDialogProps extends ActionSubject {
  readonly action: ExperimentAction
  readonly onCancel: () => void
  readonly onConfirm: () => void
}

/** Asks before something is done with an experiment: what happens to its users, what speaks against it, and its name before it is deleted. */
export function ExperimentActionDialog(props: ExperimentActionDialogProps) {
  const { action, experiment, onCancel, onConfirm } = props
  const texts = useExperimentActionTexts()
  const { t } = texts
  const id = useId()
  const [typed, setTyped] = useState('')
  const name = experiment.name || experiment.id
  const { lines, warnings } = actionText(texts, action, props)
  const isDelete = action === 'delete'
  const isTyped = typed.trim() === name.trim()
  const confirm = (event: FormEvent) => {
    event.preventDefault()
    if (!isDelete || isTyped) onConfirm()
  }
  return (
    <Dialog
      title={t(`experimentActions.${action}.title`, { name })}
      onClose={onCancel}
      actions={
        <>
          <button
            type="button"
            className="qv-button"
            data-first-focus={isDelete ? undefined : ''}
            onClick={onCancel}
          >
            {t('experimentActions.cancel')}
          </button>
          <GuardedButton
            type="submit"
            form={id}
            data-kind={isDelete ? 'danger' : 'main'}
            blocked={isDelete && !isTyped ? t('experimentActions.delete.missing') : null}
          >
            {t(action === 'edit' ? 'experimentActions.edit.go' : `experimentActions.${action}`)}
          </GuardedButton>
        </>
      }
    >
      {lines.map((line) => (
        <p key={line} className="qv-dialog-line">
          {line}
        </p>
      ))}
      {warnings.map((warning) => (
        <Notice key={warning} tone="warning">
          {warning}
        </Notice>
      ))}
      <form id={id} className="qv-field" onSubmit={confirm}>
        {isDelete && (
          <>
            <label className="qv-label" htmlFor={`${id}name`}>
              {t('experimentActions.delete.type', { name })}
            </label>
            <input
              id={`${id}name`}
              type="text"
              className="qv-input"
              autoComplete="off"
              spellCheck={false}
              data-first-focus=""
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </>
        )}
      </form>
    </Dialog>
  )
}
