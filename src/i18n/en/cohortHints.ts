/** English texts that explain the numbers of the cohort table: said on demand, so they are loaded with the first that is asked for. */
export const cohortHints = {
  'cohorts.total.hint': 'As the API gives it, over the cohorts that have this column.',
  'cohorts.total.hint.derived':
    'Worked out from the API’s totals, over the cohorts that have this column.',
  'cohorts.total.unfinished': 'Not all cohorts are complete here, so it may still move.',

  'cohorts.mean.hint':
    'Pooled over complete cells: all of them added up, so that large cohorts weigh more.',
  'cohorts.median.hint': 'The middle cohort: half of the complete cells are above it.',
  'cohorts.describe.summary': '{label}, {column}: {value}',
  'cohorts.curves.carried': '{n} of {all} cohorts',
  'cohorts.curves.strip': 'Cohorts in the mean',
  'cohorts.curves.strip.median': 'Cohorts in the median',
  'cohorts.curves.thin': 'Dotted: of fewer than half of the cohorts',
  'cohorts.summary.rows': { one: 'Over {n} cohort.', other: 'Over {n} cohorts.' },
  'cohorts.summary.unfinished': {
    one: 'Left out: {n} that is not complete.',
    other: 'Left out: {n} that are not complete.',
  },
  'cohorts.summary.small': 'Left out: {n} with fewer than {size} members.',
  'cohorts.summary.cut': 'Left out: {n} that the range cuts.',
  'cohorts.summary.missing': 'Left out: {n} without a value.',
  'cohorts.summary.unpublished':
    'Left out: {n}, as the answer does not hold what this number is made of.',
  'cohorts.summary.through': 'The same cohorts in every column: those complete through {column}.',
  'cohorts.summary.through.past':
    'Blank: fewer than half of the cohorts are complete past {column}.',
  'cohorts.small.hidden': {
    one: 'Not shown: {n} cohort with fewer than {size} members.',
    other: 'Not shown: {n} cohorts with fewer than {size} members.',
  },
  'cohorts.sort.hint': 'Shift+Enter sorts.',

  'cohorts.state.future': 'Not begun',
  'cohorts.state.missing': 'No value',
  'cohorts.legend.unfinished': 'Not final: no colour',
  'cohorts.state.final.hint': 'The period is over and late store notices are in.',
  'cohorts.refunds': 'Later refunds can still lower net amounts.',
  'cohorts.returns':
    'By renewals, members who start another subscription or change plan can still add to it (assumed).',
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
  'cohorts.first': 'The first period: there is none before it to compare with.',
  'cohorts.interval': '95% interval: {low} to {high}.',
  'cohorts.cells': 'Cells: {parts}.',
  'cohorts.cells.part': '{state} {n}',
} as const
