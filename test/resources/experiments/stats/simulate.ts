import type {
  Arm,
  ExperimentPlan,
  MetricSums,
  RunFacts,
} from '../../../../src/resources/experiments/analysis.types.ts'

/** Numbers between 0 and 1 that are the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Successes among `n`: jumps from one to the next, so that it costs what there are of them (Devroye 1986, X.4.3). */
export function binomial(random: () => number, n: number, p: number): number {
  if (p > 0.5) return n - binomial(random, n, 1 - p)
  if (p <= 0) return 0
  const log = Math.log1p(-p)
  let at = 0
  for (let successes = 0; ; successes++) {
    at += Math.floor(Math.log(1 - random()) / log) + 1
    if (at > n) return successes
  }
}

/** Sums of one arm as they grow. */
export interface Sums {
  users: number
  count: number
  sum: number
  squares: number
  max: number
}

/** No user yet. */
export const nothing = (): Sums => ({ users: 0, count: 0, sum: 0, squares: 0, max: 0 })

/** What payers pay, and how many of them do. */
export const PRICES = [
  [5, 0.7],
  [40, 0.25],
  [100, 0.05],
] as const

/** Adds `n` users, of whom a share `p` converts or pays. */
export function addUsers(
  random: () => number,
  sums: Sums,
  n: number,
  p: number,
  isMoney: boolean,
): void {
  sums.users += n
  let left = binomial(random, n, p)
  sums.count += left
  if (!isMoney) {
    sums.sum += left
    return
  }
  let shareLeft = 1
  for (const [price, share] of PRICES) {
    const paid = binomial(random, left, Math.min(1, share / shareLeft))
    left -= paid
    shareLeft -= share
    sums.sum += paid * price
    sums.squares += paid * price * price
    if (paid > 0) sums.max = Math.max(sums.max, price)
  }
}

/** Sums as an arm of the analysis. The first is the control. */
export function armOf(
  index: number,
  weight: number,
  { users, count, sum, squares, max }: Sums,
  isMoney: boolean,
  maturity: MetricSums['maturity'] = 'windowed',
): Arm {
  const metric = isMoney
    ? { maturity, count, sum, sumSquares: squares, max }
    : { maturity, count, sum }
  return {
    id: `arm${index}`,
    name: `Arm ${index}`,
    isControl: index === 0,
    weight,
    exposed: users,
    mature: users,
    metrics: { main: metric },
  }
}

/** A plan over one metric. */
export const planOf = (isMoney: boolean, more: Partial<ExperimentPlan> = {}): ExperimentPlan => ({
  engine: 'sequential',
  alpha: 0.05,
  outcomeWindow: 10,
  plannedUsers: 40_000,
  primary: isMoney
    ? { id: 'main', kind: 'mean', isMoney: true }
    : { id: 'main', kind: 'proportion' },
  ...more,
})

/** A run on its n-th day. */
export const onDay = (days: number): RunFacts => ({
  days,
  isFinished: false,
  daysToMaturity: 10,
})

/** The most that a rate may be in `n` runs: the bound itself in a full run, three standard errors more in a short one. */
export const atMost = (bound: number, n: number, isFull: boolean): number =>
  isFull ? bound : bound + 3 * Math.sqrt((bound * (1 - bound)) / n)
