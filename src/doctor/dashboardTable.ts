import Papa from 'papaparse'

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

/** Reads a table that a dashboard exported as CSV. Throws where it has no row or no column of numbers. */
export function parsePrintedTable(csv: string): PrintedTable {
  const { data } = Papa.parse<string[]>(csv.trim(), { skipEmptyLines: 'greedy' })
  const [head = [], ...body] = data
  const rows = body.map(([heading = '', ...cells]) => ({
    heading,
    start: parseDay(heading),
    numbers: cells.map(parsePrinted),
  }))
  if (!rows.some((row) => row.numbers.some((number) => number !== null)))
    throw new Error(
      'The table has no row with numbers. It needs one line a cohort, with the cohort in the first column and a period in each other; ' +
        'export it from the dashboard as CSV and give that file.',
    )
  return { headings: head.slice(1), rows }
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

/** Start of the UTC day that a heading names (`2026-01-19`, `19 Jan 2026`, `January 2026`); null for none. */
function parseDay(heading: string): number | null {
  const iso = /\d{4}-\d{2}(?:-\d{2})?/.exec(heading)?.[0]
  const at = Date.parse(iso ?? `${heading.split(/\s+[-–—]\s+/)[0]} UTC`)
  return Number.isNaN(at) ? null : Math.floor(at / 86_400_000) * 86_400
}
