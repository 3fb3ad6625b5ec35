'use client'
import { useMemo, useState } from 'react'
import { Notice } from '../../ui/Notice.tsx'
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
  // Worked out by who opens it, as most never do: beliefs are dear.
  const [isOpened, setOpened] = useState(false)
  const { plan, progress } = model.analysis
  const isClosed = plan.engine === 'fixed' && !progress.isComplete
  const others = useMemo(
    () => (isOpened && !isClosed ? model.otherwise() : []),
    [isOpened, isClosed, model],
  )
  return (
    <ResultFold summary={t('experimentResults.otherEngines')} onToggle={() => setOpened(true)}>
      {isClosed ? (
        <p className="qv-results-note">{t('experimentResults.otherEngines.closed')}</p>
      ) : (
        isOpened && (
          <>
            <Notice tone="warning">{t('experiments.method.other')}</Notice>
            {others.map(({ analysis, shown }) => (
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
