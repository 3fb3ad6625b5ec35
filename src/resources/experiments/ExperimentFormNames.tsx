'use client'
import { CheckField } from '../../ui/fields.tsx'
import { FormSection, TextField } from '../../ui/formFields.tsx'
import type { Experiment } from './types.ts'
import type { ExperimentFormModel } from './useExperimentForm.ts'
import { useExperimentFormTexts } from './useExperimentFormTexts.ts'

/** Name, alias, description and context of an experiment. */
export function ExperimentFormNames({
  model: { draft, change, faultAt },
  experiment,
}: {
  readonly model: ExperimentFormModel
  readonly experiment: Experiment | undefined
}) {
  const { t } = useExperimentFormTexts()
  const alias = experiment?.alias_id
  const isRenamed = Boolean(alias) && draft.alias.trim() !== alias
  return (
    <FormSection title={t('experimentForm.names')}>
      <div className="qv-form-fields" data-few="">
        <TextField
          label={t('experimentForm.name')}
          value={draft.name}
          required
          maxLength={256}
          error={faultAt('name')}
          onChange={(name) => change({ name })}
        />
        <TextField
          label={t('experimentForm.alias')}
          value={draft.alias}
          required
          isCode
          hint={
            isRenamed
              ? t('experimentForm.alias.change', { alias: alias ?? '' })
              : t('experimentForm.alias.hint')
          }
          error={faultAt('alias_id')}
          onChange={(next) => change({ alias: next })}
        />
        <TextField
          label={t('experimentForm.description')}
          value={draft.description}
          wide
          lines={2}
          hint={t('experimentForm.description.hint')}
          error={faultAt('description')}
          onChange={(description) => change({ description })}
        />
        <TextField
          label={t('experimentForm.context')}
          value={draft.contextKey}
          isCode
          hint={t('experimentForm.context.hint')}
          error={faultAt('context_key')}
          onChange={(contextKey) => change({ contextKey })}
        />
        <CheckField
          label={t('experimentForm.contextSpecific')}
          checked={draft.isContextSpecific}
          onChange={(isContextSpecific) => change({ isContextSpecific })}
        />
      </div>
    </FormSection>
  )
}
