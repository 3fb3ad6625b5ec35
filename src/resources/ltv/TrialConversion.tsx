'use client'
import type { LtvTrialConversionAnswer } from './types.ts'
import { useLtvTexts } from './useLtvTexts.ts'

/** Props of `TrialConversion`. */
export interface TrialConversionProps {
  /** The answer of `useLtvTrialConversion`, untouched, or why there is none. */
  readonly data: LtvTrialConversionAnswer | 'loading' | 'failed'
}

/** The share of trials that were converted, with what it is a share of. */
export function TrialConversion({ data }: TrialConversionProps) {
  const { t, format } = useLtvTexts()
  return (
    <section className="qv-ltv-trials" aria-label={t('ltv.trials')}>
      <p className="qv-ltv-trials-name">{t('ltv.trials')}</p>
      {typeof data === 'string' ? (
        <p className="qv-ltv-note">{t(`ltv.trials.${data}`)}</p>
      ) : (
        <Conversion {...data} t={t} format={format} />
      )}
    </section>
  )
}

function Conversion({
  trials_started: started,
  trials_converted: converted,
  conversion_rate: rate,
  t,
  format,
}: LtvTrialConversionAnswer & ReturnType<typeof useLtvTexts>) {
  // Of no trial there is no share: an answer of 0 is no number.
  if (started === 0) return <p className="qv-ltv-note">{t('ltv.trials.none')}</p>
  return (
    <>
      <p className="qv-ltv-trials-rate">{rate === null ? '–' : format.percent(rate)}</p>
      <p className="qv-ltv-note">
        {t('ltv.trials.of', {
          converted: format.count(converted),
          count: started,
          n: format.count(started),
        })}
        {'. '}
        {t('ltv.trials.hint')}
      </p>
    </>
  )
}
