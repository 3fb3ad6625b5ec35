'use client'
import { useId, useRef } from 'react'
import { useDisplay } from '../../i18n/DisplayContext.tsx'
import { writeAmount } from '../../ui/amount.ts'
import { GuardedButton } from '../../ui/GuardedButton.tsx'
import { FormSection } from '../../ui/formFields.tsx'
import { useClientLayoutEffect } from '../../hydration/hooks.ts'
import { ExperimentFormGroup } from './ExperimentFormGroup.tsx'
import { newGroup, sharesOf, splitEqually, type GroupDraft } from './form.model.ts'
import type { GroupBlocks, Payload } from './form.types.ts'
import type { ExperimentFormModel } from './useExperimentForm.ts'
import { useExperimentFormTexts } from './useExperimentFormTexts.ts'

/** The groups of an experiment: what each is given and its weight, with their sum and what is wrong with them together. */
export function ExperimentFormGroups({
  model: { draft, change, faultAt },
  remoteConfigurations,
  offerings,
  blocks = NOT_BLOCKED,
}: {
  readonly model: ExperimentFormModel
  readonly remoteConfigurations: readonly Payload[] | undefined
  readonly offerings: readonly Payload[] | undefined
  readonly blocks: GroupBlocks | undefined
}) {
  const { t } = useExperimentFormTexts()
  const { locale } = useDisplay()
  const name = useId()
  const list = useRef<HTMLDivElement>(null)
  const add = useRef<HTMLSpanElement>(null)
  const { groups } = draft
  const shares = sharesOf(groups)
  const fault = faultAt('groups')
  const set = (next: readonly GroupDraft[]) => change({ groups: next })

  // Whoever adds a group goes on in it; whoever removes one must not lose their place.
  const count = useRef(groups.length)
  useClientLayoutEffect(() => {
    if (groups.length > count.current)
      list.current?.querySelector<HTMLElement>(':scope > :last-child input[type=text]')?.focus()
    if (groups.length < count.current) add.current?.querySelector('button')?.focus()
    count.current = groups.length
  }, [groups.length])

  const sum = groups.reduce((whole, { weight }) => whole + (weight ?? NaN), 0)
  const open = groups.flatMap(({ weight }) => (weight ? [weight] : []))
  const ratio = Math.max(...open) / Math.min(...open)
  return (
    <FormSection title={t('experimentForm.groups')} about={t('experimentForm.groups.about')}>
      {fault && (
        <p id={`${name}fault`} className="qv-field-error" tabIndex={-1} data-fault="">
          {fault}
        </p>
      )}
      <div ref={list} className="qv-form-groups">
        {groups.map((group, index) => (
          <ExperimentFormGroup
            key={group.key}
            {...{ group, index, remoteConfigurations, offerings }}
            radioName={name}
            share={shares?.[index]}
            blocked={blocks.remove}
            faultAt={(part) => faultAt(`groups.${group.key}.${part}`)}
            onChange={(part) =>
              set(groups.map((one) => (one === group ? { ...one, ...part } : one)))
            }
            onControl={() => set(groups.map((one) => ({ ...one, isControl: one === group })))}
            onRemove={() => set(groups.filter((one) => one !== group))}
          />
        ))}
      </div>
      <div className="qv-form-actions">
        <span ref={add}>
          <GuardedButton
            blocked={blocks.add}
            onClick={() =>
              set([
                ...groups,
                newGroup(
                  groups.map(({ key }) => key),
                  false,
                  open.at(-1),
                ),
              ])
            }
          >
            {t('experimentForm.groups.add')}
          </GuardedButton>
        </span>
        <button type="button" className="qv-button" onClick={() => set(splitEqually(groups))}>
          {t('experimentForm.groups.split')}
        </button>
        <output className="qv-form-note">
          {Number.isNaN(sum)
            ? t('experimentForm.groups.sum.none')
            : t('experimentForm.groups.sum', {
                sum: writeAmount(Number(sum.toPrecision(12)), locale),
              })}
          {ratio > 3 &&
            ` ${t('experimentForm.groups.uneven', { ratio: writeAmount(Number(ratio.toPrecision(2)), locale) })}`}
        </output>
      </div>
    </FormSection>
  )
}

const NOT_BLOCKED: GroupBlocks = { add: null, remove: null }
