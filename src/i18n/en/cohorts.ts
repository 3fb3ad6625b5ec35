/** English texts of the cohort table and what stands around it. */
export const cohorts = {
  'cohorts.loading': 'Loading cohorts',
  'cohorts.all': 'All',
  'cohorts.total': 'Total',

  'cohorts.mean': 'Mean',
  'cohorts.mean.perMember': 'Mean per member',
  'cohorts.mean.share': 'Mean share',
  'cohorts.median': 'Median',
  'cohorts.sort': 'Sort by {column}',

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
  'cohorts.asOf': 'Data up to {day} · as\u00a0of\u00a0{instant}',
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

  'cohorts.notice.currency':
    'Amounts are in {given}, not in {asked}: the API had no rate for {asked} on some date.',
  'cohorts.notice.view': 'Worked out this way the numbers would be wrong: choose another view.',
  'cohorts.notice.mixedLengths':
    'Renewal lengths are mixed or unknown, so columns count payments (P1, P2 …). Later columns hold only what was already due: this is no retention rate.',
  'cohorts.notice.mixedLengths.split': 'Split by product',
  'cohorts.notice.cumulative':
    'Revenue never falls along any row, so it may be a running total. If you know, set cellBasis.',
  'cohorts.notice.partialFirst':
    'The first period is partial, so shares may pass 100%: who joined on its last day had one day.',
  'cohorts.notice.ends':
    'Where a row ends early nobody went further: what is complete after its end counts as 0 (assumed).',
  'cohorts.notice.aligned':
    'The answer’s columns were calendar periods; here they count from joining, without totals.',
  'cohorts.notice.vendor': 'How {metric} is computed is not published; it is shown as given.',
  'cohorts.notice.cut': {
    one: '{n} cohort is cut by the range and holds only a part of its members.',
    other: '{n} cohorts are cut by the range and hold only a part of their members.',
  },

  'cohorts.empty': 'No cohort in this range',
  'cohorts.empty.range': 'Nobody joined ({range}): widen the range.',
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
  'cohorts.legend.small': 'Fewer than {size} members',
  'cohorts.legend.farthest.below': 'farthest below',
  'cohorts.legend.farthest.above': 'farthest above',
} as const
