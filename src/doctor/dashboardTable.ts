import Papa from 'papaparse'
import { readOwnTable } from './ownTable.ts'

/** A number as a dashboard prints it, with how far it can be off: half a unit of its last digit. */
export interface PrintedNumber {
  readonly value: number
  readonly tolerance: number
}

/** A row of an exported table: the cohort's start where its heading names one, and what stands under each other heading. */
export interface PrintedRow {
  readonly heading: string
  /** Unix seconds UTC; null where the heading is no date. */
  readonly start: number | null
  readonly numbers: readonly (PrintedNumber | null)[]
}

/** An exported cohort table: one row a cohort, cohorts in the first column. */
export interface PrintedTable {
  readonly headings: readonly string[]
  readonly rows: readonly PrintedRow[]
}

/**
 * Reads a table that a dashboard exported as CSV, with lines of a title above it or without, or one that this package wrote.
 * Throws where it has no row or no column of numbers, or where the package wrote it for another question than the doctor's.
 */
export function parsePrintedTable(csv: string): PrintedTable {
  // Lines that were put together from several places end in several ways.
  const lines = csv.trim().split(/\r\n?|\n/)
  // What separates cells is told by the last lines: a title has none, and commas of its own.
  const { delimiter } = Papa.parse(lines.slice(-10).join('\n')).meta
  const { data } = Papa.parse<string[]>(lines.join('\n'), { delimiter, skipEmptyLines: 'greedy' })
  const own = readOwnTable(data)
  if (own) return own
  const [head = [], ...body] = data.slice(headAt(data))
  // Months begin on their first day, so where every date begins with 1 it begins with the day.
  const isDayFirst = body.every(
    ([heading = '']) => !SLASHED.test(heading) || /^\s*0?1\//.test(heading),
  )
  const rows = body.map(([heading = '', ...cells]) => ({
    heading: heading.trim(),
    start: parseDay(heading, isDayFirst),
    numbers: cells.map(parsePrinted),
  }))
  if (!rows.some((row) => row.numbers.some((number) => number !== null)))
    throw new Error(
      'The table has no row with numbers. It needs one line a cohort, with the cohort in the first column and a period in each other; ' +
        'export it from the dashboard as CSV and give that file.',
    )
  return { headings: head.slice(1), rows }
}

/** The line of the headings: lines of a title above it are less than half as wide. */
function headAt(lines: readonly (readonly string[])[]): number {
  const widths = lines.map((line) => line.findLastIndex((cell) => cell.trim() !== ''))
  const widest = Math.max(0, ...widths)
  return Math.max(
    0,
    widths.findIndex((width) => width >= widest / 2),
  )
}

/** Reads `$1,234.50`, `1.234,50 €`, `12.4%` (as a fraction) and the like; null for anything that is no number. */
export function parsePrinted(text: string): PrintedNumber | null {
  const isPercent = text.includes('%')
  const isNegative = /^\s*(?:[-\u2212]|\()/.test(text)
  const digits = text.replace(/[^\d.,]/g, '')
  if (!/\d/.test(digits)) return null
  const point = decimalPoint(digits)
  const whole = digits.slice(0, point).replace(/[.,]/g, '')
  const fraction = digits.slice(point + 1)
  const scale = isPercent ? 100 : 1
  const value = Number(`${whole || '0'}.${fraction || '0'}`) / scale
  return {
    value: isNegative ? -value : value,
    tolerance: (0.5 * 10 ** -fraction.length) / scale + 1e-9,
  }
}

/** Where the decimals begin: at the last separator, unless three digits follow the only kind there is. */
function decimalPoint(digits: string): number {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','))
  if (last < 0) return digits.length
  const isOnlyKind = !(digits.includes('.') && digits.includes(','))
  const isGrouping = isOnlyKind && digits.length - last - 1 === 3
  return isGrouping ? digits.length : last
}

/** Start of the UTC day that a heading names (`2026-01-19`, `19 Jan 2026`, `January 2026`, `19.01.2026`); null for none. */
function parseDay(heading: string, isDayFirst: boolean): number | null {
  const at = Date.parse(isoIn(heading, isDayFirst) ?? wordsIn(heading) ?? '')
  return Number.isNaN(at) ? null : Math.floor(at / 86_400_000) * 86_400
}

function isoIn(heading: string, isDayFirst: boolean): string | undefined {
  const [, a = '', b = '', year] = DOTTED.exec(heading) ?? SLASHED.exec(heading) ?? []
  if (year === undefined) return /\d{4}-\d{2}(?:-\d{2})?/.exec(heading)?.[0]
  const [day, month] = isDayFirst || DOTTED.test(heading) ? [a, b] : [b, a]
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** A date in English words. Engines take a word that they do not know for none, and `Mai 2026` for January. */
const wordsIn = (heading: string): string | undefined =>
  MONTH.test(heading) ? `${heading.split(/\s+[-–—]\s+/)[0]} UTC` : undefined

const DOTTED = /^\s*(\d{1,2})\.(\d{1,2})\.(\d{4})/
const SLASHED = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})/
const MONTH = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i
