// @vitest-environment node
import { describe, expect, it } from 'vitest'
import {
  createSandbox,
  endOfTransactions,
  parseTransactions,
  type RateRow,
} from '../../src/entries/sandbox.ts'
import { askCohorts, at, send } from './ask.ts'

const HEADER = 'customer_id,purchased_at,price'

describe('a purchase log that can be read', () => {
  it('is read by the names of its columns, in any order, with others left alone', () => {
    const csv = [
      'store,note,price,currency,customer_id,purchased_at,product_id,country,campaign',
      'app_store,"two\nlines",12.50,EUR,ann,1997-01-31T18:30:00+02:00,book,DE,spring',
      ',,7,JPY,bob,1997-01-31 18:30:05,,,',
    ].join('\n')
    expect(parseTransactions(csv)).toEqual([
      {
        customer_id: 'ann',
        purchased_at: at('1997-01-31T16:30:00Z'),
        price: 1250,
        currency: 'EUR',
        product_id: 'book',
        country: 'DE',
        store: 'app_store',
        campaign: 'spring',
      },
      {
        customer_id: 'bob',
        purchased_at: at('1997-01-31T18:30:05Z'),
        price: 7,
        currency: 'JPY',
        product_id: null,
        country: null,
        store: null,
        campaign: null,
      },
    ])
  })

  it.each([
    ['a day is its midnight, UTC', `${HEADER}\na,1997-01-31,0.00`, at('1997-01-31'), 0],
    ['fewer decimals than the currency has', `${HEADER}\na,1997-01-31,5.5`, at('1997-01-31'), 550],
    ['zeros beyond its decimals', `${HEADER}\na,1997-01-31,5.5000`, at('1997-01-31'), 550],
    [
      'a byte order mark, Windows line ends and an empty last line',
      `\uFEFF${HEADER}\r\na,1997-01-31,5\r\n\r\n`,
      at('1997-01-31'),
      500,
    ],
  ])('%s', (_, csv, purchased_at, price) => {
    expect(parseTransactions(csv)).toEqual([
      expect.objectContaining({ purchased_at, price, currency: 'USD' }),
    ])
  })
})

describe('a purchase log that cannot be read names its line and what to do', () => {
  it.each([
    [
      'a missing column',
      'customer_id,price\na,1',
      1,
      /lacks purchased_at; it has customer_id, price\. Name the columns/,
    ],
    ['a column named twice', `${HEADER},price\na,1997-01-01,1,2`, 1, /names price twice\. Rename/],
    ['nothing at all', '', 1, /lacks customer_id, purchased_at, price/],
    ['a header alone', HEADER, 2, /Give at least one row/],
    [
      'a price with a sign',
      `${HEADER}\na,1997-01-01,1\na,1997-01-01,$2`,
      3,
      /price is "\$2"\. Give a plain decimal number/,
    ],
    [
      'a decimal comma',
      `${HEADER}\na,1997-01-01,"1,50"`,
      2,
      /price is "1,50"\. Give a plain decimal number/,
    ],
    ['no price', `${HEADER}\na,1997-01-01,`, 2, /price is empty\. Give a plain decimal number/],
    [
      'a price finer than the currency',
      `${HEADER},currency\na,1997-01-01,1.5,JPY`,
      2,
      /JPY has 0 decimals\. Round/,
    ],
    ['a negative price', `${HEADER}\na,1997-01-01,-1.00`, 2, /payments only: leave refunds out/],
    [
      'a date of another order',
      `${HEADER}\na,01/31/1997,1`,
      2,
      /purchased_at is "01\/31\/1997"\. Give a day as 1997-01-31/,
    ],
    ['a date that no calendar has', `${HEADER}\na,1997-02-30,1`, 2, /purchased_at is "1997-02-30"/],
    [
      'an hour that no day has',
      `${HEADER}\na,1997-02-20T25:00:00Z,1`,
      2,
      /purchased_at is "1997-02-20T25:00:00Z"/,
    ],
    [
      'an empty customer',
      `${HEADER}\n ,1997-01-01,1`,
      2,
      /customer_id is empty\. Every purchase needs/,
    ],
    [
      'a currency that is none',
      `${HEADER},currency\na,1997-01-01,1,usd`,
      2,
      /currency is "usd"\. Give an ISO 4217 code/,
    ],
    [
      'a quotation mark left open',
      `${HEADER}\na,1997-01-01,1\n"b,1997-01-01,1\nc,1997-01-01,1`,
      3,
      /quotation mark/,
    ],
    [
      'a fault after a quoted line break',
      `${HEADER},note\na,1997-01-01,1,"x\ny"\nb,1997-01-01,oops,`,
      4,
      /price is "oops"/,
    ],
  ])('%s', (_, csv, line, message) => {
    expect(() => parseTransactions(csv)).toThrow(
      expect.objectContaining({
        name: 'TransactionsError',
        line,
        message: expect.stringMatching(message),
      }),
    )
    expect(() => parseTransactions(csv)).toThrow(`line ${line}:`)
  })
})

const LOG = `${HEADER},currency,store
a,2026-01-05,10.00,EUR,app_store
a,2026-02-05,10.00,EUR,app_store
b,2026-01-06,20.00,EUR,
`
const RATES: RateRow[] = [
  { date: '2026-01-05', currency: 'EUR', usd: 1.1 },
  { date: '2026-01-06', currency: 'EUR', usd: 1.2 },
  { date: '2026-02-05', currency: 'EUR', usd: 1.3 },
]
const open = (csv: string, rates?: RateRow[]) => {
  const transactions = parseTransactions(csv)
  const now = endOfTransactions(transactions)
  return createSandbox({ seed: 1, now, transactions, ...(rates && { rates }) })
}

describe('the money of a purchase log', () => {
  it('is answered in its own currency without rates, when that or none is asked for', async () => {
    const shop = open(LOG)
    for (const currency of [{}, { currency: 'EUR' }]) {
      const answer = await askCohorts(shop, { mode: 'by_days', grouping: 'month', ...currency })
      expect([answer.currency, answer.total?.periods.map((cell) => cell?.revenue)]).toEqual([
        'EUR',
        [30, 10],
      ])
    }
    expect(shop.rates()).toEqual([])
  })

  it('is never converted at an invented rate', async () => {
    const response = await send(open(LOG), '/analytics/cohorts?currency=USD')
    expect(response.status).toBe(400)
    const { error } = (await response.json()) as { error: { details: unknown } }
    expect(error.details).toEqual([
      {
        field: 'currency',
        message:
          'cannot be USD: this log is in EUR and no exchange rates were given with it, and none are invented for real data',
      },
    ])
  })

  it('is empty in any currency when the log is', async () => {
    const shop = createSandbox({ seed: 1, now: new Date('2026-01-01'), transactions: [] })
    const answer = await askCohorts(shop, { currency: 'JPY' })
    expect([answer.currency, answer.cohorts, shop.log()]).toEqual(['JPY', [], []])
  })

  it('is converted at the rates of each day when they are given', async () => {
    const answer = await askCohorts(open(LOG, RATES), {
      mode: 'by_days',
      grouping: 'month',
      currency: 'USD',
    })
    expect(answer.total?.periods.map((cell) => cell?.revenue)).toEqual([
      10 * 1.1 + 20 * 1.2,
      10 * 1.3,
    ])
  })

  it('cannot be added up in several currencies without rates', () => {
    const mixed = `${HEADER},currency\na,2026-01-05,10.00,EUR\na,2026-01-06,10.00,USD`
    expect(() => open(mixed)).toThrow(/prices in EUR, USD, which only add up with exchange rates/)
    expect(() => open(mixed, RATES)).not.toThrow()
  })

  it('says which rate is missing when not even US dollars can be had', async () => {
    const response = await send(open(LOG, RATES.slice(1)), '/analytics/cohorts?mode=by_days')
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('there is no rate for EUR on 2026-01-05')
  })

  it('pays commission to a store where a customer has one', async () => {
    const answer = await askCohorts(open(LOG), {
      mode: 'by_days',
      grouping: 'month',
      revenue_type: 'net',
    })
    expect(answer.total?.periods.map((cell) => cell?.revenue)).toEqual([7 + 20, 7])
  })
})

describe('the attributes of a purchase log', () => {
  const attributesOf = async (csv: string) => {
    const response = await send(open(csv), '/analytics/cohorts/meta')
    const meta = (await response.json()) as {
      filter_conditions: { attribute: string; values: { code: string; label: string }[] }[]
    }
    return meta.filter_conditions.map(({ attribute, values }) => [
      attribute,
      values.map(({ code }) => code),
    ])
  }

  it('are its columns and no others', async () => {
    expect(await attributesOf(`${HEADER}\na,2026-01-05,1`)).toEqual([])
    expect(await attributesOf(LOG)).toEqual([['store', ['app_store', 'unknown']]])
  })

  it('are those of the first purchase', async () => {
    const csv = `${HEADER},country,product_id\na,2026-01-06,1,FR,late\na,2026-01-05,1,DE,early`
    expect(await attributesOf(csv)).toEqual([
      ['country', ['DE']],
      ['product', ['early']],
    ])
  })
})
