// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { createFormat } from '../../../src/i18n/format.ts'
import {
  chanceText,
  finePoints,
  fineShare,
} from '../../../src/resources/experiments/resultFormat.ts'

const english = createFormat('en-US', 'UTC')
const german = createFormat('de-DE', 'Europe/Berlin')

describe('what is compared', () => {
  test.each([
    [0.11269, '11.3%'],
    [0.0204, '2.04%'],
    [0.05, '5.00%'],
    [0.00321, '0.321%'],
    [0.00000239, '<0.0100%'],
    [0, '0.00%'],
    [1, '100%'],
  ])('a share of %s has three digits: %s', (share, text) => {
    expect(fineShare(english, share)).toBe(text)
  })

  test('a difference of shares has three digits, in points', () => {
    expect(finePoints(english, -0.0048738)).toBe('−0.487')
    expect(finePoints(english, 0.01)).toBe('1')
    expect(finePoints(german, 0.00186)).toBe('0,186')
    expect(finePoints(english, -0)).toBe('0')
  })

  test('a p-value is never 0 nor 1', () => {
    expect([0.0000001, 0.02016, 0.5, 1].map((p) => chanceText(english, p))).toEqual([
      '<0.001',
      '0.020',
      '0.500',
      '>0.999',
    ])
  })
})
