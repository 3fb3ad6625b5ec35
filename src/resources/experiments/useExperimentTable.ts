'use client'
import { useMemo, useState } from 'react'
import { useDisplay } from '../../i18n/DisplayContext.tsx'
import { LIST_VIEW, readListView } from './experimentsView.model.ts'
import {
  experimentRow,
  isListed,
  sortRows,
  type ExperimentFigures,
  type ExperimentListView,
  type ExperimentRow,
  type FiguresState,
} from './list.model.ts'
import { metricText, type MetricNames } from './listTexts.ts'
import type { Experiment } from './types.ts'
import { useExperimentListTexts } from './useExperimentListTexts.ts'

/** What an experiment is judged by; nothing where nothing is known of it. */
export type FiguresOf = (experiment: Experiment) => ExperimentFigures | FiguresState | undefined

/** What a table of experiments is made of. */
export interface ExperimentTableOptions {
  /** When the list was fetched, in milliseconds since the epoch: days are counted to it. */
  readonly asOf: number
  /** What each experiment is judged by. Keep its identity. */
  readonly figuresOf?: FiguresOf | undefined
  /** Names of metrics by id, where they are not the API's. */
  readonly metricNames?: MetricNames | undefined
  /** Which are listed and how, kept by the host: whole or in parts. */
  readonly view?: Partial<ExperimentListView> | undefined
  /** Which are listed at first; all, the newest first, unless given. Read once. */
  readonly initialView?: Partial<ExperimentListView> | undefined
  /** Told about each change of what is listed. */
  readonly onViewChange?: ((view: ExperimentListView) => void) | undefined
}

/** A table of experiments, ready to draw. */
export interface ExperimentTableModel {
  readonly view: ExperimentListView
  readonly setView: (change: Partial<ExperimentListView>) => void
  /** What fits the view, in its order. */
  readonly rows: readonly ExperimentRow[]
}

/** The view model of `ExperimentTable` over plain data: rows with the word for their figures, filtered and sorted. */
export function useExperimentTable(
  experiments: readonly Experiment[],
  { asOf, figuresOf, metricNames, view: given, initialView, onViewChange }: ExperimentTableOptions,
): ExperimentTableModel {
  const texts = useExperimentListTexts()
  const { locale } = useDisplay()
  const [own, setOwn] = useState(() => readListView(initialView ?? {}, LIST_VIEW))
  const view = useMemo(() => (given ? readListView(given, own) : own), [given, own])
  const setView = (change: Partial<ExperimentListView>) => {
    const next = { ...view, ...change }
    setOwn(next)
    onViewChange?.(next)
  }
  const all = useMemo(
    () => experiments.map((one) => experimentRow(one, figuresOf?.(one), asOf / 1000)),
    [experiments, figuresOf, asOf],
  )
  const rows = useMemo(() => {
    const { compare } = new Intl.Collator(locale, { numeric: true })
    const listed = all.filter(({ experiment }) => isListed(experiment, view))
    return sortRows(listed, view.sort, compare, (id) => metricText(texts, id, metricNames))
  }, [all, view, locale, texts, metricNames])
  return { view, setView, rows }
}
