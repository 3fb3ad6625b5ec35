'use client'
import { AnswerFrame } from '../../ui/AnswerFrame.tsx'
import { AnswerHead } from '../../ui/AnswerHead.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { Problem } from '../../ui/ProblemNotice.tsx'
import { Root } from '../../ui/Root.tsx'
import { ExperimentFilter } from './ExperimentFilter.tsx'
import { ExperimentRows } from './ExperimentRows.tsx'
import { filteredReasons } from './listTexts.ts'
import type { Experiment } from './types.ts'
import { useExperimentListTexts } from './useExperimentListTexts.ts'
import { useExperimentTable, type ExperimentTableOptions } from './useExperimentTable.ts'

/** Props of `ExperimentTable`. */
export interface ExperimentTableProps extends ExperimentTableOptions {
  /** The experiments of `useExperiments`, untouched; without them the table is loading or shows its problem. */
  readonly experiments?: readonly Experiment[] | undefined
  /** Opens an experiment; without it names are plain text. */
  readonly onOpen?: ((experiment: Experiment) => void) | undefined
  /** Begins a new experiment; without it there is no button. */
  readonly onCreate?: (() => void) | undefined
  /** Why no experiment can be made, a sentence; null when one can. @default null */
  readonly createBlocked?: string | null | undefined
  /** What a reader must know of the list, a sentence each. */
  readonly warnings?: readonly string[] | undefined
  /** True while another answer is on its way: what is shown stays. @default false */
  readonly refreshing?: boolean | undefined
  /** What went wrong; with `experiments` it stands above the last good list. */
  readonly problem?: Problem | undefined
  /** Asks again: the refresh button, and the one beside a problem. */
  readonly onRefresh?: (() => void) | undefined
}

/** The experiments of a project over plain data: status, dates, primary metric, health and result in words, filtered and sorted. */
export function ExperimentTable({
  experiments,
  refreshing = false,
  problem,
  onRefresh,
  onCreate,
  createBlocked = null,
  warnings = NO_WARNINGS,
  onOpen,
  ...options
}: ExperimentTableProps) {
  const texts = useExperimentListTexts()
  const { t, format } = texts
  const { asOf, metricNames } = options
  const { view, setView, rows } = useExperimentTable(experiments ?? NONE, options)
  // The writer is loaded on first use: most viewers never save.
  const save = async () => {
    const [{ csvName, experimentsCsv }, { saveText }] = await Promise.all([
      import('./experimentsCsv.ts'),
      import('../../ui/saveText.ts'),
    ])
    saveText(csvName({ asOf }), 'text/csv', experimentsCsv(texts, { rows, asOf, metricNames }))
  }
  const total = experiments?.length ?? 0
  return (
    <Root className="qv-experiments">
      <ExperimentFilter
        experiments={experiments}
        view={view}
        onChange={setView}
        onCreate={onCreate}
        createBlocked={createBlocked}
      />
      <AnswerFrame
        className="qv-experiments-answer"
        loading={t('experimentList.loading')}
        columns={5}
        {...{ problem, refreshing, onRefresh }}
      >
        {experiments ? (
          <>
            <AnswerHead
              isSandbox={false}
              question={t('experimentList.count', {
                count: total,
                shown: format.count(rows.length),
                n: format.count(total),
              })}
              asOf={t('experimentList.asOf', { time: format.instant(asOf) })}
              onSave={save}
              isEmpty={rows.length === 0}
              {...{ refreshing, onRefresh }}
            >
              {warnings.map((warning) => (
                <Notice key={warning} tone="warning">
                  {warning}
                </Notice>
              ))}
            </AnswerHead>
            {total === 0 && (
              <Empty
                title={t('experimentList.empty')}
                reasons={[t('experimentList.empty.none'), t('experimentList.empty.project')]}
              />
            )}
            {total > 0 && rows.length === 0 && (
              <>
                <Empty
                  title={t('experimentList.filtered')}
                  reasons={filteredReasons(texts, view)}
                />
                <button
                  type="button"
                  className="qv-button qv-experiments-all"
                  onClick={({ currentTarget }) => {
                    // It goes with what it resets, where the viewer goes on.
                    currentTarget.closest('.qv-experiments')?.querySelector('select')?.focus()
                    setView({ status: '', search: '' })
                  }}
                >
                  {t('experimentList.filtered.all')}
                </button>
              </>
            )}
            {rows.length > 0 && (
              <ExperimentRows
                sort={view.sort}
                onSort={(sort) => setView({ sort })}
                {...{ rows, metricNames, onOpen }}
              />
            )}
          </>
        ) : null}
      </AnswerFrame>
    </Root>
  )
}

const NONE: readonly Experiment[] = []
const NO_WARNINGS: readonly string[] = []
