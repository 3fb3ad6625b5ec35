// @vitest-environment node
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { en } from '../../../src/i18n/en.ts'
import { createFormat } from '../../../src/i18n/format.ts'
import { createTranslate } from '../../../src/i18n/translate.ts'
import { cohortFile } from '../../../src/resources/cohorts/cohortFile.ts'
import { buildCohortGrids } from '../../../src/resources/cohorts/grid.segments.model.ts'
import type { Reading } from '../../../src/resources/cohorts/grid.types.ts'
import { answer, at, row, shop } from './answers.ts'

const asOf = at('1997-04-01') * 1000
const parsed = (text: string) =>
  Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data
const texts = {
  t: createTranslate('en-US', en, {}),
  format: createFormat('en-US', 'UTC'),
}
const share: Reading = { metric: 'payers', view: 'percentOfSize' }

describe('cohorts that the table leaves out', () => {
  // Of the whole two cohorts have 50 members or more, of the web one, of the TV none.
  const part = (value: string, sizes: number[]) => ({
    value,
    label: value,
    cohorts: sizes.map((size, index) => row(`1997-0${index + 1}-01`, size, [[size, size, size]])),
    total: null,
    max_values: shop().max_values,
  })
  const { cohorts } = part('all', [80, 10, 50])
  const split = answer(cohorts, { segments: [part('web', [60, 4]), part('tv', [20, 6])] })
  const { whole, segments } = buildCohortGrids(split, { now: at('1998-01-01') })
  const source = { grid: whole, segments, reading: share, question: {}, asOf, minSize: 50 }
  const cohortsOf = (text: string) =>
    parsed(text)
      .filter((line) => line['period'] === '0' && /^\d/.test(line['cohort']!))
      .map((line) => `${line['segment']} ${line['cohort']} ${line['size']}`)

  test('are not in the file either, and its sentences count them', () => {
    const { text } = cohortFile(texts, { ...source, hideSmall: true })
    expect(cohortsOf(text)).toEqual([' 1997-01-01 80', ' 1997-03-01 50', 'web 1997-01-01 60'])
    expect(parsed(text).some((line) => line['segment'] === 'tv')).toBe(false)
    expect(parsed(text)[0]!['about']).toContain('Not shown: 4 cohorts with fewer than 50 members.')
  })

  test('are counted alike where only the segments that show are given', () => {
    const shown = { ...source, segments: segments.slice(0, 1), answer: split, hideSmall: true }
    expect(cohortFile(texts, shown).text).toBe(
      cohortFile(texts, { ...source, hideSmall: true }).text,
    )
  })

  test('are in the file where the table only dims them', () => {
    const { text } = cohortFile(texts, source)
    expect(cohortsOf(text)).toHaveLength(7)
    expect(text).not.toContain('Not shown')
  })
})
