'use client'
import type { ReactNode } from 'react'
import { ChartTooltip } from './ChartTooltip.tsx'
import type { ChartDescription } from './types.ts'
import type { ReadingBy } from './useReading.ts'

/** Props of `ChartReadout`. */
export interface ChartReadoutProps {
  readonly by: ReadingBy
  /** The words for what is read; null when nothing is. */
  readonly said: ChartDescription | null
  /** Heading of the tooltip, where it is another than the spoken sentence. */
  readonly title?: string | undefined
  readonly anchor: { readonly current: Element | null }
  /** What the tooltip shows below the words. */
  readonly children?: ReactNode
}

/** What is read now: a tooltip, and for who reads by keyboard a spoken sentence. */
export function ChartReadout({ by, said, title, anchor, children }: ChartReadoutProps) {
  return (
    <>
      <p className="qv-chart-spoken" role="status">
        {by === 'keyboard' && said ? [said.sentence, ...said.details].join(' ') : ''}
      </p>
      <ChartTooltip anchor={anchor}>
        {by !== null && said && (
          <>
            <strong className="qv-tooltip-title">{title ?? said.sentence}</strong>
            {said.details.map((detail) => (
              <p key={detail} className="qv-tooltip-text">
                {detail}
              </p>
            ))}
            {children}
          </>
        )}
      </ChartTooltip>
    </>
  )
}
