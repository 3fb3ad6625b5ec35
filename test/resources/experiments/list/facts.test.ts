// @vitest-environment node
import { describe, expect, test } from 'vitest'
import {
  daysRunning,
  onSameContext,
  runFacts,
} from '../../../../src/resources/experiments/run.facts.model.ts'
import { experiment, NOW } from './rows.ts'

const since = { started_at: '2026-01-01T00:00:00Z' }
const facts = (said: Parameters<typeof experiment>[1], others = [experiment('other')]) =>
  runFacts(experiment('one', said), { outcomeWindow: 10 }, NOW, others)

describe('what an experiment says of its own run', () => {
  test('while users come in, the last of them has the whole window before them', () => {
    expect(facts(since)).toMatchObject({ days: 14, isFinished: false, daysToMaturity: 10 })
  })

  test('from the end on, the window of the last user runs out', () => {
    const finished = { ...since, status: 'finished' as const }
    expect(facts({ ...finished, finished_at: '2026-01-08T00:00:00Z' })).toMatchObject({
      days: 7,
      isFinished: true,
      // Until noon of the 18th: 2.5 days.
      daysToMaturity: 3,
    })
    expect(facts({ ...finished, finished_at: '2026-01-02T00:00:00Z' }).daysToMaturity).toBe(0)
  })

  test('an end without its date says nothing of maturity, and leaves no days to count', () => {
    expect(facts({ ...since, status: 'finished' })).toMatchObject({
      days: null,
      isFinished: true,
      daysToMaturity: null,
    })
  })

  test('of a paused one nobody knows how long users came in', () => {
    expect(facts({ ...since, status: 'paused' })).toMatchObject({
      days: null,
      isFinished: false,
      daysToMaturity: null,
    })
  })

  test('before the start there are no days, and a start to come is none', () => {
    expect(daysRunning(experiment('one'), NOW)).toBeNull()
    expect(daysRunning(experiment('one', { started_at: '2026-02-01T00:00:00Z' }), NOW)).toBe(0)
    expect(daysRunning(experiment('one', { started_at: 'soon' }), NOW)).toBeNull()
  })
})

describe('experiments on one context key', () => {
  const key = { context_key: 'paywall' }
  const at = (id: string, from: string, to: string | null = null) =>
    experiment(id, { ...key, started_at: from, finished_at: to })
  const others = [
    at('before', '2025-11-01T00:00:00Z', '2026-01-01T00:00:00Z'),
    at('within', '2026-01-02T00:00:00Z', '2026-01-03T00:00:00Z'),
    at('now', '2025-01-01T00:00:00Z'),
    experiment('draft', { ...key, status: 'draft' }),
    experiment('elsewhere', { context_key: 'onboarding', ...since }),
  ]

  test('are told where they ran at the same time, and not where one ended as the other began', () => {
    expect(facts({ ...key, ...since }, others).sharedContext).toEqual(['within', 'now'])
  })

  test('are none where no key is set', () => {
    const bare = [experiment('two', since)]
    expect(facts(since, bare).sharedContext).toEqual([])
  })

  test('are warned of before a start where they have users now: running or paused', () => {
    const starting = experiment('starting', { ...key, status: 'draft' })
    const paused = experiment('paused', { ...key, status: 'paused' })
    const over = experiment('over', { ...key, status: 'finished' })
    const names = onSameContext(starting, [starting, paused, over, ...others]).map(({ id }) => id)
    expect(names).toEqual(['paused', 'before', 'within', 'now'])
  })
})
