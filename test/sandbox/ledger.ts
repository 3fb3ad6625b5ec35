import { readFileSync } from 'node:fs'
import type { EventType, LogRow, RateRow } from '../../src/entries/sandbox.ts'

/** The parts of `ledger.md`: what is fed to the sandbox, and what was worked out by hand. */
export interface Ledger {
  readonly now: Date
  readonly rows: readonly LogRow[]
  readonly rates: readonly RateRow[]
  readonly sizes: readonly {
    campaign: string
    grouping: string
    definition: string
    sizes: string
  }[]
  readonly tables: readonly ExpectedTable[]
}

/** One hand-made table; its heading names the question. */
export interface ExpectedTable {
  readonly campaign: string
  readonly grouping: string
  readonly mode: string
  readonly revenueType: string
  readonly rows: readonly { cohort: string; users: number; cells: readonly string[] }[]
}

type MarkdownTable = readonly (readonly string[])[]

/** Reads `ledger.md`. */
export function readLedger(): Ledger {
  const text = readFileSync(new URL('ledger.md', import.meta.url), 'utf8')
  const sections = new Map(
    text.split(/^#{2,3} /m).map((section) => {
      const [heading = '', ...lines] = section.split('\n')
      return [heading.trim(), readTable(lines)]
    }),
  )
  const section = (name: string): MarkdownTable => sections.get(name)!
  return {
    now: new Date(/Now is (\S+?Z)/.exec(text)![1]!),
    rows: readEvents(section('Events'), section('Customers'), section('Products')),
    rates: section('Rates').map(([date, currency, usd]) => ({
      date: date!,
      currency: currency!,
      usd: Number(usd),
    })),
    sizes: section('Sizes').map(([campaign, grouping, definition, sizes]) => ({
      campaign: campaign!,
      grouping: grouping!,
      definition: definition!,
      sizes: sizes!,
    })),
    tables: [...sections].flatMap(([heading, table]) => {
      const [campaign, grouping, mode, revenueType] = heading.split(', ')
      if (!revenueType) return []
      const rows = table.map(([cohort, users, ...cells]) => ({
        cohort: cohort!,
        users: Number(users),
        cells: cells.filter((cell) => cell !== ''),
      }))
      return [{ campaign: campaign!, grouping: grouping!, mode: mode!, revenueType, rows }]
    }),
  }
}

/** Cells of the rows below a Markdown table's head. */
function readTable(lines: readonly string[]): MarkdownTable {
  return lines
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}

function readEvents(
  events: MarkdownTable,
  customers: MarkdownTable,
  products: MarkdownTable,
): LogRow[] {
  const ordered = events.toSorted((a, b) => Date.parse(a[2]!) - Date.parse(b[2]!))
  const number = (name: string) => ordered.findIndex((event) => event[0] === name) + 1
  return ordered.map(([name, id, at, type, product, price, givesBack]) => {
    const [, country, store, campaign, first] = customers.find((customer) => customer[0] === id)!
    const group = products.find(([code]) => code === product)?.[1]
    const [amount, currency] = price === '' ? [] : price!.split(' ')
    const isInstall = type === 'install'
    return {
      event_id: number(name!),
      customer_id: id!,
      at: Date.parse(at!) / 1000,
      type: type as EventType,
      environment: 1,
      product_id: product === '' ? null : product!,
      product_group: group === undefined || group === '–' ? null : group,
      price: amount === undefined ? null : Number(amount.replace('.', '')),
      currency: currency ?? null,
      refund_of: givesBack === '' ? null : number(givesBack!),
      country: isInstall ? country! : null,
      store: isInstall ? store! : null,
      campaign: isInstall ? campaign! : null,
      first_product: isInstall ? first! : null,
    }
  })
}
