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

/** The cells of the sample as SQL computes them from its purchases, cohort by cohort. */
function cellsBySql(mode: string): OracleTable['rows'] {
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
  return tables[0]!.rows
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

for (const { mode, columns, count } of [
  { mode: 'by_days', columns: 'By period', count: 51 },
  { mode: 'by_renewals', columns: 'By renewal', count: 150 },
])
  test(`the ${count} cells of the shop ${columns.toLowerCase()} are those of SQL in table, file and heat map`, async ({
    page,
    start,
  }) => {
    const rows = cellsBySql(mode)
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
      await display('Table')
      await expect(grid).toBeVisible()
      compared += texts.flat().length
    }
    figure(
      `sample, cells ${columns.toLowerCase()} in table, file and heat map`,
      count,
      `${compared} values of 6 metrics equal to SQL in each of the three`,
    )
    expect(complaints).toEqual([])
  })
