import type { CohortData, Metric } from './data'

// What a file in contenders/ exports.
export interface Contender {
  name: string
  /** One line: what it draws with. */
  about: string
  /** Makes what this one takes instead of the matrix (an answer of an API, say); before the clock starts. */
  prepare?(data: Record<Metric, CohortData>): void
  /** Draw the data into el. Everything this call causes, until the page is quiet, is "mount". */
  mount(el: HTMLElement, data: CohortData): void
  /** Show other data of the same shape. */
  update(data: CohortData): void
  /** The element that scrolls; the host element itself when absent. */
  scroller?(el: HTMLElement): HTMLElement | null
  /** The first cell, where it does not stand at the usual place: the pointer moves from there. */
  cells?(el: HTMLElement): HTMLElement | null
  /** Draws what this one drew, by another way: `bench.load` is then given that HTML, before and after an update. */
  copies?: string
  /** Takes that HTML, before the clock starts. */
  copy?(html: readonly [mounted: string, updated: string]): void
  /** The props it is given, to print beside the table. */
  props?: string
  /** What a pointer over a cell does: 'tooltip', 'css' (a :hover rule only) or 'none'. */
  hover?: 'tooltip' | 'css' | 'none'
  /** Largest n this one is asked for. */
  maxSize?: number
  /** false: not in this build (say, '@lib' without LIB). */
  available?: boolean
}
