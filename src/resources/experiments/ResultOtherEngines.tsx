'use client'
import { useState } from 'react'
import { Notice } from '../../ui/Notice.tsx'
import { useIsServerHtml } from '../../ui/useIsServerHtml.ts'
import type { ResultNames } from './describeResult.ts'
import { ResultFold } from './ResultFold.tsx'
import { ResultTable } from './ResultTable.tsx'
import type { ExperimentResultsModel } from './useExperimentResults.ts'
import { useExperimentResultTexts } from './useExperimentResultTexts.ts'

/** Props of `ResultOtherEngines`. */
export interface ResultOtherEnginesProps {
  readonly model: ExperimentResultsModel
  readonly names: ResultNames
}

/** What the other engines say, folded away and marked: no decision is made of it. */
export function ResultOtherEngines({ model, names }: ResultOtherEnginesProps) {
  const { t } = useExperimentResultTexts()
  // What a server has drawn stays; in a browser it is worked out by who opens it, as most never do.
  const [isFilled, setFilled] = useState(useIsServerHtml())
  const { plan, progress } = model.analysis
  const isClosed = plan.engine === 'fixed' && !progress.isComplete
  return (
    <ResultFold
      summary={t('experimentResults.otherEngines')}
      onToggle={isFilled ? undefined : () => setFilled(true)}
    >
      {isClosed ? (
        <p className="qv-results-note">{t('experimentResults.otherEngines.closed')}</p>
      ) : (
        isFilled && (
          <>
            <Notice tone="warning">{t('experiments.method.other')}</Notice>
            {model.otherwise().map(({ analysis, shown }) => (
              <ResultTable
                key={analysis.engine}
                label={t(`experimentResults.engine.${analysis.engine}`)}
                isOther
                {...{ analysis, shown, names }}
              />
            ))}
          </>
        )
      )}
    </ResultFold>
  )
}
