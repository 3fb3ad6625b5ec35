/** English texts of the cohort table and what stands around it. */
export const cohorts = {
  'cohorts.loading': 'Loading cohorts',
  'cohorts.all': 'All',
  'cohorts.total': 'Total',
  'cohorts.total.hint': 'As the API gives it, over the cohorts that have this column.',
  'cohorts.total.hint.derived':
    'Worked out from the API’s totals, over the cohorts that have this column.',
  'cohorts.total.unfinished': 'Holds cells that are not complete, so it may still move.',

  'cohorts.mean': 'Mean',
  'cohorts.mean.perMember': 'Mean per member',
  'cohorts.mean.hint':
    'Pooled over complete cells: all of them added up, so that large cohorts weigh more.',
  'cohorts.median': 'Median',
  'cohorts.median.hint': 'The middle cohort: half of the complete cells are above it.',
  'cohorts.describe.summary': '{label}, {column}: {value}',
  'cohorts.summary.rows': { one: 'Over {n} cohort.', other: 'Over {n} cohorts.' },
  'cohorts.summary.unfinished': {
    one: 'Left out: {n} that is not complete.',
    other: 'Left out: {n} that are not complete.',
  },
  'cohorts.summary.small': 'Left out: {n} with fewer than {size} members.',
  'cohorts.summary.cut': 'Left out: {n} that the range cuts.',
  'cohorts.summary.missing': 'Left out: {n} without a value.',
  'cohorts.summary.through': 'The same cohorts in every column: those complete through {column}.',
  'cohorts.summary.through.past':
    'Blank: fewer than half of the cohorts are complete past {column}.',
  'cohorts.sort': 'Sort by {column}',
  'cohorts.sort.hint': 'Shift+Enter sorts.',

  'cohorts.heading.day': 'Day',
  'cohorts.heading.week': 'Week of',
  'cohorts.heading.month': 'Month',
  'cohorts.heading.quarter': 'Quarter',
  'cohorts.heading.year': 'Year',
  'cohorts.heading.other': 'Cohort',
  'cohorts.heading.quarterOf': 'Q{n} {year}',

  'cohorts.size.new_customers': 'Installs',
  'cohorts.size.initial_conversions': 'First conversions',
  'cohorts.size.new_paying': 'New payers',

  'cohorts.column.day': 'Day {n}',
  'cohorts.column.week': 'Week {n}',
  'cohorts.column.month': 'Month {n}',
  'cohorts.column.quarter': 'Quarter {n}',
  'cohorts.column.year': 'Year {n}',

  'cohorts.metric.revenue': 'Revenue',
  'cohorts.metric.subscriptions': 'Payments',
  'cohorts.metric.payers': 'Paid in this period',
  'cohorts.metric.arpu.new_customers': 'Revenue per install (ARPU)',
  'cohorts.metric.arpu.initial_conversions': 'Revenue per first conversion (ARPU)',
  'cohorts.metric.arpu.new_paying': 'Revenue per new payer (ARPU)',
  'cohorts.metric.arppu': 'Revenue per payer (ARPPU)',
  'cohorts.metric.arpas': 'Revenue per payment (ARPAS)',

  'cohorts.view.absolute': 'Amounts',
  'cohorts.view.cumulative': 'Running total',
  'cohorts.view.perMember': 'Per member',
  'cohorts.view.cumulativePerMember': 'Running total per member',
  'cohorts.view.percentOfSize': '% of cohort size',
  'cohorts.view.percentOfFirst': '% of first period',
  'cohorts.view.percentOfPrevious': '% of previous period',

  'cohorts.revenue.gross': 'gross',
  'cohorts.revenue.net': 'net of refunds and store commission, tax not deducted',
  'cohorts.mode.by_days': 'by calendar period',
  'cohorts.mode.by_renewals': 'by renewal',

  'cohorts.readBack.view': '{metric}, {view}',
  'cohorts.readBack':
    '{metric} · {revenue} · {currency} · {size} by {grouping} · {mode} · {range} (UTC) · {environment}',
  'cohorts.readBack.count':
    '{metric} · {size} by {grouping} · {mode} · {range} (UTC) · {environment}',
  'cohorts.asOf': 'Data up to {day} · as of {instant}',
  'cohorts.filter': '{attribute}: {values}',
  'cohorts.split': 'split by {attribute}',
  'cohorts.grouping.day': 'day',
  'cohorts.grouping.week': 'week',
  'cohorts.grouping.month': 'month',
  'cohorts.grouping.quarter': 'quarter',
  'cohorts.grouping.year': 'year',

  'cohorts.state.final': 'Complete',
  'cohorts.state.settling': 'Settling',
  'cohorts.state.open': 'Still running',
  'cohorts.state.provisional': 'May still change',
  'cohorts.state.future': 'Not begun',
  'cohorts.state.missing': 'No value',
  'cohorts.state.final.hint':
    'The period is over and late store notices are in. Refunds can still lower net revenue.',
  'cohorts.state.settling.hint': 'The period is over, but late store notices still count.',
  'cohorts.state.open.hint': 'The period has not ended: the number still moves.',
  'cohorts.state.provisional.hint': 'More can still be paid here; no date says when that ends.',
  'cohorts.state.future.hint': 'The period has not begun, so there is no number yet.',
  'cohorts.state.missing.hint':
    'The answer holds no number here, or there was nothing to divide by.',

  'cohorts.row.recruiting': 'People still join this cohort: its size is not final.',
  'cohorts.row.cut': 'The range cuts this cohort: only the part inside the range is counted.',

  'cohorts.definition.revenue': 'Revenue in the period, from members of the cohort.',
  'cohorts.definition.subscriptions': 'Paid charges in the period, refunded or not (assumed).',
  'cohorts.definition.payers':
    'Distinct members who paid in the period, refunded or not (assumed).',
  'cohorts.definition.arpu': 'Revenue of the period divided by the cohort’s size.',
  'cohorts.definition.arppu': 'Revenue of the period divided by those who paid in it.',
  'cohorts.definition.arpas': 'Revenue of the period divided by the payments in it.',
  'cohorts.definition.cumulative': 'Added up from the first period on.',
  'cohorts.definition.perMember': 'Divided by the cohort’s size.',
  'cohorts.definition.percentOfSize': 'Those who paid in the period, of all members.',
  'cohorts.definition.percentOfFirst': 'Compared with the cohort’s first period.',
  'cohorts.definition.percentOfPrevious': 'Compared with the period before.',
  'cohorts.basis.cumulative': 'Running total from the first period on.',
  'cohorts.basis.vendor': 'As the API gives it; how it is computed is not published.',

  'cohorts.describe': '{cohort}, {column}: {value}. {state}.',
  'cohorts.of': '{part} of {whole}.',
  'cohorts.per': '{part} divided by {whole}.',
  'cohorts.interval': '95% interval: {low} to {high}.',
  'cohorts.cells': 'Cells: {parts}.',
  'cohorts.cells.part': '{state} {n}',

  'cohorts.notice.currency':
    'Amounts are in {given}, not in {asked}: the API had no rate for {asked} on some date.',
  'cohorts.notice.mixedLengths':
    'Renewal lengths are mixed or unknown, so columns count payments (P1, P2 …). Later columns hold only what was already due: this is no retention rate.',
  'cohorts.notice.cumulative':
    'Revenue never falls along any row, so it may be a running total. If you know, set cellBasis.',
  'cohorts.notice.partialFirst':
    'The first period is partial (who joined on its last day had one day), so shares of it may pass 100%.',
  'cohorts.notice.ends':
    'Where a row ends early nobody went further: what is complete after its end counts as 0 (assumed).',
  'cohorts.notice.aligned':
    'The columns of the answer were calendar periods; here they are moved to periods since joining.',
  'cohorts.notice.vendor': 'How {metrics} is computed is not published; it is shown as given.',
  'cohorts.notice.cut': {
    one: '{n} cohort is cut by the range and holds only a part of its members.',
    other: '{n} cohorts are cut by the range and hold only a part of their members.',
  },

  'cohorts.empty': 'No cohort in this range',
  'cohorts.empty.range': 'Nobody joined in {range}: widen the range.',
  'cohorts.empty.filter': 'The filters leave nobody: clear one.',
  'cohorts.empty.definition': '“{size}” may be too narrow: choose Installs.',
  'cohorts.empty.environment': 'These are test purchases only: ask for production.',
  'cohorts.empty.source': 'The project has no data yet: check that its app sends purchases.',

  'cohorts.legend': 'Legend',
  'cohorts.legend.table': 'Colour compares all cells',
  'cohorts.legend.column': 'Colour compares the cells of a column',
  'cohorts.legend.row': 'Colour compares the cells of a row',
  'cohorts.legend.mean': 'Colour is the distance from the mean of the column',
  'cohorts.legend.middle': 'mean',
  'cohorts.legend.above': '+{value}',
  'cohorts.legend.below': '−{value}',
  'cohorts.legend.points': '{n} points',
  'cohorts.legend.highest': 'highest',
  'cohorts.legend.farthest.below': 'farthest below',
  'cohorts.legend.farthest.above': 'farthest above',
  'cohorts.legend.unfinished': 'Not final: no colour',
} as const
