import { linearScale, roundDomain, roundTicks } from './linearScale.ts'

/** A value with its range, to be drawn on a shared axis; a side without a limit is infinite. */
export interface DrawnInterval {
  readonly value: number
  /** Null where there is no range: only the value is drawn. */
  readonly interval: { readonly low: number; readonly high: number } | null
}

/** An axis that many rows share: places are percents of the width, so that nothing has to be measured. */
export interface IntervalScale {
  readonly ticks: readonly number[]
  /** The percent at which a value is drawn; what is outside stands at the edge. */
  readonly place: (value: number) => number
  /** Which edge a value is beyond, in the direction it is drawn. */
  readonly beyond: (value: number) => 'left' | 'right' | null
}

/** What an axis is laid out for. */
export interface IntervalScaleOptions {
  /** Intervals that must be seen whole, where they have limits. */
  readonly leading: readonly DrawnInterval[]
  /** The others: they widen the axis, on each side by no more than what the leading ones take. */
  readonly others: readonly DrawnInterval[]
  /** Labels that there is room for. */
  readonly labels: number
  readonly isRightToLeft: boolean
}

/** Lays out an axis around zero for all intervals. Any data has one; where nothing is known it reaches from −1 to 1. */
export function createIntervalScale(options: IntervalScaleOptions): IntervalScale {
  const { leading, others, labels, isRightToLeft } = options
  const ends = rangeOf(leading)
  const wide = rangeOf([...leading, ...others])
  const most = ends[1] > ends[0] ? ends[1] - ends[0] : Infinity
  const low = Math.max(wide[0], ends[0] - most)
  const high = Math.min(wide[1], ends[1] + most)
  const domain = roundDomain(high > low ? [low, high] : [-1, 1], 8)
  const scale = linearScale(domain, isRightToLeft ? [100 - INSET, INSET] : [INSET, 100 - INSET])
  const [below, above] = isRightToLeft ? (['right', 'left'] as const) : (['left', 'right'] as const)
  return {
    ticks: fewTicks(domain, labels),
    place: (value) => rounded(scale(Math.min(domain[1], Math.max(domain[0], value)))),
    beyond: (value) => (value < domain[0] ? below : value > domain[1] ? above : null),
  }
}

/** Round values, no more than there is room for. */
function fewTicks(domain: readonly [number, number], most: number): readonly number[] {
  let ticks = roundTicks(domain, most)
  for (let wanted = most - 1; ticks.length > most && wanted > 0; wanted--)
    ticks = roundTicks(domain, wanted)
  return ticks
}

/** Percent of the width that is left free at each side: for arrows, and for half of a label. */
const INSET = 6

/** The ends of all limits and values, zero among them. */
function rangeOf(intervals: readonly DrawnInterval[]): readonly [number, number] {
  const ends = intervals
    .flatMap(({ value, interval }) => [value, ...(interval ? [interval.low, interval.high] : [])])
    .filter(Number.isFinite)
  return [Math.min(0, ...ends), Math.max(0, ...ends)]
}

const rounded = (percent: number): number => Math.round(percent * 100) / 100
