import { addMonths, DAY } from '../../core/calendar.ts'
import { createRandom, hash, STATES } from '../random.ts'

/** How long the business has existed when the simulation is created. */
const MONTHS = 18

/** The first instant of a business whose simulation is created at `anchor`, both in unix seconds. */
export const businessStart = (anchor: number): number => addMonths(anchor, -MONTHS)

/** When customers installed, as a function of their number, so that a longer history only adds customers. */
export interface Installs {
  /** Install times (unix seconds) of customers 0, 1, 2 … up to the last before `until`; those at or after it are left out. */
  times(count: number, until: number): Iterable<readonly [customer: number, at: number]>
}

/**
 * A business that starts 18 months before `anchor` and grows threefold until then, with busier weekends and days of
 * campaigns. Of each `count` customers all install before `anchor`; after it the growth goes on.
 */
export function createInstalls(seed: number, anchor: number): Installs {
  const from = businessStart(anchor)
  const days = createDays(seed, from, anchor)
  const whole = days.massAt(anchor) - days.massAt(from)
  return {
    *times(count, until) {
      for (let customer = 0; ; customer++) {
        const share = (customer + hash(seed, customer, SPREAD) / STATES) / count
        const at = days.timeAt(days.massAt(from) + share * whole)
        if (at >= Math.ceil(until / DAY) * DAY) return
        const edge = toEdge(at, hash(seed, customer, EDGE))
        const exact = edge >= from && edge < anchor === at < anchor ? edge : at
        if (exact < until) yield [customer, exact]
      }
    },
  }
}

/** One time in 128 is the last second of its day, one the first: where windows begin and end. */
export function toEdge(at: number, draw: number): number {
  const midnight = Math.floor(at / DAY) * DAY
  return draw % 128 === 0 ? midnight : draw % 128 === 1 ? midnight + DAY - 1 : at
}

const SPREAD = 1
const EDGE = 2
const NOISE = 3
/** Monday to Sunday, percent of a mean day. */
const WEEKDAYS = [92, 88, 90, 94, 100, 118, 118] as const

/** Expected installs as mass over time: a weight per UTC day, spread evenly within it. */
function createDays(seed: number, from: number, anchor: number) {
  const first = Math.floor(from / DAY)
  const length = (anchor - from) / DAY
  const random = createRandom(seed, NOISE)
  /** Mass before each day; grows as later days are asked for. */
  const before = [0]
  const weight = (day: number) => {
    const noise = 80 + random.below(41) + (random.chance(250) ? 80 : 0)
    return (1 + (2 * day) / length) * WEEKDAYS[(first + day + 3) % 7]! * noise
  }
  const massBefore = (day: number): number => {
    while (before.length <= day) before.push(before.at(-1)! + weight(before.length - 1))
    return before[day]!
  }
  let last = 0
  return {
    massAt(at: number): number {
      const day = Math.floor(at / DAY) - first
      const start = massBefore(day)
      return start + (massBefore(day + 1) - start) * (at / DAY - first - day)
    },
    /** The inverse; quick where masses rise from call to call. */
    timeAt(mass: number): number {
      if (massBefore(last) > mass) last = 0
      while (massBefore(last + 1) <= mass) last++
      const start = massBefore(last)
      const part = (mass - start) / (massBefore(last + 1) - start)
      return (first + last) * DAY + Math.min(Math.floor(part * DAY), DAY - 1)
    },
  }
}
