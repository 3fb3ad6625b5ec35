/** One point of a line. */
export interface ChartPoint {
  readonly x: number
  /** Null where there is no number: the line breaks there. */
  readonly y: number | null
  /** Lower end of the uncertainty interval, in the unit of `y`; drawn together with `high`. */
  readonly low?: number | undefined
  /** Upper end of the uncertainty interval, in the unit of `y`. */
  readonly high?: number | undefined
  /** False while the number may still move: it is drawn hollow, and the line to it dashed. */
  readonly isFinal: boolean
  /** True where the number stands for so few that its line is another one than it began as: the line to it is dotted. @default false */
  readonly isThin?: boolean | undefined
  /** What must be known of the number wherever it is written, for example how much it stands for. */
  readonly note?: string | undefined
}

/** One line of a chart. */
export interface ChartSeries {
  /** Unique in the chart, and the same over renders: what is switched off stays off. */
  readonly id: string
  readonly label: string
  /** In ascending order of `x`. */
  readonly points: readonly ChartPoint[]
  /** Drawn thicker, for a mean or a whole among its parts. @default false */
  readonly emphasis?: boolean | undefined
}

/** A reference line across the plot. */
export interface ChartMark {
  readonly id: string
  /** The axis that `at` is a value of: `x` draws a vertical line, `y` a horizontal one. */
  readonly axis: 'x' | 'y'
  readonly at: number
  readonly label: string
  /** Written instead where the label has no room that is free. @default the label all the same */
  readonly short?: string | undefined
}

/** A point of a chart: the id of its series and its index in the points of that series. */
export interface ChartPosition {
  readonly series: string
  readonly index: number
}

/** What is said of one point: the sentence that is spoken and heads the tooltip, and what explains it. */
export interface ChartDescription {
  readonly sentence: string
  readonly details: readonly string[]
}

/** Bars below a chart: how much stands behind each x, for example how many people. */
export interface ChartStrip {
  readonly label: string
  readonly format: (value: number) => string
  /** In ascending order of `x`, within the range of the lines. */
  readonly bars: readonly {
    readonly x: number
    /** Null where it is not known. */
    readonly value: number | null
    readonly isFinal: boolean
  }[]
}

/** Rows of a heat map that stand together under a name. */
export interface HeatBand {
  readonly label: string
  /** How many rows it has: those after the rows of the bands before it. */
  readonly rows: number
}

/** A cell of a heat map, counted from 0. */
export interface CellPosition {
  readonly row: number
  readonly column: number
}

/**
 * How a cell of a heat map is filled: with the colour of a level (0 to 9); `unfinished` with a pattern and never with a
 * colour; `plain` where it has a number but no place on the scale; `empty` where it has none.
 */
export type CellFill = number | 'unfinished' | 'plain' | 'empty'
