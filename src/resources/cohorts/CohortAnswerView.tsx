'use client'
import { useCallback, useId, useState } from 'react'
import { latePart } from '../../ui/latePart.tsx'
import { LateNotice } from '../../ui/LateNotice.tsx'
import type { GridPosition } from '../../ui/useGridNavigation.ts'
import { CohortChosen } from './CohortChosen.tsx'
import { CohortEvents } from './CohortEvents.tsx'
import { CohortGridView, type GridDensity } from './CohortGridView.tsx'
import { CohortLegend } from './CohortLegend.tsx'
import { CohortTableActions } from './CohortTableActions.tsx'
import { LEADING } from './cohortDrawing.ts'
import type { CohortAboutProps } from './CohortAbout.tsx'
import type { CohortCellMenu } from './useCohortInteraction.ts'
import { useCohortActionTexts } from './useCohortTexts.ts'
import type { InteractiveTable } from './useInteractiveTable.ts'

// Menus and pictures: only with the first that is opened.
const CohortOpened = latePart(() =>
  import('./CohortOpened.tsx').then((module) => module.CohortOpened),
)

// It counts every cell: only for who comes into the table by its focus, as screen readers do.
const CohortAbout = latePart(() => import('./CohortAbout.tsx').then((module) => module.CohortAbout))

/** Props of `CohortAnswerView`. */
export interface CohortAnswerViewProps extends Pick<CohortAboutProps, 'question'> {
  readonly table: InteractiveTable
  readonly busy: boolean
  /** True while it answers an earlier question than the one asked. */
  readonly stale: boolean
  readonly density?: GridDensity | undefined
  readonly windowed?: boolean | undefined
  readonly cellMenu?: CohortCellMenu | undefined
  readonly hasCellAction: boolean
  /** Whether annotations are marked; without it the viewer chooses. */
  readonly showAnnotations?: boolean | undefined
}

/** The numbers with everything around them: the table, its legend, what can be done with it and what is open over it. */
export function CohortAnswerView(props: CohortAnswerViewProps) {
  const { table, busy, stale, density, windowed, cellMenu, hasCellAction } = props
  const { model, label, interaction, rowSelection, annotations } = table
  const [isOn, setOn] = useState(true)
  const aboutId = useId()
  const [isRead, setRead] = useState(false)
  const canChoose = annotations !== null && props.showAnnotations === undefined
  const events = (props.showAnnotations ?? isOn) ? annotations : null
  const { t, format } = useCohortActionTexts()
  const { describeAt, lineAt } = model
  const describe = useCallback(
    (position: GridPosition) => {
      const content = describeAt(position)
      const line = lineAt(position.row)
      if (!content || !line || !events) return content
      const here = events
        .eventsAt(line, position.column - LEADING)
        .map(({ at, label: what }) =>
          t('cohorts.events.one', { date: format.day(at!), label: what }),
        )
      return { ...content, details: [...here, ...content.details] }
    },
    [describeAt, lineAt, events, t, format],
  )
  return (
    <div className="qv-answer" data-stale={stale ? '' : undefined} onFocus={() => setRead(true)}>
      <CohortChosen model={model} rowSelection={rowSelection} />
      {interaction.hasFailed && <LateNotice onRetry={interaction.retry} />}
      <CohortGridView
        model={model}
        label={label}
        describedBy={aboutId}
        busy={busy}
        describe={describe}
        density={density}
        windowed={windowed}
        interactionProps={interaction.interactionProps}
        hasCellAction={hasCellAction}
        lineProps={(line) => ({
          selected: rowSelection.isSelected(line.id),
          marks: events?.marksOf(line),
        })}
      />
      <div id={aboutId} hidden>
        {isRead && <CohortAbout model={model} question={props.question} />}
      </div>
      {events && <CohortEvents annotations={events} />}
      <CohortLegend model={model} reading={model.reading} hints={model.hints?.texts} />
      <CohortTableActions
        {...table}
        range={interaction.range}
        events={canChoose ? { isShown: isOn, onToggle: () => setOn(!isOn) } : undefined}
      />
      {interaction.opened && (
        <CohortOpened
          model={model}
          interaction={interaction}
          opened={interaction.opened}
          cellMenu={cellMenu}
        />
      )}
    </div>
  )
}
