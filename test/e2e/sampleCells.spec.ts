import { expect, type Locator, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { createSandbox, endOfTransactions, parseTransactions } from '../../src/entries/sandbox.ts'
import { figure } from '../figures.ts'
import { createOracle, type Metrics, type OracleTable } from '../sandbox/oracle/oracle.ts'
import { test } from './example.ts'

const file = new URL('../../examples/admin/data/cdnow_sample.csv', import.meta.url)
const transactions = parseTransactions(readFileSync(file, 'utf8'))
const now = endOfTransactions(transactions)

/** The cells of the sample as SQL computes them from its purchases, cohort by cohort, and the largest of each metric. */
function cellsBySql(mode: string): OracleTable {
  const oracle = createOracle(createSandbox({ seed: 1, now, transactions }).log(), [], now)
  const { tables } = oracle.ask({
    mode,
    grouping: 'month',
    definition: 'new_customers',
    net: false,
    currency: 'USD',
    environment: 1,
    from: Date.UTC(1997, 0, 1) / 1000,
    to: Date.UTC(1998, 6, 1) / 1000,
    filterBy: null,
    filterValues: [],
    groupBy: null,
  })
  oracle.close()
  return tables[0]!
}

const money = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' })
const whole = new Intl.NumberFormat('en-US')
const METRICS: readonly { name: string; metric: keyof Metrics; format: Intl.NumberFormat }[] = [
  { name: 'Revenue', metric: 'revenue', format: money },
  { name: 'Payers', metric: 'payers', format: whole },
  { name: 'Payments', metric: 'subscriptions', format: whole },
  { name: 'ARPU', metric: 'arpu', format: money },
  { name: 'ARPPU', metric: 'arppu', format: money },
  { name: 'ARPAS', metric: 'arpas', format: money },
]

/** SQL adds in binary: what is half a cent on paper can end a hair below it. */
const HAIR = 1e-9

/** The texts of the numbers behind some leading cells, row by row, and nothing for what is blank. */
const textsOf = async (rows: Locator, leading: number) => {
  const texts = await rows.evaluateAll((found) =>
    found.map((row) =>
      [...row.querySelectorAll('[role=gridcell], td')].map(({ textContent }) => textContent.trim()),
    ),
  )
  return texts.map((row) => row.slice(leading).filter((text) => /\d/.test(text)))
}

/** The numbers of the cohorts in the file that the panel saves. */
async function savedNumbers(page: Page) {
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download CSV' }).click()
  const text = readFileSync(await (await saved).path(), 'utf8')
  const { data } = Papa.parse<Record<string, string>>(text, { header: true })
  return (cohort: string, metric: string) =>
    data
      .filter((line) => line['cohort'] === cohort && line['metric'] === metric)
      .flatMap(({ value }) => (value ? [Number(value)] : []))
}

const DAY = 86_400
const LEVELS = 10

/** How a period of the sample must be drawn: by months it is final when a day for late notices has passed; of its purchases no renewal length is known. */
function isFinal(mode: string, start: number, period: number): boolean {
  const joined = new Date(start * 1000)
  const end = Date.UTC(joined.getUTCFullYear(), joined.getUTCMonth() + period + 1) / 1000
  return mode === 'by_days' && end + DAY <= now.getTime() / 1000
}

/** The cells of a heat map as they stand on the page, row by row: their fill, the legend's colours and its highest number. */
const drawnCells = (picture: Locator) =>
  picture.evaluate((root) => {
    const cells = [...root.querySelectorAll('.qv-heatmap-cells')].flatMap((shape) => {
      const { fill } = getComputedStyle(shape)
      const boxes = shape.getAttribute('d')!.matchAll(/M([\d.]+),([\d.]+)h[\d.]+v[\d.]+h-[\d.]+/g)
      return [...boxes].map(([, x, y]) => ({ x: Number(x), y: Number(y), fill }))
    })
    const places = (axis: 'x' | 'y') =>
      [...new Set(cells.map((cell) => cell[axis]))].toSorted((a, b) => a - b)
    const [columns, rows] = [places('x'), places('y')]
    const swatches = [...root.querySelectorAll('.qv-legend-swatch')]
    return {
      fills: rows.map((y) =>
        columns.map((x) => cells.find((cell) => cell.x === x && cell.y === y)?.fill ?? null),
      ),
      colours: swatches.map((swatch) => getComputedStyle(swatch).backgroundColor),
      highest: root.querySelector('.qv-legend-stop:last-child')!.textContent,
    }
  })

/** Expects of every cell the colour that the legend has for its number by SQL, a pattern where it is not final, else nothing; returns how many have a colour. */
function expectColours(
  { fills, colours }: Awaited<ReturnType<typeof drawnCells>>,
  mode: string,
  { rows, maxima }: Pick<OracleTable, 'rows' | 'maxima'>,
  metric: keyof Metrics,
): number {
  expect(new Set(colours).size).toBe(LEVELS)
  let coloured = 0
  for (const [at, row] of rows.entries()) {
    const beyond = fills[at]!.slice(row.cells.length).filter((fill) => fill !== null)
    expect(beyond, `${metric}, ${row.label}, drawn beyond its end`).toEqual([])
    for (const [period, cell] of row.cells.entries()) {
      const value = cell[metric]
      const fill = fills[at]![period]
      const where = `${metric}, ${row.label}, ${period}, drawn`
      if (value === null) expect(fill, where).toBeNull()
      else if (!isFinal(mode, row.start, period)) expect(fill, where).toContain('url(')
      else {
        const level = Math.floor((value / maxima[metric]!) * LEVELS)
        expect(fill, where).toBe(colours[Math.min(LEVELS - 1, level)])
        coloured++
      }
    }
  }
  return coloured
}

for (const { mode, columns, count, final } of [
  // June 1998 ended with the sample: its three cells settle.
  { mode: 'by_days', columns: 'By period', count: 51, final: 48 },
  { mode: 'by_renewals', columns: 'By renewal', count: 150, final: 0 },
])
  test(`the ${count} cells of the shop ${columns.toLowerCase()} are those of SQL in table, file and heat map`, async ({
    page,
    start,
  }) => {
    const { rows, maxima } = cellsBySql(mode)
    expect(rows.flatMap(({ cells }) => cells)).toHaveLength(count)
    const { url, complaints } = await start()
    await page.goto(`${url}/?project=shop`)
    await page.getByText('More options').click()
    await page.getByLabel('Columns').selectOption(columns)
    const grid = page.getByRole('grid')
    const cohorts = grid.locator('tbody [role=row]').filter({ hasText: '1997' })
    const heat = page.locator('.qv-cohort-heatmap tbody tr')
    const display = (name: string) => page.getByRole('radio', { name }).check({ force: true })

    let compared = 0
    let coloured = 0
    for (const { name, metric, format } of METRICS) {
      await page.getByLabel('Metric').selectOption(name)
      const texts = rows.map(({ cells }) =>
        cells.flatMap((cell) =>
          cell[metric] === null ? [] : [format.format(cell[metric] + HAIR)],
        ),
      )
      await expect.poll(() => textsOf(cohorts, 1), { message: `${name}, table` }).toEqual(texts)

      const numbers = await savedNumbers(page)
      for (const { label, cells } of rows) {
        const found = numbers(label, metric)
        const known = cells.flatMap((cell) => cell[metric] ?? [])
        expect(found, `${name}, ${label}, file`).toHaveLength(known.length)
        // Money to the cent.
        for (const [index, number] of known.entries())
          expect(found[index], `${name}, ${label}, ${index}, file`).toBeCloseTo(number, 2)
      }

      await display('Heat map')
      // A page that draws the picture itself makes the table behind it when it is opened.
      await page.getByText('Data table', { exact: true }).click()
      await expect.poll(() => textsOf(heat, 0), { message: `${name}, heat map` }).toEqual(texts)
      const drawn = await drawnCells(page.locator('.qv-cohort-heatmap'))
      expect(drawn.highest, `${name}, legend`).toBe(format.format(maxima[metric]! + HAIR))
      coloured += expectColours(drawn, mode, { rows, maxima }, metric)
      await display('Table')
      await expect(grid).toBeVisible()
      compared += texts.flat().length
    }
    expect(coloured).toBe(final * METRICS.length)
    figure(
      `sample, cells ${columns.toLowerCase()} in table, file and heat map`,
      count,
      `${compared} values of 6 metrics equal to SQL in each of the three, and drawn in the legend's colour for them`,
    )
    expect(complaints).toEqual([])
  })
