// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { summaryFigures, summaryIds } from '../../../../src/resources/experiments/figures.model.ts'
import { judge } from '../../../../src/resources/experiments/list.model.ts'
import { experiment, NOW, PLAN, summary } from './rows.ts'

describe('figures from the API’s totals', () => {
  const totals = summary('a', [10_000, 500], [10_000, 650])
  const word = (said: Parameters<typeof experiment>[1]) =>
    judge(summaryFigures(experiment('a', said), totals, PLAN, NOW))?.decision

  test('decide nothing while users of different ages are mixed', () => {
    expect(word({ started_at: '2025-11-01T00:00:00Z' })).toMatchObject({
      word: 'keep-running',
      reasons: [{ code: 'maturity', value: 10 }],
    })
  })

  test('decide once the last user has had the whole window', () => {
    const finished = { started_at: '2025-11-01T00:00:00Z', finished_at: '2026-01-01T00:00:00Z' }
    expect(word({ ...finished, status: 'finished' })).toMatchObject({ word: 'ship', arm: 'a1' })
  })

  test('are none without groups, or without users', () => {
    const bare = (...counts: readonly [number, number][]) =>
      judge(summaryFigures(experiment('a'), summary('a', ...counts), PLAN, NOW))
    expect(bare()).toBeNull()
    expect(bare([0, 0], [0, 0])).toBeNull()
  })
})

test('results are asked for of what has users first, then of the newest, and of no draft', () => {
  const given = [
    experiment('old', { status: 'finished', started_at: '2024-01-01T00:00:00Z' }),
    experiment('draft', { status: 'draft' }),
    experiment('new', { status: 'finished', started_at: '2025-01-01T00:00:00Z' }),
    experiment('paused', { status: 'paused', started_at: '2023-01-01T00:00:00Z' }),
    experiment('running', { status: 'active', started_at: '2022-01-01T00:00:00Z' }),
  ]
  expect(summaryIds(given)).toEqual(['running', 'paused', 'new', 'old'])
})
