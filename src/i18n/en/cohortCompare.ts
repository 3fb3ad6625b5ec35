/** English texts of chosen cohorts, and of the answer that two of them give. */
export const cohortCompare = {
  'cohorts.rows.one': '1 cohort selected; select another to compare the two.',
  'cohorts.rows.chosen': { other: '{n} cohorts selected.' },
  'compare.title': '{a} compared with {b}',
  'compare.higher':
    '{column}: {points} points higher ({low} to {high}), {a} against {b}: {verdict}',
  'compare.lower': '{column}: {points} points lower ({low} to {high}), {a} against {b}: {verdict}',
  'compare.equal': '{column}: equal ({low} to {high}), {a} against {b}: {verdict}',
  'compare.under': 'less than {points}',
  'compare.told': 'told apart',
  'compare.notTold': 'not told apart',
  'compare.hint':
    'In brackets what chance leaves possible (95%), then the people counted. Only complete cells are compared.',
  'compare.unfinished': 'No column is complete in both cohorts yet.',
  'compare.none': 'Two cohorts are compared by payers: choose them as % of cohort size.',
} as const
