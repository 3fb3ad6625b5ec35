'use client'
import { Notice } from '../../ui/Notice.tsx'
import { noticeTexts, type CohortTexts } from './cohortTexts.ts'
import type { CohortGrid, Reading } from './grid.types.ts'
import type { CohortsInput } from './types.ts'

/** Props of `CohortNotices`. */
export interface CohortNoticesProps {
  readonly texts: CohortTexts
  readonly grid: CohortGrid
  readonly question: CohortsInput
  readonly reading: Reading
  /** Splits the answer by product: offered beside the sentence that renewal lengths are mixed. */
  readonly onSplit?: (() => void) | undefined
}

/** What a reader must know before trusting a picture, each sentence for itself, and what can be done about it. */
export function CohortNotices({ texts, grid, question, reading, onSplit }: CohortNoticesProps) {
  const { t } = texts
  const mixed = t('cohorts.notice.mixedLengths')
  return noticeTexts(texts, grid, question, reading).map((notice) => (
    <Notice key={notice} tone="info">
      {notice}
      {notice === mixed && onSplit && (
        <div className="qv-notice-actions">
          <button type="button" className="qv-button" onClick={onSplit}>
            {t('cohorts.notice.mixedLengths.split')}
          </button>
        </div>
      )}
    </Notice>
  ))
}
