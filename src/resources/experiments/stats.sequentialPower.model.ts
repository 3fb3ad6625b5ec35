import { normalTail } from './stats.distributions.model.ts'
import { findRoot } from './stats.root.model.ts'
import { sequenceReach } from './stats.sequence.model.ts'

/** How a sequential plan is looked at: evenly, up to the size it is tuned for. */
export interface Looks {
  readonly alpha: number
  /** Looks until the planned size, the last one at it. */
  readonly looks: number
  /** Share of the planned size at which the first look is made. @default 0 */
  readonly from?: number
}

/** Chance that a true effect is found by the planned size, and the share of the planned size by which half of such tests are decided. */
export interface SequentialPower {
  readonly power: number
  /** Null where fewer than half are. */
  readonly medianShare: number | null
}

const GRID = 0.05

/**
 * Power of a sequence tuned at the planned size, for a true effect of `drift` standard errors at that size. Between looks the
 * estimate is a Brownian motion with drift; what has not crossed yet is carried from look to look by numerical integration
 * (P. Armitage, C. K. McPherson and B. C. Rowe, "Repeated significance tests on accumulating data", JRSS A 132 (1969)).
 */
export function sequentialPower(drift: number, { alpha, looks, from = 0 }: Looks): SequentialPower {
  let inside: { readonly x: number; readonly mass: number }[] = [{ x: 0, mass: 1 }]
  let [found, before] = [0, 0]
  let medianShare: number | null = null
  for (let look = 1; look <= looks; look++) {
    const share = look / looks
    if (share < from) continue
    const deviation = Math.sqrt(share - before)
    const edge = sequenceReach(share, { n: 1, alpha }) * Math.sqrt(share)
    const shift = drift * (share - before)
    for (const { x, mass } of inside) found += mass * normalTail((edge - x - shift) / deviation)
    if (found >= 0.5) medianShare ??= share
    inside = look < looks ? carry(inside, edge, shift, deviation) : []
    before = share
  }
  return { power: found, medianShare }
}

/** What is left between both edges after one more step, on a grid of equal cells. */
function carry(
  inside: readonly { readonly x: number; readonly mass: number }[],
  edge: number,
  shift: number,
  deviation: number,
) {
  const cells = Math.ceil((2 * edge) / Math.max(GRID, deviation / 8))
  const width = (2 * edge) / cells
  const next = []
  for (let cell = 0; cell < cells; cell++) {
    const x = -edge + (cell + 0.5) * width
    let mass = 0
    for (const point of inside) {
      const z = (x - point.x - shift) / deviation
      if (Math.abs(z) < 7) mass += point.mass * Math.exp((-z * z) / 2)
    }
    mass *= width / (deviation * Math.sqrt(2 * Math.PI))
    if (mass > 1e-12) next.push({ x, mass })
  }
  return next
}

/** Standard errors at the planned size that a true effect must have to be found with a given power. */
export function sequentialDrift(power: number, { alpha, looks, from = 0 }: Looks): number {
  // Only the look it begins with counts, so that plans of many sizes share one search.
  const first = Math.max(1, Math.ceil(from * looks - 1e-9))
  const key = [power, alpha, looks, first].join()
  const known = drifts.get(key)
  if (known !== undefined) return known
  const begun = { alpha, looks, from: first / looks }
  const drift = findRoot((some) => sequentialPower(some, begun).power - power, 0.5, 12)
  if (drifts.size >= MOST_KNOWN) drifts.clear()
  drifts.set(key, drift)
  return drift
}

const MOST_KNOWN = 500
const drifts = new Map<string, number>()
