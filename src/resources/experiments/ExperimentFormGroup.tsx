'use client'
import { ChoiceField, NumberField, TextField } from '../../ui/formFields.tsx'
import { GuardedButton } from '../../ui/GuardedButton.tsx'
import type { GroupDraft } from './form.model.ts'
import type { Payload } from './form.types.ts'
import { useExperimentFormTexts } from './useExperimentFormTexts.ts'

/** One group of an experiment: its name, whether it is the control, its weight and what it is given. */
export function ExperimentFormGroup({
  group,
  index,
  radioName,
  share,
  blocked,
  remoteConfigurations,
  offerings,
  faultAt,
  onChange,
  onControl,
  onRemove,
}: {
  readonly group: GroupDraft
  readonly index: number
  /** Name that the radio buttons of all groups share. */
  readonly radioName: string
  /** Of users who take part; undefined while weights do not add up. */
  readonly share: number | undefined
  /** Why it cannot be removed; null when it can. */
  readonly blocked: string | null
  readonly remoteConfigurations: readonly Payload[] | undefined
  readonly offerings: readonly Payload[] | undefined
  readonly faultAt: (part: string) => string | undefined
  readonly onChange: (part: Partial<GroupDraft>) => void
  readonly onControl: () => void
  readonly onRemove: () => void
}) {
  const { t, format } = useExperimentFormTexts()
  const { id, name, isControl, weight, remoteConfig, offering } = group
  const n = format.count(index + 1)
  const given = offerings?.find(({ uid }) => uid === offering)?.name ?? offering
  const title = t(isControl ? 'experimentForm.group.control' : 'experimentForm.group', { n })
  return (
    <div
      role="group"
      aria-label={title}
      className="qv-form-group"
      data-control={isControl ? '' : undefined}
    >
      <TextField
        label={t('experimentForm.group.name')}
        value={name}
        maxLength={256}
        error={faultAt('name')}
        onChange={(next) => onChange({ name: next })}
      />
      <NumberField
        label={t('experimentForm.group.weight')}
        value={weight}
        required
        hint={
          weight === 0
            ? t('experimentForm.group.closed')
            : share === undefined
              ? undefined
              : t('experimentForm.group.share', { share: format.percent(share) })
        }
        error={faultAt('weight')}
        onChange={(next) => onChange({ weight: next })}
      />
      {remoteConfigurations ? (
        <ChoiceField
          label={t('experimentForm.group.payload')}
          value={remoteConfig}
          choices={[
            { value: '', label: t('experimentForm.group.payload.none') },
            ...remoteConfigurations.map(({ uid, name: label }) => ({ value: uid, label })),
          ]}
          error={faultAt('remote_config_uid')}
          onChange={(next) => onChange({ remoteConfig: next })}
        />
      ) : (
        <TextField
          label={t('experimentForm.group.payload')}
          value={remoteConfig}
          isCode
          hint={t('experimentForm.group.payload.hint')}
          error={faultAt('remote_config_uid')}
          onChange={(next) => onChange({ remoteConfig: next })}
        />
      )}
      <div className="qv-form-group-end">
        <label className="qv-check">
          <input
            type="radio"
            className="qv-checkbox"
            name={radioName}
            checked={isControl}
            onChange={onControl}
          />
          <span className="qv-check-label">{t('experimentForm.group.isControl')}</span>
        </label>
        <GuardedButton
          blocked={id === null ? null : blocked}
          aria-label={t('experimentForm.group.remove', {
            name: name.trim() || t('experimentForm.group', { n }),
          })}
          onClick={onRemove}
        >
          ✕
        </GuardedButton>
      </div>
      {given !== null && (
        <p className="qv-form-note">{t('experimentForm.group.offering', { name: given })}</p>
      )}
    </div>
  )
}
