import { linearScale, roundDomain, roundTicks } from './linearScale.ts'
import type { ChartMark, ChartSeries } from './types.ts'

/** Where everything of a line chart goes, in pixels of its drawing. */
export interface Frame {
  readonly width: number
  readonly height: number
  /** Edges of the plot. `start` is where x begins: the right edge in a right-to-left page. */
  readonly plot: {
    readonly left: number
    readonly right: number
    readonly top: number
    readonly bottom: number
  }
  readonly isRightToLeft: boolean
  readonly x: (value: number) => number
  readonly y: (value: number) => number
  readonly xTicks: readonly number[]
  readonly yTicks: readonly number[]
}

/** What a frame is laid out for. */
export interface FrameOptions {
  readonly series: readonly ChartSeries[]
  readonly marks: readonly ChartMark[]
  readonly formatX: (x: number) => string
  readonly formatY: (y: number) => string
  readonly width: number
  readonly height: number
  readonly isRightToLeft: boolean
  readonly yZero: boolean
  /** Room for the labels at the lines' ends, in pixels. */
  readonly labelRoom: number
}

/** Rough width of a text of the charts, in pixels: they are written in 12 px, and server and client must agree. */
export const textWidth = (text: string): number => Math.ceil(text.length * 6.6)

const TOP = 28
const BOTTOM = 44
const INSET = 10
// Between the numbers upwards and the plot, and as much again beside them: signs and % are wider than the rough width says.
const TICK_GAP = 20

/** Lays a line chart out: the ranges of its axes, their ticks and the pixels of every value. Any data has a picture. */
export function createFrame(options: FrameOptions): Frame {
  const { width, height, isRightToLeft, formatX, formatY } = options
  const yRange = roundDomain(yDomain(options), 5)
  const y = linearScale(yRange, [height - BOTTOM, TOP])
  const wanted = Math.max(2, Math.floor((height - TOP - BOTTOM) / 48))
  const yTicks = distinctTicks(yRange, wanted, formatY)
  const widest = Math.max(32, ...yTicks.map((tick) => textWidth(formatY(tick))))
  const before = Math.min(widest, width / 3) + TICK_GAP
  const values = xValues(options)
  const halfLast = values.length > 0 ? textWidth(formatX(values.at(-1)!)) / 2 : 0
  const after = Math.min(Math.max(options.labelRoom, halfLast), width / 3) + INSET
  const [left, right] = isRightToLeft ? [after, width - before] : [before, width - after]
  const x = linearScale(
    padded(values[0] ?? 0, values.at(-1) ?? 1),
    isRightToLeft ? [right - INSET, left] : [left + INSET, right],
  )
  return {
    width,
    height,
    plot: { left, right, top: TOP, bottom: height - BOTTOM },
    isRightToLeft,
    x,
    y,
    xTicks: thinned(values, right - left, formatX),
    yTicks,
  }
}

/** Every x that some line has, ascending. */
function xValues({ series, marks }: FrameOptions): number[] {
  const values = new Set<number>()
  for (const { points } of series) for (const { x } of points) values.add(x)
  const own = [...values].toSorted((a, b) => a - b)
  // A mark outside of the data widens the axis; it is no place where a line has a point.
  for (const { axis, at } of marks)
    if (axis === 'x' && own.length > 0 && (at < own[0]! || at > own.at(-1)!)) values.add(at)
  return [...values].toSorted((a, b) => a - b)
}

function yDomain({ series, marks, yZero }: FrameOptions): readonly [number, number] {
  const values = marks.flatMap(({ axis, at }) => (axis === 'y' ? [at] : []))
  for (const { points } of series)
    for (const { y, low, high } of points) {
      if (y === null) continue
      values.push(y)
      if (low !== undefined && high !== undefined) values.push(low, high)
    }
  let [low, high] = [Infinity, -Infinity]
  for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)]
  if (low > high) return [0, 1]
  if (yZero) [low, high] = [Math.min(low, 0), Math.max(high, 0)]
  if (low < high) return [low, high]
  if (low === 0) return [0, 1]
  return [low - Math.abs(low) / 10, low + Math.abs(low) / 10]
}

/** A single x stands in the middle of the axis. */
const padded = (from: number, to: number): [number, number] =>
  from < to ? [from, to] : [from - 1, to + 1]

/** As many round values as asked for, fewer where two of them would read alike. */
function distinctTicks(
  domain: readonly [number, number],
  wanted: number,
  format: (value: number) => string,
): readonly number[] {
  for (let count = wanted; count > 1; count--) {
    const ticks = roundTicks(domain, count)
    if (new Set(ticks.map(format)).size === ticks.length) return ticks
  }
  return roundTicks(domain, 1)
}

/** Values of the data, every one of them where the labels fit side by side, else every second, fifth, tenth … */
function thinned(
  values: readonly number[],
  room: number,
  format: (value: number) => string,
): readonly number[] {
  let widest = 24
  for (const value of values) widest = Math.max(widest, textWidth(format(value)) + 14)
  const fits = Math.max(2, Math.floor(room / widest))
  const stride = niceStride(values.length / fits)
  return values.filter((_, index) => index % stride === 0)
}

/** The next round number of steps: of days also whole weeks and about months. */
export const niceStride = (least: number): number =>
  STRIDES.find((step) => step >= least) ?? Math.ceil(least)

const STRIDES = [1, 2, 3, 5, 7, 10, 14, 15, 20, 30, 50, 60, 90, 100, 200, 500]
