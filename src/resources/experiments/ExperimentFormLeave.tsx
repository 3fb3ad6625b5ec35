'use client'
import { useRef, useState } from 'react'
import { useClientLayoutEffect } from '../../hydration/hooks.ts'
import { useExperimentFormTexts } from './useExperimentFormTexts.ts'

/** The button that leaves a form; where something changed, it asks first. */
export function ExperimentFormLeave({
  isDirty,
  onLeave,
}: {
  readonly isDirty: boolean
  readonly onLeave: () => void
}) {
  const { t } = useExperimentFormTexts()
  const [isAsking, setAsking] = useState(false)
  const stay = useRef<HTMLButtonElement>(null)
  const leave = useRef<HTMLButtonElement>(null)
  const wasAsking = useRef(false)
  useClientLayoutEffect(() => {
    if (isAsking) stay.current?.focus()
    else if (wasAsking.current) leave.current?.focus()
    wasAsking.current = isAsking
  }, [isAsking])

  const byEscape = ({ key }: { key: string }) => key === 'Escape' && setAsking(false)
  if (!isAsking)
    return (
      <button
        ref={leave}
        type="button"
        className="qv-button"
        onClick={() => (isDirty ? setAsking(true) : onLeave())}
      >
        {t('experimentForm.cancel')}
      </button>
    )
  return (
    <div role="group" aria-label={t('experimentForm.leave')} className="qv-form-leave">
      <span>{t('experimentForm.leave')}</span>
      <button
        ref={stay}
        type="button"
        className="qv-button"
        onKeyDown={byEscape}
        onClick={() => setAsking(false)}
      >
        {t('experimentForm.leave.no')}
      </button>
      <button type="button" className="qv-button" onKeyDown={byEscape} onClick={onLeave}>
        {t('experimentForm.leave.yes')}
      </button>
    </div>
  )
}
