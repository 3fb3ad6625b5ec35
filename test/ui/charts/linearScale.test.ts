// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { linearScale, roundDomain, roundTicks } from '../../../src/ui/charts/linearScale.ts'

describe('round ticks', () => {
  test.each([
    [[0, 1], 5, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [[0, 100], 5, [0, 20, 40, 60, 80, 100]],
    [[0, 0.35], 4, [0, 0.1, 0.2, 0.3]],
    [[0, 0.3], 3, [0, 0.1, 0.2, 0.3]],
    [[-7, 13], 4, [-5, 0, 5, 10]],
    [[0, 1234], 6, [0, 200, 400, 600, 800, 1000, 1200]],
    [[2, 3], 2, [2, 2.5, 3]],
    [[0, 6e9], 3, [0, 2e9, 4e9, 6e9]],
    [[0, 0.00007], 4, [0, 0.00002, 0.00004, 0.00006]],
  ] as const)('of %o, about %i, are %o to the last digit', (domain, count, ticks) => {
    expect(roundTicks(domain, count)).toEqual(ticks)
  })

  test('of one value are that value', () => {
    expect(roundTicks([4, 4], 5)).toEqual([4])
  })
})

test.each([
  [
    [0, 0.93],
    [0, 1],
  ],
  [
    [-6, 12],
    [-10, 15],
  ],
  [
    [3, 97],
    [0, 100],
  ],
  [
    [0, 1],
    [0, 1],
  ],
  [
    [0, 0.3],
    [0, 0.3],
  ],
] as const)('the domain %o is widened to %o', (domain, wider) => {
  expect(roundDomain(domain, 5)).toEqual(wider)
})

test('values map in proportion, one value alone to the middle', () => {
  const scale = linearScale([0, 4], [100, 20])
  expect([0, 1, 4].map(scale)).toEqual([100, 80, 20])
  expect(linearScale([3, 3], [0, 10])(3)).toBe(5)
})
