'use client'
import { useId, type ReactNode } from 'react'
import type { ChartReading } from './useReading.ts'

/** Props of `ChartPlot`. */
export interface ChartPlotProps {
  /** Given the box whose width is measured. */
  readonly box: { current: HTMLDivElement | null }
  /** Kind of chart, in a reader's words. */
  readonly kind: string
  /** Accessible name. */
  readonly label: string
  /** What can be seen in it and how it is read by keyboard. */
  readonly description: string
  readonly width: number
  /** Height in CSS pixels. */
  readonly height: number
  /** True where the drawing is wider than its place: it keeps its size and scrolls. @default false */
  readonly isWide?: boolean | undefined
  /** What covers the beginning of a drawing that scrolls, and does not scroll itself. */
  readonly staying?: ReactNode
  /** False draws nothing: the place is not measured yet. */
  readonly isReady: boolean
  readonly readingProps: ChartReading<unknown>['readingProps']
  /** SVG. */
  readonly children: ReactNode
}

/** The drawing of a chart as one thing with a name and one tab stop. Until it is measured it scales; afterwards a unit is a pixel. */
export function ChartPlot(props: ChartPlotProps) {
  const { box, kind, label, description, width, height, readingProps, children } = props
  const { isWide = false, staying, isReady } = props
  const id = useId()
  return (
    <>
      <div
        ref={box}
        className="qv-chart-plot"
        data-wide={isWide ? '' : undefined}
        role="application"
        aria-roledescription={kind}
        aria-label={label}
        aria-describedby={id}
        {...readingProps}
      >
        <svg
          className="qv-chart-svg"
          viewBox={`0 0 ${width} ${height}`}
          width={isWide ? width : '100%'}
          height={height}
          aria-hidden="true"
        >
          {isReady && children}
        </svg>
        {isReady && staying}
      </div>
      <p id={id} className="qv-chart-spoken">
        {description}
      </p>
    </>
  )
}
