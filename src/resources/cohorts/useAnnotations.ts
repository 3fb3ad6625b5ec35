'use client'
import { useMemo } from 'react'
import {
  annotationObstacle,
  annotationTime,
  marksOf,
  type AnnotationObstacle,
  type CellMark,
  type CohortAnnotation,
} from './annotations.model.ts'
import type { CohortLine } from './grid.lines.model.ts'
import type { CohortTableModel } from './useCohortTable.ts'

/** An annotation as it is listed below the table. */
export interface ListedAnnotation extends CohortAnnotation {
  /** First second of its day, Unix seconds; null where its date is none. */
  readonly at: number | null
  /** True when it meets a cohort of the table. */
  readonly isMarked: boolean
}

/** A mark as a cell draws it. */
export interface DrawnMark extends CellMark {
  /** Written at the topmost cohort that the date meets: what happened. */
  readonly flag: string | undefined
}

/** What a table draws of its annotations. */
export interface Annotations {
  readonly list: readonly ListedAnnotation[]
  readonly obstacle: AnnotationObstacle | null
  /** The marks of a line, by column; the same as long as the lines and annotations are. */
  readonly marksOf: (line: CohortLine) => ReadonlyMap<number, DrawnMark> | undefined
  /** What happened in a period of a cohort. */
  readonly eventsAt: (line: CohortLine, column: number) => readonly CohortAnnotation[]
}

/** Places annotations over the lines of a table, each date once per cohort it meets. */
export function useAnnotations(
  { grid, lines }: Pick<CohortTableModel, 'grid' | 'lines'>,
  annotations: readonly CohortAnnotation[],
): Annotations {
  return useMemo(() => {
    const byLine = new Map<string, ReadonlyMap<number, DrawnMark>>()
    const isFlagged = new Set<number>()
    for (const line of annotations.length > 0 ? lines : []) {
      if (line.kind !== 'cohort') continue
      const marks = new Map<number, DrawnMark>()
      for (const [column, mark] of marksOf(line.grid, line.grid.rows[line.row]!, annotations)) {
        const first = mark.annotations.filter((index) => !isFlagged.has(index))
        for (const index of first) isFlagged.add(index)
        const flag = first.map((index) => annotations[index]!.label).join(', ') || undefined
        marks.set(column, { ...mark, flag })
      }
      if (marks.size > 0) byLine.set(line.id, marks)
    }
    return {
      obstacle: annotationObstacle(grid),
      list: annotations
        .map((annotation, index) => ({
          ...annotation,
          at: annotationTime(annotation),
          isMarked: isFlagged.has(index),
        }))
        .toSorted((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity)),
      marksOf: (line) => byLine.get(line.id),
      eventsAt(line, column) {
        const mark = byLine.get(line.id)?.get(column)
        return mark ? mark.annotations.map((index) => annotations[index]!) : []
      },
    }
  }, [grid, lines, annotations])
}
