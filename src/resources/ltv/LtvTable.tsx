'use client'
import { modeOf } from './ltvTexts.ts'
import { paybackSentences, paybackShort, toldAge } from './paybackTexts.ts'
import type { LtvChartModel, LtvLine } from './useLtvChart.ts'
import { useLtvTexts } from './useLtvTexts.ts'

/** Props of `LtvTable`. */
export interface LtvTableProps {
  readonly model: LtvChartModel
  /** Accessible name: the question. */
  readonly label: string
}

/** The curves in a few numbers: size, value at days 7, 30 and 90 once it is final, cost and payback. */
export function LtvTable({ model, label }: LtvTableProps) {
  const texts = useLtvTexts()
  const { t, format } = texts
  const { curves, lines, costs } = model
  const ages = lines[0]!.columns
  // By renewals no date ends an age unless the host knows more: columns that never fill are left out.
  const columns = ages.some(({ finalAt, value, isMissing }) => finalAt ?? value ?? isMissing)
    ? ages
    : []
  const heading = (age: number) =>
    t(curves.mode === 'by_renewals' ? 'ltv.table.column.by_renewals' : 'ltv.table.column', {
      n: format.count(age),
    })
  const waiting = columns.filter(({ finalAt }) => finalAt !== null)
  return (
    <>
      <div className="qv-ltv-scroll" aria-label={t('ltv.table')} {...SCROLLED}>
        <table className="qv-ltv-table" aria-label={`${t('ltv.table')}: ${label}`}>
          <thead>
            <tr>
              {[
                t('ltv.table.segment'),
                t('ltv.table.size'),
                ...columns.map(({ age }) => heading(age)),
                ...(costs ? [t('ltv.table.cost'), t('ltv.payback')] : []),
              ].map((text) => (
                <th key={text} scope="col" className="qv-ltv-cell">
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id}>
                <th scope="row" className="qv-ltv-cell">
                  {line.name}
                </th>
                <td className="qv-ltv-cell">
                  {line.curve.users === null ? '–' : format.count(line.curve.users)}
                </td>
                {line.columns.slice(0, columns.length).map(({ age, value, isMissing, finalAt }) => (
                  <td
                    key={age}
                    className="qv-ltv-cell"
                    data-waiting={finalAt === null ? undefined : ''}
                    title={isMissing ? t('ltv.table.missing') : undefined}
                  >
                    {value === null
                      ? finalAt === null
                        ? isMissing && '–'
                        : format.day(finalAt)
                      : format.money(value, curves.currency)}
                  </td>
                ))}
                {costs && (
                  <>
                    <td className="qv-ltv-cell">
                      {line.cost === null ? '–' : format.money(line.cost, curves.currency)}
                    </td>
                    <PaybackCell model={model} line={line} />
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {waiting.length > 0 && (
        <p className="qv-ltv-note">
          {waiting
            .map(({ age, finalAt }) =>
              t('ltv.table.finalOn', { column: heading(age), day: format.day(finalAt!) }),
            )
            .join(' ')}
        </p>
      )}
    </>
  )
}

function PaybackCell({ model, line }: { model: LtvChartModel; line: LtvLine }) {
  const texts = useLtvTexts()
  const { curves } = model
  if (!line.payback)
    return (
      <td className="qv-ltv-cell" title={texts.t('ltv.payback.none')}>
        –
      </td>
    )
  const { mode } = curves
  return (
    <td
      className="qv-ltv-cell"
      data-state={toldAge(line.payback).state}
      data-payback={line.payback.kind}
      title={paybackSentences(texts, modeOf(mode), line.curve, line.payback).join(' ')}
    >
      {paybackShort(texts, mode, line.payback)}
    </td>
  )
}

// A box that scrolls must be reached by the keyboard, too.
const SCROLLED = { role: 'region', tabIndex: 0 } as const
