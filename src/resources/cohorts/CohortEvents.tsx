'use client'
import { Notice } from '../../ui/Notice.tsx'
import type { Annotations, ListedAnnotation } from './annotations.model.ts'
import { useCohortActionTexts } from './useCohortTexts.ts'

/** Props of `CohortEvents`. */
export interface CohortEventsProps {
  readonly annotations: Pick<Annotations, 'list' | 'obstacle'>
}

/** The host's annotations below the table, by date, each with its line's colour; or why none can be marked. */
export function CohortEvents({ annotations }: CohortEventsProps) {
  const { t, format } = useCohortActionTexts()
  const { list, obstacle } = annotations
  if (obstacle) return <Notice tone="info">{t(`cohorts.events.${obstacle}`)}</Notice>
  const text = ({ at, date, label, isMarked }: ListedAnnotation) => {
    if (at === null) return `${label}: ${t('cohorts.events.invalid', { date })}`
    const line = t('cohorts.events.one', { date: format.day(at), label })
    return isMarked ? line : `${line} ${t('cohorts.events.outside')}`
  }
  return (
    <ul className="qv-events" aria-label={t('cohorts.events')}>
      {list.map((annotation) => (
        <li
          key={`${annotation.date} ${annotation.label}`}
          className="qv-event"
          data-tone={annotation.isMarked ? (annotation.tone ?? 'info') : undefined}
        >
          {text(annotation)}
        </li>
      ))}
    </ul>
  )
}
