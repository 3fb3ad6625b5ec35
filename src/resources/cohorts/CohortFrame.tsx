'use client'
import type { ReactNode } from 'react'
import { AnswerFrame, type AnswerFrameProps } from '../../ui/AnswerFrame.tsx'
import { AnswerHead } from '../../ui/AnswerHead.tsx'
import { Empty } from '../../ui/Empty.tsx'
import type { CohortFileSource } from './cohortFile.ts'
import { CohortNotices } from './CohortNotices.tsx'
import { asOfText, emptyReasons, readBack } from './cohortTexts.ts'
import { isOffered } from './grid.views.model.ts'
import { useCohortFile } from './useCohortFile.ts'
import { useCohortTexts } from './useCohortTexts.ts'

/** Where a picture of a cohort answer stands: a skeleton while it loads, and what went wrong. */
export function CohortFrame(props: Omit<AnswerFrameProps, 'loading' | 'columns'>) {
  const { t } = useCohortTexts()
  return <AnswerFrame loading={t('cohorts.loading')} {...props} />
}

/** Props of `CohortAnswer`. */
export interface CohortAnswerProps {
  /** The answer with the question it answers: what is read back, and what is saved. */
  readonly source: CohortFileSource
  /** True while another answer is on its way. */
  readonly refreshing: boolean
  /** Asks again; without it there is no button. */
  readonly onRefresh: (() => void) | undefined
  /** Splits the answer by product: offered where renewal lengths are mixed. */
  readonly onSplit: (() => void) | undefined
  readonly children: ReactNode
}

/**
 * The question read back, how fresh its answer is, what a reader must know, and the picture; without a cohort why there is none.
 * A view that the metric does not have is refused in words: dashes would say that numbers are lacking.
 */
export function CohortAnswer(props: CohortAnswerProps) {
  const { source, refreshing, onRefresh, onSplit, children } = props
  const { grid, reading, question, asOf } = source
  const texts = useCohortTexts()
  const save = useCohortFile()
  const isEmpty = grid.rows.length === 0
  const isShown = !isEmpty && isOffered(grid, reading)
  return (
    <>
      <AnswerHead
        isSandbox={question.environment === 0}
        question={readBack(texts, grid, question, reading)}
        asOf={asOfText(texts, grid, asOf)}
        onSave={() => save(source)}
        isEmpty={!isShown}
        {...{ refreshing, onRefresh }}
      >
        <CohortNotices {...{ texts, grid, question, reading, onSplit }} />
      </AnswerHead>
      {isEmpty ? (
        <Empty title={texts.t('cohorts.empty')} reasons={emptyReasons(texts, grid, question)} />
      ) : (
        isShown && children
      )}
    </>
  )
}
