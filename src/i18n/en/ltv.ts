/** English texts of lifetime value. */
export const ltv = {
  'ltv.loading': 'Loading lifetime value',
  'ltv.all': 'All customers',
  'ltv.measure.revenue': 'Revenue so far',
  'ltv.measure.arpu': 'Value per install (ARPU)',
  'ltv.measure.arppu': 'Value per payer (ARPPU)',
  'ltv.definition.revenue': 'Everything paid up to an age by the customers counted at that age.',
  'ltv.definition.arpu': 'Revenue so far, divided by all customers counted at that age.',
  'ltv.definition.arppu': 'Revenue so far, divided by those who have paid by that age (assumed).',

  'ltv.readBack':
    '{metric} · {revenue} · {currency} · installs {range} (UTC) · {mode} · {environment}',
  'ltv.revenue.gross': 'gross',
  'ltv.revenue.net': 'net of refunds and store commission, tax not deducted',
  'ltv.mode.by_days': 'by days',
  'ltv.mode.by_renewals': 'by renewals',
  'ltv.split': 'split by {attribute}',
  'ltv.filter': '{attribute}: {values}',
  'ltv.asOf': 'Data up to {day} · as\u00a0of\u00a0{instant}',

  'ltv.axis.by_days': 'Days since install',
  'ltv.axis.by_renewals': 'Payment',
  'ltv.age.by_days': 'Day {n}',
  'ltv.age.by_renewals': 'P{n}',
  'ltv.point': '{series}, {age}: {value}. {state}.',
  'ltv.state.final': 'Final',
  'ltv.state.settling': 'Settling',
  'ltv.state.open': 'Not final',
  'ltv.state.provisional': 'May still grow',
  'ltv.state.final.hint': 'All customers of the range are that old.',
  'ltv.state.settling.hint': 'All are that old, but late store notices still count.',
  'ltv.state.open.hint': 'Not all customers of the range are that old yet.',
  'ltv.state.provisional.hint': 'More can still be paid here; no date says when that ends.',
  'ltv.refunds': 'Later refunds can still lower net value.',
  'ltv.returns':
    'By renewals, members who start another subscription or change plan can still add to it (assumed).',
  'ltv.people': {
    one: '{n} customer, installed {range}',
    other: '{n} customers, installed {range}',
  },
  'ltv.people.someDates': { one: '{n} customer', other: '{n} customers' },
  'ltv.people.strip': 'Customers counted',
  'ltv.people.unknown': 'The answer does not say whom this age counts.',
  'ltv.shortened':
    'Lines end where fewer than half of their customers are that old; the CSV goes on.',

  'ltv.cost.install': 'Cost per install',
  'ltv.cost.payer': 'Cost per payer',
  'ltv.cost.currency': 'The cost is in {asked} and the value in {given}: they are not compared.',
  'ltv.cost.share': '{share} of the cost of {cost}.',
  'ltv.cost.gross':
    'Gross value is compared with the cost: refunds and store commission are not off.',
  'ltv.payback': 'Payback',
  'ltv.payback.of': '{series}: {sentence}',
  'ltv.payback.at.by_days': 'Day {n}',
  'ltv.payback.at.by_renewals': 'Payment {n}',
  'ltv.payback.final.by_days': 'Paid back on day {n}.',
  'ltv.payback.final.by_renewals': 'Paid back with payment {n}.',
  'ltv.payback.open': '{sentence} Not final.',
  'ltv.payback.people': '{sentence} Not final: {users} of {all} customers are that old.',
  'ltv.payback.notYet.by_days': {
    one: 'Not within {n} day: {share} earned back.',
    other: 'Not within {n} days: {share} earned back.',
  },
  'ltv.payback.notYet.by_renewals': {
    one: 'Not within {n} payment: {share} earned back.',
    other: 'Not within {n} payments: {share} earned back.',
  },
  'ltv.payback.notYet.short': '{share} by {age}',
  'ltv.payback.notYet.later': '{share} by {age}: {users} of {all} customers are that old.',
  'ltv.payback.notYet.settling': '{share} by {age}, where late store notices still count.',
  'ltv.payback.lost': 'It was reached at {reached} and lost again at {fell}.',
  'ltv.payback.fell': 'From {fell} on some ages are below it again: they count fewer customers.',
  'ltv.payback.none': 'No cost to compare with.',

  'ltv.table': 'Value by age',
  'ltv.table.segment': 'Customers',
  'ltv.table.size': 'Installs',
  'ltv.table.cost': 'Cost',
  'ltv.table.column': 'D{n}',
  'ltv.table.column.by_renewals': 'P{n}',
  'ltv.table.finalOn': '{column} is final on {day}.',
  'ltv.table.missing': 'The answer has no number here.',

  'ltv.trials': 'Trial conversion',
  'ltv.trials.of': {
    one: '{converted} of {n} trial',
    other: '{converted} of {n} trials',
  },
  'ltv.trials.none': 'No trial began in this range.',
  'ltv.trials.hint': 'Trials that still run count as not converted.',
  'ltv.trials.loading': 'Loading…',
  'ltv.trials.failed': 'Could not be loaded.',

  'ltv.notice.currency':
    'Amounts are in {given}, not in {asked}: the API had no rate for {asked} on some date.',
  'ltv.notice.everyone':
    'Ages that are not final count all customers, also those too young for them: there the curve is too low.',
  'ltv.notice.unknown': 'The answer does not say how many customers each age counts.',
  'ltv.notice.provisional':
    'By renewals nothing says when the last payment is due: every number may still grow.',
  'ltv.notice.recruiting': 'The range is not over: customers still join, so no age is final.',

  'ltv.empty': 'No lifetime value in this range',
  'ltv.empty.range': 'Nobody installed ({range}): widen the range.',
  'ltv.empty.unpaid': {
    one: '{n} customer installed ({range}), and the answer has no curve for them yet.',
    other: '{n} customers installed ({range}), and the answer has no curve for them yet.',
  },
  'ltv.empty.filter': 'The filters leave nobody: clear one.',
  'ltv.empty.environment': 'These are test purchases only: ask for production.',
  'ltv.empty.source': 'The project has no data yet: check that its app sends purchases.',
} as const
