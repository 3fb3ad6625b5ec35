/** A seeded source of random integers. Integer arithmetic only, so one seed yields one sequence in every engine. */
export interface Random {
  /** An integer from 0 to `bound` - 1. */
  below(bound: number): number
  /** True in `perTenThousand` of 10,000 draws. */
  chance(perTenThousand: number): boolean
  /** One of the items, drawn by its `weight`. */
  pick<Item extends { readonly weight: number }>(items: readonly Item[]): Item
}

/** Starts a sequence of its own for each path of integers: what one sequence draws never shifts another. */
export function createRandom(...path: readonly number[]): Random {
  let state = hash(...path)
  const below = (bound: number): number => {
    state = (state + GOLDEN) | 0
    return Math.floor((scramble(state) / STATES) * bound)
  }
  return {
    below,
    chance: (perTenThousand) => below(10_000) < perTenThousand,
    pick: (items) => {
      let left = below(items.reduce((sum, item) => sum + item.weight, 0))
      return items.find((item) => (left -= item.weight) < 0)!
    },
  }
}

/** One integer from 0 to 2^32 - 1 for a path of integers. */
export function hash(...path: readonly number[]): number {
  let state = 0
  for (const part of path) state = scramble((state + GOLDEN + Math.imul(part | 0, GOLDEN)) | 0)
  return state
}

/** How many states 32 bits have. */
export const STATES = 0x1_0000_0000

/** 2^32 divided by the golden ratio: steps of this size visit every 32-bit state once. */
const GOLDEN = 0x9e3779b9

/** Mixes 32 bits so that each input bit turns about half of the output bits. */
function scramble(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
