'use client'
import {
  COLUMNS,
  isBeingMade,
  pressSort,
  type ExperimentColumn,
  type ExperimentRow,
  type ExperimentSort,
} from './list.model.ts'
import {
  datesText,
  daysText,
  metricText,
  healthTexts,
  resultTexts,
  statusText,
  type MetricNames,
} from './listTexts.ts'
import type { Experiment } from './types.ts'
import { useExperimentListTexts } from './useExperimentListTexts.ts'

/** Props of `ExperimentRows`. */
export interface ExperimentRowsProps {
  readonly rows: readonly ExperimentRow[]
  readonly sort: ExperimentSort
  readonly onSort: (sort: ExperimentSort) => void
  readonly onOpen: ((experiment: Experiment) => void) | undefined
  readonly metricNames: MetricNames | undefined
}

// Said again although they are a table's: drawn as cards, its elements would lose them.
const ROLES = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  column: { role: 'columnheader' },
  head: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const

/** The rows of a list of experiments: a table, or a card each where it is narrow. Its headings sort. */
export function ExperimentRows({ rows, sort, onSort, onOpen, metricNames }: ExperimentRowsProps) {
  const { t } = useExperimentListTexts()
  return (
    <table className="qv-experiments-table" {...ROLES.table} aria-label={t('experimentList.title')}>
      <thead className="qv-experiments-heads" {...ROLES.group}>
        <tr className="qv-experiments-headrow" {...ROLES.row}>
          {COLUMNS.map((column) => (
            <th
              key={column}
              scope="col"
              className="qv-experiments-heading"
              data-column={column}
              aria-sort={sort.by === column ? sort.order : undefined}
              {...ROLES.column}
            >
              <button
                type="button"
                className="qv-experiments-sort"
                data-order={sort.by === column ? sort.order : undefined}
                onClick={() => onSort(pressSort(sort, column))}
              >
                {t(`experimentList.column.${column}`)}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="qv-experiments-rows" {...ROLES.group}>
        {rows.map((row) => (
          <Row key={row.experiment.id} {...{ row, onOpen, metricNames }} />
        ))}
      </tbody>
    </table>
  )
}

function Row({
  row,
  onOpen,
  metricNames,
}: Pick<ExperimentRowsProps, 'onOpen' | 'metricNames'> & { row: ExperimentRow }) {
  const texts = useExperimentListTexts()
  const { t } = texts
  const { experiment, days, health, judged, state } = row
  const { name, id, alias_id: alias, primary_metric: metric, status } = experiment
  const result = resultTexts(texts, row, metricNames)
  // A claim alone would not say what still stands against it: that is the second.
  const reasons = result.reasons.slice(0, 2)
  const doubts = healthTexts(texts, row).filter((doubt) => !reasons.includes(doubt))
  const cell = (column: ExperimentColumn) => ({
    className: 'qv-experiments-cell',
    'data-column': column,
    ...ROLES.cell,
  })
  return (
    <tr className="qv-experiments-row" {...ROLES.row}>
      <th {...cell('name')} scope="row" {...ROLES.head}>
        {onOpen && !isBeingMade(experiment) ? (
          <button
            type="button"
            className="qv-experiments-open"
            data-experiment={id}
            onClick={() => onOpen(experiment)}
          >
            {name || id}
          </button>
        ) : (
          <span className="qv-experiments-name">{name || id}</span>
        )}
        {alias && (
          <span className="qv-experiments-alias">
            <bdi>{alias}</bdi>
          </span>
        )}
      </th>
      <td {...cell('status')}>
        <span className="qv-experiments-status" data-status={status ?? ''}>
          {statusText(texts, status)}
        </span>
      </td>
      <td {...cell('dates')}>{datesText(texts, experiment)}</td>
      <td {...cell('days')}>{days === null ? '–' : daysText(texts, experiment, days)}</td>
      <td {...cell('metric')}>
        {metric ? metricText(texts, metric, metricNames) : t('experimentList.metric.none')}
      </td>
      <td {...cell('health')} data-doubted={doubts.length > 0 ? '' : undefined}>
        {health ? (
          <span className="qv-experiments-mark" data-health={health}>
            {t(`experimentList.health.${health}`)}
          </span>
        ) : (
          '–'
        )}
        {doubts.map((doubt) => (
          <span key={doubt} className="qv-experiments-doubt">
            {doubt}
          </span>
        ))}
      </td>
      <td {...cell('result')}>
        <span
          className="qv-experiments-mark"
          data-word={judged?.decision.word}
          data-state={judged ? undefined : (state ?? 'none')}
        >
          {result.word}
        </span>
        {reasons.length > 0 && <span className="qv-experiments-reason">{reasons.join(' ')}</span>}
      </td>
    </tr>
  )
}
