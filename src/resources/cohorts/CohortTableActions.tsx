'use client'
import { useSyncExternalStore } from 'react'
import { CheckField } from '../../ui/fields.tsx'
import { areaOf } from '../../ui/gridRange.ts'
import type { CohortCopy } from './useCohortCopy.ts'
import type { CohortInteraction } from './useCohortInteraction.ts'
import type { FoldedSegments } from './useFoldedSegments.ts'
import type { CohortModel } from './useCohortModel.ts'
import { useCohortActionTexts } from './useCohortTexts.ts'

/** Props of `CohortTableActions`. */
export interface CohortTableActionsProps {
  readonly model: CohortModel
  readonly range: CohortInteraction['range']
  readonly copying: CohortCopy
  readonly folding: FoldedSegments
  /** Whether the annotations show, where there are any and the viewer may choose. */
  readonly events?: { readonly isShown: boolean; readonly onToggle: () => void } | undefined
}

/** What can be done with the table as a whole: copy, fold its segments, show annotations. */
export function CohortTableActions(props: CohortTableActionsProps) {
  const { model, range, copying, folding, events } = props
  const { t } = useCohortActionTexts()
  const chosen = useSyncExternalStore(range.subscribe, range.get, noRange)
  const groups = model.lines.filter((line) => line.kind === 'segment')
  const isFolded = groups.every((line) => line.isFolded)
  return (
    <div className="qv-actions">
      {groups.length > 0 && (
        <button
          type="button"
          className="qv-button"
          onClick={() =>
            isFolded ? folding.unfoldAll() : folding.foldAll(groups.map((line) => line.segment))
          }
        >
          {t(isFolded ? 'cohorts.segments.unfold' : 'cohorts.segments.fold')}
        </button>
      )}
      <button
        type="button"
        className="qv-button"
        // A press of the mouse would end the range that is to be copied.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => copying.copy(chosen && areaOf(chosen))}
      >
        {t(chosen ? 'cohorts.copy.range' : 'cohorts.copy.table')}
      </button>
      {events && (
        <CheckField
          label={t('cohorts.events.show')}
          checked={events.isShown}
          onChange={events.onToggle}
        />
      )}
      <span className="qv-said" role="status">
        {copying.said}
      </span>
    </div>
  )
}

const noRange = () => null
