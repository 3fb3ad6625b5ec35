// @vitest-environment node
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { createTexts } from '../../../../src/i18n/createTexts.ts'
import { csvName, experimentsCsv } from '../../../../src/resources/experiments/experimentsCsv.ts'
import { experimentRow } from '../../../../src/resources/experiments/list.model.ts'
import { experiment, figures, NOW } from './rows.ts'

const evil = '=HYPERLINK("x")'
const started = { started_at: '2026-01-01T00:00:00Z' }
const rows = [
  experimentRow(
    experiment('a', { ...started, name: evil, primary_metric: 'user_to_paid' }),
    figures([10_000, 500], [10_000, 650]),
    NOW,
  ),
  experimentRow(experiment('b', started), figures([10, 1], [0, 0]), NOW),
  experimentRow(experiment('c', { status: 'draft' }), undefined, NOW),
  experimentRow(experiment('d', started), 'failed', NOW),
]
const source = { rows, asOf: NOW * 1000 }
const { data } = Papa.parse<Record<string, string>>(experimentsCsv(createTexts(), source), {
  header: true,
})

test('the list as CSV holds codes and sentences, numbers as numbers, and guards a formula', () => {
  expect(data[0]).toMatchObject({
    id: 'a',
    name: `'${evil}`,
    status: 'active',
    status_text: 'Running',
    started_on: '2026-01-01',
    finished_on: '',
    days: '14',
    primary_metric: 'user_to_paid',
    health: 'healthy',
    result: 'ship',
    result_arm: '1',
    result_text: 'Ship Variant 1.',
    users_exposed: '20000',
    users_mature: '20000',
    users_planned: '20000',
    as_of: '2026-01-15T12:00:00.000Z',
  })
})

test('zero, nothing known and too little data are three different things', () => {
  expect(data[1]).toMatchObject({ result: 'not-enough-data', users_exposed: '10' })
  expect(data[2]).toMatchObject({ result: 'no-results', users_exposed: '', days: '' })
  expect(data[3]).toMatchObject({ result: 'failed', health: 'failed', users_exposed: '' })
  const today = experimentRow(
    experiment('e', { started_at: '2026-01-15T00:00:00Z' }),
    undefined,
    NOW,
  )
  const text = experimentsCsv(createTexts(), { ...source, rows: [today] })
  expect(Papa.parse<Record<string, string>>(text, { header: true }).data[0]!['days']).toBe('0')
})

test('its file is named by its day', () => {
  expect(csvName(source)).toBe('experiments-2026-01-15.csv')
})
