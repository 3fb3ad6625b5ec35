'use client'
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react'
import { createRangeStore, type GridArea, type RangeStore } from '../../ui/gridRange.ts'
import type { GridSelection } from '../../ui/gridSelection.ts'
import { createLate, type Late } from '../../ui/late.ts'
import type { MenuItem } from '../../ui/Menu.tsx'
import { recordMouse } from '../../ui/recordMouse.ts'
import { cellPosition, type GridPosition } from '../../ui/useGridNavigation.ts'
import { LEADING, type DrawnCell } from './cohortDrawing.ts'
import type { CohortColumn, CohortGridRow } from './grid.types.ts'
import type { CohortHandlers } from './useCohortHandlers.ts'
import type { CohortModel } from './useCohortModel.ts'
import type { RowSelection } from './useRowSelection.ts'

/** What `onCellAction` is told: the cell that was clicked or chosen with Enter or Space. */
export interface CohortCellAction {
  readonly row: CohortGridRow
  readonly column: CohortColumn
  readonly cell: DrawnCell
  /** The segment's value; null over the whole answer. */
  readonly segment: string | null
  /** The cell's element, to anchor a menu or dialog at. */
  readonly anchor: HTMLElement
}

/** What `onColumnAction` is told: the heading that was clicked or chosen with Enter or Space. */
export interface CohortColumnAction {
  readonly column: CohortColumn
  readonly anchor: HTMLElement
}

/** The menu of a cell: its entries, or what is drawn in the popover instead. */
export type CohortCellMenu = (action: CohortCellAction) => readonly MenuItem[] | ReactNode

/** What a table does when it is used. */
export interface CohortInteractionOptions {
  readonly rowSelection: RowSelection
  readonly onFold: (segment: string | null) => void
  readonly onCopy: (area: GridArea) => void
  readonly onCellAction?: ((action: CohortCellAction) => void) | undefined
  readonly cellMenu?: CohortCellMenu | undefined
  readonly onColumnAction?: ((action: CohortColumnAction) => void) | undefined
}

/** What is open over the table. */
export type Opened =
  | { readonly kind: 'cell'; readonly action: CohortCellAction; readonly at: GridPosition }
  | { readonly kind: 'column'; readonly action: CohortColumnAction; readonly at: GridPosition }

/** Handlers of the grid's element; each that has dealt with its event prevents the default. */
export interface InteractionProps extends Pick<GridSelection, 'onMouseDown' | 'onCopy'> {
  readonly onPointerEnter: () => void
  readonly onFocusCapture: () => void
  readonly onClick: (event: MouseEvent<HTMLElement>) => void
  readonly onContextMenu: (event: MouseEvent<HTMLElement>) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** A table in use: its range, what is open over it, and the handlers of its grid. */
export interface CohortInteraction {
  readonly range: RangeStore
  readonly onMove: GridSelection['onMove']
  readonly interactionProps: InteractionProps
  readonly opened: Opened | null
  /** True when what was done last could not be: what does it could not be loaded. */
  readonly hasFailed: boolean
  /** Loads that again. */
  readonly retry: () => void
  /** Closes what is open; with `byKey` the focus goes back to its cell. */
  readonly close: (byKey: boolean) => void
}

/**
 * What clicks and keys do in a cohort table: a cohort's heading selects it, a segment's folds it, a period's opens the
 * period over all cohorts, a number its menu; ranges of numbers are selected and copied. What does it is loaded when pointer
 * or focus come to the table; what is done before it is there waits for it.
 */
export function useCohortInteraction(
  model: CohortModel,
  options: CohortInteractionOptions,
): CohortInteraction {
  const { lines, focusCell } = model
  const [range] = useState(createRangeStore)
  const [opened, open] = useState<Opened | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const latest = useRef({ model, options })
  useEffect(() => void (latest.current = { model, options }))
  const load = useCallback(
    () =>
      import('./useCohortHandlers.ts').then((module) => {
        setFailed(false)
        return module.createCohortHandlers(range, open, () => latest.current)
      }),
    [range],
  )
  const made = useRef<Late<CohortHandlers>>(undefined)
  const late = useCallback(() => {
    const known = made.current ?? createLate(load, () => setFailed(true))
    made.current = known
    return known
  }, [load])
  useEffect(() => () => made.current?.loaded()?.endDrag(), [])
  const drawnOver = useRef(lines)
  useEffect(() => {
    // The same positions now hold other cells.
    if (drawnOver.current !== lines) range.set(null)
    drawnOver.current = lines
  }, [range, lines])

  const close = useCallback(
    (byKey: boolean) => {
      open(null)
      if (byKey && opened) focusCell(opened.at)
    },
    [opened, focusCell],
  )
  const onMove = useCallback<CohortInteraction['onMove']>(
    (from, to, extend) => late().use((handlers) => handlers.onMove(from, to, extend)),
    [late],
  )
  const interactionProps = useMemo(
    (): InteractionProps => ({
      onPointerEnter: () => late().ask(),
      onFocusCapture: () => late().ask(),
      onMouseDown(event) {
        const earlier = late().loaded() ? undefined : recordMouse()
        late().use((handlers) => handlers.onMouseDown(event, earlier?.()))
      },
      onClick: (event) => late().use((handlers) => handlers.onClick(event)),
      onContextMenu(event) {
        if (!late().loaded() && hasMenu(latest.current, event.target)) keepFromBrowser(event)
        late().use((handlers) => handlers.onContextMenu(event))
      },
      onKeyDown(event) {
        if (!late().loaded() && isOurs(event)) keepFromBrowser(event)
        late().use((handlers) => handlers.onKeyDown(event))
      },
      onCopy: (event) => late().use((handlers) => handlers.onCopy(event)),
    }),
    [late],
  )
  const retry = useCallback(() => late().ask(), [late])
  return { range, onMove, interactionProps, opened, hasFailed, retry, close }
}

/** The native event alone: the handler that is on its way must find its own as it was. */
const keepFromBrowser = ({ nativeEvent }: MouseEvent | KeyboardEvent) =>
  nativeEvent.preventDefault()

/** True over a number that has a menu of its own in place of the browser's. */
function hasMenu({ model, options }: Latest, target: EventTarget): boolean {
  const at = options.cellMenu && cellPosition(target)
  return Boolean(at && at.column >= LEADING && model.lineAt(at.row)?.kind === 'cohort')
}

/** True for keys by which a browser would scroll the page or select all of it. */
const isOurs = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  key === ' ' || ((ctrlKey || metaKey) && key.toLowerCase() === 'a')

/** What a handler must know whenever something happens. */
interface Latest {
  readonly model: CohortModel
  readonly options: CohortInteractionOptions
}
