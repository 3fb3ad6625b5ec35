'use client'
import type { ReactNode } from 'react'
import { Empty } from '../../ui/Empty.tsx'
import { ProblemNotice, type Problem } from '../../ui/ProblemNotice.tsx'
import { Root } from '../../ui/Root.tsx'
import { TableSkeleton } from '../../ui/Skeleton.tsx'
import { CohortNotices } from './CohortNotices.tsx'
import { asOfText, emptyReasons, readBack } from './cohortTexts.ts'
import type { CohortGrid, Reading } from './grid.types.ts'
import type { CohortsInput } from './types.ts'
import { useCohortTexts } from './useCohortTexts.ts'

/** Props of `CohortFrame`. */
export interface CohortFrameProps {
  readonly className: string
  /** What went wrong; with a good answer it stands above it. */
  readonly problem: Problem | undefined
  readonly refreshing: boolean
  readonly onRefresh: (() => void) | undefined
  /** The picture of the answer; null while there is none. */
  readonly children: ReactNode
}

/** Where a picture of a cohort answer stands: a skeleton while it loads, and what went wrong. */
export function CohortFrame(props: CohortFrameProps) {
  const { className, problem, refreshing, onRefresh, children } = props
  const { t } = useCohortTexts()
  return (
    <Root className={className}>
      {problem && (
        <ProblemNotice
          problem={problem}
          onRetry={onRefresh}
          retrying={refreshing}
          stale={children !== null}
        />
      )}
      {children}
      {children === null && !problem && (
        <>
          <div className="qv-readback" />
          <TableSkeleton label={t('cohorts.loading')} />
        </>
      )}
    </Root>
  )
}

/** Props of `CohortAnswer`. */
export interface CohortAnswerProps {
  readonly grid: CohortGrid
  readonly reading: Reading
  readonly question: CohortsInput
  /** When the answer was fetched, in milliseconds since the epoch. */
  readonly asOf: number
  /** True while another question is answered: the picture is dimmed. */
  readonly stale: boolean
  /** True leaves the picture alone: it stands beside a table that says all else. */
  readonly bare?: boolean | undefined
  /** Splits the answer by product: offered where renewal lengths are mixed. */
  readonly onSplit?: (() => void) | undefined
  readonly children: ReactNode
}

/** The question read back, how fresh its answer is, what a reader must know, and the picture; without a cohort why there is none. */
export function CohortAnswer(props: CohortAnswerProps) {
  const { grid, reading, question, asOf, stale, bare = false, onSplit, children } = props
  const texts = useCohortTexts()
  const { t } = texts
  const picture = (
    <div className="qv-answer" data-stale={stale ? '' : undefined}>
      {children}
    </div>
  )
  if (bare) return grid.rows.length === 0 ? null : picture
  return (
    <>
      {question.environment === 0 && (
        <p className="qv-band" role="note">
          <strong>{t('environment.sandbox')}</strong> {t('environment.sandbox.hint')}
        </p>
      )}
      <div className="qv-readback">
        <div className="qv-readback-text">
          <p className="qv-readback-question">{readBack(texts, grid, question, reading)}</p>
          <p className="qv-readback-asof">{asOfText(texts, grid, asOf)}</p>
        </div>
      </div>
      <CohortNotices {...{ texts, grid, question, reading, onSplit }} />
      {grid.rows.length === 0 ? (
        <Empty title={t('cohorts.empty')} reasons={emptyReasons(texts, grid, question)} />
      ) : (
        picture
      )}
    </>
  )
}
