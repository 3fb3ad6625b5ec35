'use client'
import { useState } from 'react'
import { CohortEvents } from './CohortEvents.tsx'
import { CohortGridView, type GridDensity } from './CohortGridView.tsx'
import { CohortLegend } from './CohortLegend.tsx'
import { CohortOpened } from './CohortOpened.tsx'
import { CohortTableActions } from './CohortTableActions.tsx'
import type { CohortCellMenu } from './useCohortInteraction.ts'
import type { InteractiveTable } from './useInteractiveTable.ts'

/** Props of `CohortAnswerView`. */
export interface CohortAnswerViewProps {
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
  const showsEvents = annotations.list.length > 0 && (props.showAnnotations ?? isOn)
  const canChoose = annotations.list.length > 0 && props.showAnnotations === undefined
  return (
    <div className="qv-answer" data-stale={stale ? '' : undefined}>
      <CohortGridView
        model={model}
        label={label}
        busy={busy}
        density={density}
        windowed={windowed}
        interactionProps={interaction.interactionProps}
        hasCellAction={hasCellAction}
        lineProps={(line) => ({
          selected: rowSelection.isSelected(line.id),
          marks: showsEvents ? annotations.marksOf(line) : undefined,
        })}
      />
      {showsEvents && <CohortEvents annotations={annotations} format={model.texts.format} />}
      <CohortLegend model={model} reading={model.reading} />
      <CohortTableActions
        {...table}
        range={interaction.range}
        events={canChoose ? { isShown: isOn, onToggle: () => setOn(!isOn) } : undefined}
      />
      <CohortOpened model={model} interaction={interaction} cellMenu={cellMenu} />
    </div>
  )
}
