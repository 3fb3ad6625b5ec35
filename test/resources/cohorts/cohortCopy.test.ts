import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import {
  copyBlock,
  unfinishedCells,
  type CopiedBlock,
} from '../../../src/resources/cohorts/cohortCopy.ts'

const block: CopiedBlock = {
  headings: ['Month', 'Installs', 'Month 0', 'Month 1', 'Month 2'],
  lines: [
    {
      heading: 'January 2026',
      size: 1200,
      cells: [
        { value: 1234.5, state: 'final' },
        { value: -0, state: 'final' },
        { value: 0.1 + 0.2, state: 'open' },
      ],
    },
    {
      heading: 'February 2026',
      size: 7,
      cells: [
        { value: -3, state: 'settling' },
        { value: null, state: 'missing' },
        { value: null, state: 'future' },
      ],
    },
  ],
  notes: ['Revenue, gross'],
}

/** A tab-separated text as a spreadsheet splits it. */
const split = (text: string) => Papa.parse<string[]>(text, { delimiter: '\t' }).data

/** An HTML table as a browser reads it. */
const read = (html: string) => {
  const page = new DOMParser().parseFromString(html, 'text/html')
  return {
    page,
    rows: [...page.querySelectorAll('tr')].map((row) =>
      [...row.children].map((field) => field.textContent),
    ),
  }
}

describe('the text', () => {
  test('is one line per cohort under the headings, with plain numbers', () => {
    expect(split(copyBlock(block, 'en-US').text)).toEqual([
      ['Month', 'Installs', 'Month 0', 'Month 1', 'Month 2'],
      ['January 2026', '1200', '1234.5', '0', '0.3'],
      ['February 2026', '7', '-3', '', ''],
      [''],
      ['Revenue, gross'],
    ])
  })

  test('has the decimal mark of the viewer, whose spreadsheet takes 1234.5 for a text or a date', () => {
    expect(split(copyBlock(block, 'de-DE').text)[1]).toEqual([
      'January 2026',
      '1200',
      '1234,5',
      '0',
      '0,3',
    ])
    // Arabic digits and Swedish minus signs are no numbers to a spreadsheet.
    expect(split(copyBlock(block, 'ar-EG').text)[2]![2]).toBe('-3')
    expect(split(copyBlock(block, 'sv-SE').text)[2]![2]).toBe('-3')
  })
})

describe('the HTML', () => {
  test('holds the same table, an empty cell for no value, and the exact numbers', () => {
    const { page, rows } = read(copyBlock(block, 'de-DE').html)
    expect(rows).toEqual(split(copyBlock(block, 'de-DE').text).slice(0, 3))
    const exact = [...page.querySelectorAll('td')].map((field) => field.getAttribute('x:num'))
    expect(exact).toEqual(['1200', '1234.5', '0', '0.30000000000000004', '7', '-3', null, null])
  })

  test('what is not complete is italic', () => {
    const { page } = read(copyBlock(block, 'en-US').html)
    expect([...page.querySelectorAll('i')].map((field) => field.textContent)).toEqual(['0.3', '-3'])
  })
})

test('the numbers that are not complete are named by their state; a cell without a number is none', () => {
  expect([...unfinishedCells(block)]).toEqual([
    ['open', ['January 2026 Month 2']],
    ['settling', ['February 2026 Month 0']],
  ])
})

test('names of segments are texts wherever they are pasted: no formula, no markup, no second cell', () => {
  for (const name of ['=1+1', ' =cmd()', '+A1', '\uff1d1', '@sum', '-2+3']) {
    const named = { ...block, lines: [{ heading: name, size: 1, cells: [] }] }
    expect(split(copyBlock(named, 'en-US').text)[1]![0]).toMatch(/^'/)
    expect(read(copyBlock(named, 'en-US').html).rows[1]![0]).toMatch(/^'/)
  }
  const odd = { ...block, lines: [{ heading: '"a\tb\n<b>c</b> & d', size: null, cells: [] }] }
  expect(split(copyBlock(odd, 'en-US').text)[1]).toEqual(['"a b <b>c</b> & d', ''])
  expect(read(copyBlock(odd, 'en-US').html).rows[1]).toEqual(['"a b <b>c</b> & d', ''])
})
