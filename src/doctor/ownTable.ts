import type { PrintedNumber, PrintedTable } from './dashboardTable.ts'

type Line = ReadonlyMap<string, string>

/**
 * Reads a cohort table that this package wrote (`cohortCsv`, “Download CSV”): a line for each cell, numbers as they are. Null
 * for any other file. Throws where its question is not the one that the doctor asks, and says what it is of.
 */
export function readOwnTable([head = [], ...body]: readonly string[][]): PrintedTable | null {
  if (!COLUMNS.every((column) => head.includes(column))) return null
  const lines = body.map((cells) => new Map(head.map((column, at) => [column, cells[at] ?? ''])))
  // Lines of segments and of summaries stand between those of the cohorts.
  const cells = lines.filter((line) => line.get('segment') === '' && DAY.test(of(line, 'cohort')))
  const [first] = cells
  if (!first)
    throw new Error(
      'The file has no cohort. Download it from a table that shows some, and compare again.',
    )
  checkQuestion(first)
  const widest = Math.max(...cells.map((line) => Number(of(line, 'period'))))
  const cohorts = new Map<string, Line[]>()
  for (const line of cells) {
    const cohort = of(line, 'cohort')
    cohorts.set(cohort, [...(cohorts.get(cohort) ?? []), line])
  }
  return {
    headings: ['size', ...Array.from({ length: widest + 1 }, (_, period) => String(period))],
    rows: [...cohorts].map(([heading, periods]) => {
      const numbers = Array.from<PrintedNumber | null>({ length: widest + 2 }).fill(null)
      numbers[0] = exact(of(periods[0]!, 'size'))
      for (const line of periods) numbers[1 + Number(of(line, 'period'))] = exact(of(line, 'value'))
      return { heading, start: Date.parse(heading) / 1000, numbers }
    }),
  }
}

/** What the doctor asks, by the columns of the file. */
const ASKED: Readonly<Record<string, string>> = {
  mode: 'by_days',
  grouping: 'month',
  definition: 'new_customers',
  revenue_type: 'gross',
  environment: 'production',
  filters: '',
}
const COLUMNS = ['cohort', 'segment', 'size', 'period', 'value', ...Object.keys(ASKED)]
const DAY = /^\d{4}-\d{2}-\d{2}$/

function checkQuestion(line: Line): void {
  const other = Object.keys(ASKED).filter((column) => of(line, column) !== ASKED[column])
  if (other.length === 0) return
  const found = other.map((column) => `${column} ${of(line, column)}`).join(', ')
  throw new Error(
    `The file is of another question (${found}). The doctor asks for installs by month and by calendar period, gross, ` +
      'production, without filters: download that table and compare again.',
  )
}

const of = (line: Line, column: string): string => line.get(column) ?? ''

/** A number that was not rounded for print. */
function exact(text: string): PrintedNumber | null {
  const value = Number(text)
  return text === '' || Number.isNaN(value)
    ? null
    : { value, tolerance: 1e-9 * Math.max(1, Math.abs(value)) }
}
