import { hash, STATES } from '../random.ts'
import type { Design } from './model.ts'

/** Position of the group that a customer sees; null for one who takes no part. */
export type Assign = (customerId: string, offer: string | null) => number | null

/**
 * Who is in which group, without anything stored: each draw is the 32-bit FNV-1a of `<experiment id>/<draw>/<customer id>`,
 * mixed once more. `in` decides by the percent let in, `group` by the weights, `lost` who never gets to see the group.
 */
export function createAssign({ experiment, groups }: Design): Assign {
  const draw = (name: string) => createDraw(experiment.id, name)
  const [drawIn, drawGroup, drawLost] = [draw('in'), draw('group'), draw('lost')]
  const whole = groups.reduce((sum, { weight }) => sum + weight, 0)
  const percent = experiment.segment_percent ?? 100
  return (customerId, offer) => {
    if (whole <= 0 || (experiment.offer !== null && experiment.offer !== offer)) return null
    if (percent < 100 && drawIn(customerId) * 100 >= percent) return null
    let left = drawGroup(customerId) * whole
    const index = groups.findIndex(({ weight }) => (left -= weight) < 0)
    const { lost } = groups[index]!
    return lost > 0 && drawLost(customerId) * 10_000 < lost ? null : index
  }
}

/** A number from 0 to 1 for each customer, always the same one for a draw of that name over the same thing. */
export function createDraw(id: string, name: string): (customerId: string) => number {
  const start = fnv(BASIS, `${id}/${name}/`)
  return (customerId) => hash(fnv(start, customerId)) / STATES
}

/** True while an experiment lets users in. */
export const isRunning = ({ experiment: { runs } }: Design, at: number): boolean =>
  runs.some(({ from, to }) => from <= at && (to === null || at < to))

const BASIS = 0x811c9dc5
const PRIME = 0x01000193

function fnv(start: number, text: string): number {
  let state = start
  for (let index = 0; index < text.length; index++)
    state = Math.imul(state ^ text.charCodeAt(index), PRIME)
  return state
}
