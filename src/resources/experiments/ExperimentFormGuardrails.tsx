'use client'
import { CheckField } from '../../ui/fields.tsx'
import { NumberField } from '../../ui/formFields.tsx'
import { guardable, usualGuardrail, type GuardrailDraft } from './form.plan.model.ts'
import { metricName } from './formTexts.ts'
import { useExperimentFormTexts } from './useExperimentFormTexts.ts'

/** What must not get worse: a tick and a margin for each metric that can be guarded. */
export function ExperimentFormGuardrails({
  metric,
  guardrails,
  faultAt,
  onChange,
}: {
  /** The primary metric, which guards itself. */
  readonly metric: string
  readonly guardrails: readonly GuardrailDraft[]
  readonly faultAt: (field: string) => string | undefined
  readonly onChange: (guardrails: readonly GuardrailDraft[]) => void
}) {
  const { t } = useExperimentFormTexts()
  const known = guardable(metric)
  // A host's own guardrail is kept in sight although the API has no such metric.
  const own = guardrails.map((guardrail) => guardrail.metric).filter((id) => id !== metric)
  const all = [...new Set([...known, ...own])]
  const others = (id: string) => guardrails.filter((guardrail) => guardrail.metric !== id)
  return (
    <div role="group" aria-label={t('experimentForm.guardrails')} className="qv-form-guardrails">
      <strong>{t('experimentForm.guardrails')}</strong>
      <p className="qv-form-about">{t('experimentForm.guardrails.about')}</p>
      {all.map((id) => {
        const chosen = guardrails.find((guardrail) => guardrail.metric === id)
        return (
          <div key={id} role="group" aria-label={metricName(t, id)} className="qv-form-guardrail">
            <CheckField
              label={metricName(t, id)}
              checked={chosen !== undefined}
              onChange={(isChosen) =>
                onChange(isChosen ? [...guardrails, usualGuardrail(id)] : others(id))
              }
            />
            {chosen && (
              <NumberField
                label={t(`experimentForm.guardrail.margin.${chosen.unit}`)}
                value={chosen.margin}
                required
                error={faultAt(`plan.guardrails.${id}`)}
                onChange={(margin) =>
                  onChange(guardrails.map((one) => (one === chosen ? { ...one, margin } : one)))
                }
              />
            )}
          </div>
        )
      })}
    </div>
  )
}
