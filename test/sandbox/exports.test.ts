// @vitest-environment node
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { execute } from '../../src/core/execute.ts'
import { createSandbox, type Sandbox } from '../../src/entries/sandbox.ts'
import { createExport, getExport, listExports } from '../../src/resources/exports/operations.ts'
import { deleteSegment } from '../../src/resources/segments/operations.ts'
import type { CreateExportInput, ExportJob } from '../../src/resources/exports/types.ts'
import { figure } from '../figures.ts'
import { at } from './ask.ts'
import { createOracle } from './oracle/oracle.ts'
import { purchase } from './purchase.ts'

const now = new Date('2026-04-22T09:30:00Z')
const create = (seed = 1, clock: Date | (() => Date) = now, customers = 400) =>
  createSandbox({ seed, now: clock, customers })

const start = (sandbox: Sandbox, input: CreateExportInput) =>
  execute(createExport, input, { fetcher: sandbox.fetcher })
const look = (sandbox: Sandbox, id: string) =>
  execute(getExport, { export_id: id }, { fetcher: sandbox.fetcher })

async function wait(sandbox: Sandbox, input: CreateExportInput): Promise<ExportJob> {
  const { id } = await start(sandbox, input)
  await look(sandbox, id)
  await look(sandbox, id)
  return look(sandbox, id)
}

const fetchFile = (sandbox: Sandbox, address: string | null | undefined) =>
  sandbox.handle(new Request(new URL(address!, 'https://sandbox.test')))

async function linesOf(sandbox: Sandbox, job: ExportJob): Promise<Record<string, string>[]> {
  const file = await fetchFile(sandbox, job.download_url)
  expect(file.status).toBe(200)
  return Papa.parse<Record<string, string>>(await file.text(), { header: true }).data
}

describe('an export', () => {
  it('goes from New over Processing to Done with each poll while the clock stands still', async () => {
    const sandbox = create()
    const { id, status } = await start(sandbox, { resource: 'customers' })
    const seen = [status]
    for (let poll = 0; poll < 4; poll++) seen.push((await look(sandbox, id)).status)
    expect(seen).toEqual(['New', 'Processing', 'Processing', 'Done', 'Done'])
  })

  it('goes the same way with time alone: two seconds to begin, eight to be over', async () => {
    let seconds = 0
    const sandbox = create(1, () => new Date(now.getTime() + seconds * 1000))
    const { id } = await start(sandbox, { resource: 'customers' })
    const statusAt = async (second: number) => {
      seconds = second
      const { data } = await execute(listExports, {}, { fetcher: sandbox.fetcher })
      return data.find((job) => job.id === id)?.status
    }
    expect([await statusAt(1), await statusAt(2), await statusAt(7), await statusAt(8)]).toEqual([
      'New',
      'Processing',
      'Processing',
      'Done',
    ])
    expect((await look(sandbox, id)).finished_at).toBe('2026-04-22T09:30:08Z')
  })

  it('fails when its range has not begun, and says why', async () => {
    const sandbox = create()
    const job = await wait(sandbox, { resource: 'events', from: at('2027-01-01') })
    expect(job).toMatchObject({ status: 'Failed', rows: null, download_url: null })
    expect(job.error_message).toMatch(/begins after the present/)
  })

  it('is listed with the earlier ones, the newest first', async () => {
    const sandbox = create()
    const { id } = await start(sandbox, { resource: 'events', format: 'json' })
    const { data } = await execute(listExports, {}, { fetcher: sandbox.fetcher })
    expect(data.map((job) => [job.id, job.status])).toEqual([
      [id, 'New'],
      ['exp_earlier_3', 'Done'],
      ['exp_earlier_2', 'Failed'],
      ['exp_earlier_1', 'Done'],
    ])
  })

  it.each([
    [
      { resource: 'events', from: 20, to: 20 },
      { status: 422, code: 'validation_error', details: [{ field: 'from' }] },
    ],
    [
      { resource: 'events', segments: ['nobody'] },
      { status: 422, code: 'validation_error', details: [{ field: 'segments.0' }] },
    ],
  ] as const)('refuses %j', async (input, error) => {
    const { segments, ...rest } = { segments: undefined, ...input }
    const asked = { ...rest, ...(segments && { segments: [...segments] }) }
    await expect(start(create(), asked)).rejects.toMatchObject(error)
  })

  it('is a 404 when there is none of that id', async () => {
    await expect(look(create(), 'exp_none')).rejects.toMatchObject({
      status: 404,
      code: 'not_found',
    })
  })
})

describe('an export of segments', () => {
  const members = async (sandbox: Sandbox, segments: string[]) => {
    const job = await wait(sandbox, { resource: 'customers', segments })
    return (await linesOf(sandbox, job)).map((line) => line['customer_id'])
  }

  it('holds the customers of any of them, and their events', async () => {
    const sandbox = create()
    const testers = await members(sandbox, ['sandbox-users'])
    const [ios, both] = [
      await members(sandbox, ['ios-renewing']),
      await members(sandbox, ['sandbox-users', 'ios-renewing']),
    ]
    expect(new Set(both)).toEqual(new Set([...testers, ...ios]))
    expect(both).toHaveLength(testers.length + ios.length)
    const job = await wait(sandbox, { resource: 'events', segments: ['sandbox-users'] })
    const oracle = createOracle(sandbox.log(), sandbox.rates(), now)
    const [counted] = oracle.query(
      'SELECT count(*) AS events, count(DISTINCT customer_id) AS testers FROM log WHERE environment = 0',
    )
    oracle.close()
    expect({ events: job.rows, testers: testers.length }).toEqual({ ...counted })
  })

  it('fails when one of them is deleted before the file is written', async () => {
    const sandbox = create()
    const { id } = await start(sandbox, { resource: 'customers', segments: ['never-paid'] })
    await execute(deleteSegment, { segment_id: 'never-paid' }, { fetcher: sandbox.fetcher })
    await look(sandbox, id)
    await look(sandbox, id)
    expect(await look(sandbox, id)).toMatchObject({
      status: 'Failed',
      error_message: expect.stringMatching(/segment .* was deleted/) as string,
    })
  })

  it('keeps whom it chose when a segment goes after it', async () => {
    const sandbox = create()
    const job = await wait(sandbox, { resource: 'customers', segments: ['never-paid'] })
    await execute(deleteSegment, { segment_id: 'never-paid' }, { fetcher: sandbox.fetcher })
    expect(await linesOf(sandbox, job)).toHaveLength(job.rows!)
  })
})

describe('the file', () => {
  const from = at('2026-01-01')
  const to = at('2026-03-01')
  const SEEDS = [1, 2, 3, 4, 5]

  it.each(SEEDS)('holds what SQL finds in the log (seed %i)', async (seed) => {
    const sandbox = create(seed)
    const oracle = createOracle(sandbox.log(), sandbox.rates(), now)
    const count = (condition: string) =>
      oracle.query(
        `SELECT event_id AS id FROM log WHERE at >= ${from} AND at < ${to} AND ${condition} ORDER BY event_id`,
      )
    const ids = async (input: CreateExportInput, field: string) => {
      const job = await wait(sandbox, { ...input, from, to })
      const lines = await linesOf(sandbox, job)
      expect(job.rows).toBe(lines.length)
      return lines.map((line) => ({ id: Number(line[field]) }))
    }
    expect(await ids({ resource: 'events' }, 'event_id')).toEqual(count('1'))
    expect(await ids({ resource: 'purchases' }, 'purchase_id')).toEqual(
      count(`price IS NOT NULL AND refund_of IS NULL`),
    )
    const customers = await linesOf(sandbox, await wait(sandbox, { resource: 'customers' }))
    expect(customers.map((line) => line['customer_id'])).toEqual(
      oracle
        .query(`SELECT customer_id AS id FROM log WHERE type = 'install' ORDER BY event_id`)
        .map((row) => row['id']),
    )
    oracle.close()
    figure(
      'exports equal to SQL on the log (events, purchases, customers)',
      3,
      '0 differences',
      seed,
    )
  })

  it('adds up to the raw charges of the log, currency by currency', async () => {
    const sandbox = create()
    const job = await wait(sandbox, { resource: 'purchases' })
    const sums = new Map<string, number>()
    for (const { currency, price } of await linesOf(sandbox, job))
      sums.set(currency!, (sums.get(currency!) ?? 0) + Math.round(Number(price) * 100))
    const oracle = createOracle(sandbox.log(), sandbox.rates(), now)
    const expected = oracle.query(
      `SELECT currency, sum(price) * CASE currency WHEN 'JPY' THEN 100 ELSE 1 END AS minor
       FROM log WHERE price IS NOT NULL AND refund_of IS NULL GROUP BY currency`,
    )
    oracle.close()
    expect(sums).toEqual(new Map(expected.map((row) => [row['currency'], row['minor']])))
  })

  it('is JSON when that is asked for, with the rows of the CSV', async () => {
    const sandbox = create()
    const json = await wait(sandbox, { resource: 'events', format: 'json', from, to })
    const file = await fetchFile(sandbox, json.download_url)
    expect(file.headers.get('content-type')).toBe('application/json')
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename="events_${json.id}.json"`,
    )
    const rows = (await file.json()) as Record<string, string | number | null>[]
    const csv = await linesOf(sandbox, await wait(sandbox, { resource: 'events', from, to }))
    const asText = rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value ?? '')])),
    )
    expect(asText).toEqual(csv)
  })

  it('has its header when no line is in the range', async () => {
    const sandbox = create()
    const job = await wait(sandbox, { resource: 'purchases', to: 1 })
    expect(job).toMatchObject({ status: 'Done', rows: 0 })
    expect(await (await fetchFile(sandbox, job.download_url)).text()).toMatch(
      /^purchase_id,customer_id,purchased_at,/,
    )
  })

  it('keeps what a spreadsheet would run from being run', async () => {
    const customer_id = '=HYPERLINK("https://evil.test")'
    const sandbox = createSandbox({ seed: 1, now, transactions: [purchase({ customer_id })] })
    const job = await wait(sandbox, { resource: 'purchases' })
    const [line] = await linesOf(sandbox, job)
    expect(line?.['customer_id']).toBe(`'${customer_id}`)
    expect(line).toMatchObject({ event: 'purchase', price: '1', currency: 'USD' })
  })

  it('is not given for an address that was changed, nor after it expired', async () => {
    let moment = now
    const sandbox = create(1, () => moment)
    const { download_url } = await wait(sandbox, { resource: 'customers' })
    const statusOf = async (address: string) => (await fetchFile(sandbox, address)).status
    expect(await statusOf(download_url!)).toBe(200)
    expect(await statusOf(download_url!.replace('exp_1', 'exp_earlier_1'))).toBe(403)
    expect(await statusOf(download_url!.replace(/expires=\d+/, 'expires=9999999999'))).toBe(403)
    moment = new Date(now.getTime() + 25 * 3_600_000)
    expect(await statusOf(download_url!)).toBe(403)
  })

  it('has a whole address where the sandbox was reached by one', async () => {
    const sandbox = create()
    const response = await sandbox.handle(
      new Request('http://127.0.0.1:5181/v4/exports/exp_earlier_3', {
        headers: { authorization: 'Bearer sk_sandbox_demo' },
      }),
    )
    const { download_url } = (await response.json()) as ExportJob
    expect(download_url).toMatch(/^http:\/\/127\.0\.0\.1:5181\/v4\/exports\/exp_earlier_3\/file\?/)
  })
})
