import type { Reader } from './readers.ts'

/** One chart: what it says, what it is made of and how it adds up. */
export interface Chart {
  readonly title: string
  /** What it counts, with what is assumed where the vendor's pages do not say. */
  readonly description: string
  /** The vendor's page that describes its group. */
  readonly page?: string
  readonly measure: 'usd' | 'count' | 'percent'
  /** A flow is summed over time, a stock is what stands at the end of a period, a rate is one sum over another. */
  readonly kind: 'flow' | 'stock' | 'rate'
  /** Labels of its lines. A rate has one, from two parts. */
  readonly lines: readonly string[]
  /** The rate's second part counts customers once in each period, not what they did. */
  readonly countsOnce?: true
  readonly read: Reader
}
