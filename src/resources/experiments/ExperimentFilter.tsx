'use client'
import { SelectField } from '../../ui/fields.tsx'
import { GuardedButton } from '../../ui/GuardedButton.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { isListed, STATUSES, type ExperimentListView } from './list.model.ts'
import { statusText } from './listTexts.ts'
import type { Experiment } from './types.ts'
import { useExperimentListTexts } from './useExperimentListTexts.ts'

/** Props of `ExperimentFilter`. */
export interface ExperimentFilterProps {
  readonly experiments: readonly Experiment[] | undefined
  readonly view: ExperimentListView
  readonly onChange: (change: Partial<ExperimentListView>) => void
  readonly onCreate: (() => void) | undefined
  /** Why none can be made; null when one can. */
  readonly createBlocked: string | null
}

/** Which experiments are listed: by status, with how many there are once that is known, and by words; and how to begin another. */
export function ExperimentFilter(props: ExperimentFilterProps) {
  const { experiments, view, onChange, onCreate, createBlocked } = props
  const texts = useExperimentListTexts()
  const { t, format } = texts
  const found = experiments?.filter((one) => isListed(one, { ...view, status: '' }))
  // Statuses of a newer API can be chosen too.
  const others = (experiments ?? []).flatMap(({ status }) => (status === null ? [] : [status]))
  const choices = [...new Set<string>([...STATUSES, ...others])].map((value) => {
    const status = statusText(texts, value)
    const n = found && format.count(found.filter((one) => one.status === value).length)
    return { value, label: n ? t('experimentList.status.counted', { status, n }) : status }
  })
  return (
    <Toolbar label={t('experimentList.filter')}>
      <SelectField
        label={t('experimentList.status')}
        value={view.status}
        choices={[
          {
            value: '',
            label: found
              ? t('experimentList.status.all', { n: format.count(found.length) })
              : t('experimentList.status.any'),
          },
          ...choices,
        ]}
        onChange={(status) => onChange({ status })}
      />
      <SearchField
        label={t('experimentList.search')}
        placeholder={t('experimentList.search.in')}
        value={view.search}
        onChange={(search) => onChange({ search })}
      />
      {onCreate && (
        <GuardedButton
          className="qv-experiments-create"
          data-kind="main"
          data-create=""
          blocked={createBlocked}
          onClick={onCreate}
        >
          {t('experimentList.create')}
        </GuardedButton>
      )}
    </Toolbar>
  )
}
