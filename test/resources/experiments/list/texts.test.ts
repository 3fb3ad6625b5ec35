// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { createTexts } from '../../../../src/i18n/createTexts.ts'
import { datesText, daysText } from '../../../../src/resources/experiments/listTexts.ts'
import { experiment } from './rows.ts'

const texts = createTexts()
const since = { started_at: '2026-01-01T00:00:00Z' }

describe('when an experiment ran', () => {
  test.each([
    ['a running one', { ...since, status: 'active' }, 'Since Jan 1, 2026'],
    ['one that is over', { ...since, finished_at: '2026-01-08T00:00:00Z' }, 'Jan 1 – 8, 2026'],
    ['an end without its date', { ...since, status: 'finished' }, 'From Jan 1, 2026, end unknown'],
    ['a draft', { status: 'draft' }, 'Not started'],
    ['neither date of one that is over', { status: 'finished' }, 'Dates unknown'],
    ['no start of a running one', { status: 'active' }, 'Dates unknown'],
    ['nothing at all', { status: null }, 'Not started'],
  ] as const)('%s', (_, said, text) => {
    expect(datesText(texts, experiment('one', said))).toBe(text)
  })

  test('days of a paused one say that its pauses are among them', () => {
    expect(daysText(texts, { status: 'active' }, 14)).toBe('14 days')
    expect(daysText(texts, { status: 'paused' }, 14)).toBe('14 days, pauses included')
    expect(daysText(texts, { status: 'paused' }, 1)).toBe('1 day, pauses included')
  })
})
