'use client'
import { Notice } from './Notice.tsx'
import { useControlTexts } from './useControlTexts.ts'

/** Props of `QuestionNotices`. */
export interface QuestionNoticesProps {
  /** True where the project's own choices could not be had: the documented ones are offered. */
  readonly isMetaMissing: boolean
  /** False where the range ends before it begins: nothing is asked. */
  readonly isRangeValid: boolean
}

/** What keeps a question from being asked as it is meant. */
export function QuestionNotices({ isMetaMissing, isRangeValid }: QuestionNoticesProps) {
  const { t } = useControlTexts()
  return (
    <>
      {isMetaMissing && <Notice tone="warning">{t('controls.meta.failed')}</Notice>}
      {!isRangeValid && <Notice tone="warning">{t('controls.range.invalid')}</Notice>}
    </>
  )
}
