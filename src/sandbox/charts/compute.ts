import { round } from '../money.ts'
import { choose, type AttributeChoice } from '../question.ts'
import type { Attribute } from '../attributes.ts'
import type { Chart } from './chart.types.ts'
import { createReading, type Reading } from './reading.ts'

/** What is asked of a chart, with every default filled in. Instants in unix seconds, ends exclusive. */
export interface ChartQuestion {
  readonly from: number
  readonly to: number
  /** Starts of the buckets, from `from` on; the last ends at `to`. */
  readonly starts: readonly number[]
  readonly environment: number
  readonly filter: AttributeChoice
}

/** One line of a chart. */
export interface Line {
  readonly label: string
  /** By bucket. */
  readonly values: readonly number[]
  readonly total: number
  /** Of the period of the same length before the range. */
  readonly totalPrev: number
  /** Of a rate: what it is a share of, in the range and in the one before. */
  readonly totalWeight?: number
  readonly totalPrevWeight?: number
}

/** What a chart is made of, booked for the customers asked for. */
export interface Booked {
  readonly chart: Chart
  readonly question: ChartQuestion
  readonly customers: number
  readonly at: readonly number[]
  readonly customer: readonly number[]
  readonly part: readonly number[]
  readonly amount: readonly number[]
}

/** Reads a chart out of the log. Throws `MissingRate`. */
export function readChart(chart: Chart, question: ChartQuestion, reading: Reading): Booked {
  const at: number[] = []
  const customer: number[] = []
  const part: number[] = []
  const amount: number[] = []
  const isChosen = choose(reading.history, question.environment, question.filter)
  chart.read(reading, (when, who, where, much) => {
    if (when >= question.to || !isChosen(who)) return
    at.push(when)
    customer.push(who)
    part.push(where)
    amount.push(much)
  })
  const customers = reading.history.ledger.customers.count
  return { chart, question, customers, at, customer, part, amount }
}

/** The lines of a chart as it is asked for without a split. */
export const linesOf = (booked: Booked): Line[] => {
  const sums = sumUp(booked, 1, () => 0)[0]!
  const { chart } = booked
  if (chart.kind === 'rate') return [rateLine(chart.lines[0]!, chart, sums)]
  return chart.lines.map((label, part) => line(label, chart, sums, [part]))
}

/** A chart's lines in one: what they come to together. */
export const wholeLine = (booked: Booked): Line =>
  oneLine('Total', booked.chart, sumUp(booked, 1, () => 0)[0]!)

/** One line for each value of an attribute, in its order. */
export const splitLines = (booked: Booked, { values, of }: Attribute): Line[] =>
  sumUp(booked, values.length, (customer) => of[customer]!).map((sums, value) =>
    oneLine(values[value]!.label, booked.chart, sums),
  )

const oneLine = (label: string, chart: Chart, sums: Sums): Line =>
  chart.kind === 'rate'
    ? rateLine(label, chart, sums)
    : line(
        label,
        chart,
        sums,
        chart.lines.map((_, part) => part),
      )

/** Sums by part: over the buckets, and over the range before (1) and the range (2); window 0 is all that came before. */
interface Sums {
  readonly buckets: readonly Float64Array[]
  readonly ranges: readonly Float64Array[]
}

function sumUp(booked: Booked, segments: number, segmentOf: (customer: number) => number): Sums[] {
  const { from, to, starts } = booked.question
  const buckets = sumWindows(booked, [...starts, to], segments, segmentOf)
  const ranges = sumWindows(booked, [from - (to - from), from, to], segments, segmentOf)
  return buckets.map((own, segment) => ({ buckets: own, ranges: ranges[segment]! }))
}

/** Sums by segment, part and window; window 0 lies before the first edge, window n between edges n − 1 and n. */
function sumWindows(
  { chart, customers, at, customer, part, amount }: Booked,
  edges: readonly number[],
  segments: number,
  segmentOf: (customer: number) => number,
): Float64Array[][] {
  const parts = chart.kind === 'rate' ? 2 : chart.lines.length
  const sums = Array.from({ length: segments }, () =>
    Array.from({ length: parts }, () => new Float64Array(edges.length)),
  )
  /** Last window in which each customer was counted, plus one. */
  const counted = new Int32Array(chart.countsOnce ? customers : 0)
  for (const [index, when] of at.entries()) {
    const window = edgesUpTo(edges, when)
    if (window === edges.length) continue
    const who = customer[index]!
    const where = part[index]!
    if (chart.countsOnce && where === 1) {
      if (counted[who] === window + 1) continue
      counted[who] = window + 1
    }
    sums[segmentOf(who)]![where]![window]! += amount[index]!
  }
  return sums
}

/** How many edges lie at or before an instant. */
export function edgesUpTo(edges: readonly number[], at: number): number {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (edges[middle]! <= at) low = middle + 1
    else high = middle
  }
  return low
}

function line(label: string, chart: Chart, { buckets, ranges }: Sums, parts: number[]): Line {
  const add = (sums: readonly Float64Array[], window: number): number =>
    parts.reduce((sum, part) => sum + sums[part]![window]!, 0)
  const isStock = chart.kind === 'stock'
  let held = isStock ? add(buckets, 0) : 0
  const values = Array.from(buckets[0]!.subarray(1), (_, bucket) => {
    if (!isStock) return round(add(buckets, bucket + 1))
    held += add(buckets, bucket + 1)
    return round(held)
  })
  const before = isStock ? add(ranges, 0) + add(ranges, 1) : add(ranges, 1)
  const total = isStock ? before + add(ranges, 2) : add(ranges, 2)
  return { label, values, total: round(total), totalPrev: round(before) }
}

function rateLine(label: string, chart: Chart, { buckets, ranges }: Sums): Line {
  const scale = chart.measure === 'percent' ? 100 : 1
  // The API's points know no null: where there is nothing to divide by, the weight says so.
  const rate = ([counted, of]: readonly Float64Array[], window: number): number =>
    of![window] ? round((scale * counted![window]!) / of![window]) : 0
  return {
    label,
    values: Array.from(buckets[0]!.subarray(1), (_, bucket) => rate(buckets, bucket + 1)),
    total: rate(ranges, 2),
    totalPrev: rate(ranges, 1),
    totalWeight: round(ranges[1]![2]!),
    totalPrevWeight: round(ranges[1]![1]!),
  }
}

/** A chart's lines in one, in a currency: what cards and insights are made of. Throws `MissingRate`. */
export const readWhole = (
  chart: Chart,
  question: ChartQuestion,
  [history, now, currency]: Parameters<typeof createReading>,
): Line => wholeLine(readChart(chart, question, createReading(history, now, currency)))
