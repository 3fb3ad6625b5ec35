'use client'
import { isValidElement, type ReactNode } from 'react'
import { AnchoredPopover } from '../../ui/AnchoredPopover.tsx'
import { latePart } from '../../ui/latePart.tsx'
import { Menu, type MenuItem } from '../../ui/Menu.tsx'
import type { CohortCellMenu, CohortInteraction, Opened } from './useCohortInteraction.ts'
import type { CohortModel } from './useCohortModel.ts'
import { useCohortMoreTexts } from './useCohortMoreTexts.ts'

// Charts come with their drawing libraries: only with the first column that is opened.
const CohortColumnChart = latePart(() =>
  import('./CohortColumnChart.tsx').then((module) => module.CohortColumnChart),
)

/** Props of `CohortOpened`. */
export interface CohortOpenedProps {
  readonly model: CohortModel
  readonly interaction: CohortInteraction
  readonly opened: Opened
  readonly cellMenu?: CohortCellMenu | undefined
}

/** What is open over the table: the menu of a cell, or a column over all cohorts. */
export function CohortOpened({ model, interaction, opened, cellMenu }: CohortOpenedProps) {
  const { t } = useCohortMoreTexts()
  const { close } = interaction
  const { anchor } = opened.action
  if (opened.kind === 'cell') {
    const cell = model.describeAt(opened.at)?.sentence ?? ''
    const label = t('cohorts.menu', { cell })
    const menu = cellMenu?.(opened.action)
    if (isItems(menu)) return <Menu {...{ anchor, label }} items={menu} onClose={close} />
    return (
      <AnchoredPopover {...{ anchor, label }} onClose={close}>
        {menu}
      </AnchoredPopover>
    )
  }
  return (
    <CohortColumnChart
      model={model}
      column={opened.action.column}
      anchor={anchor}
      onClose={close}
      onRow={(id) => {
        const row = model.lines.findIndex((line) => line.id === id)
        close(row < 0)
        if (row >= 0) model.focusCell({ row: row + 1, column: opened.at.column })
      }}
    />
  )
}

const isItems = (menu: readonly MenuItem[] | ReactNode): menu is readonly MenuItem[] =>
  Array.isArray(menu) && menu.every((item) => !isValidElement(item))
