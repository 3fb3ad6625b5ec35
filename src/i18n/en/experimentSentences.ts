/** English texts of what an experiment's results say in sentences beside the decision: numbers, progress and methods. They come with the first results. */
export const experimentSentences = {
  'experiments.split.fair': 'Users arrived as designed ({counts}).',
  'experiments.split.broken': 'Users did not arrive as designed ({counts}).',
  'experiments.split.arm': '{arm}: {n} of {expected} expected',
  'experiments.split.noShare': '{arm}: {n}, no share designed',
  'experiments.byHand': {
    one: '{n} user was attached by hand and is not counted.',
    other: '{n} users were attached by hand and are not counted.',
  },
  'experiments.progress': '{n} of {planned} planned users have had their whole window.',
  'experiments.progress.exposed': '{n} of {planned} planned users are in it.',
  'experiments.progress.mixed':
    '{n} of {planned} planned users are in it; totals do not tell how many have had their whole window.',
  'experiments.progress.left': {
    one: 'About {n} day left.',
    other: 'About {n} days left.',
  },
  'experiments.progress.outOfReach':
    'Out of reach at the rate so far: it would take more than a year.',
  'experiments.maturing': {
    one: 'Results still mature, for {n} more day.',
    other: 'Results still mature, for {n} more days.',
  },
  'experiments.row': '{metric}, {arm}: {value} against {control} ({counts}).',
  'experiments.row.counts': '{n} of {of} against {controlN} of {controlOf}',
  'experiments.perThousand': '{n} of 1,000',
  'experiments.lift': 'Change {lift}, {level} interval {interval}.',
  'experiments.lift.plain': 'Change {lift}; no interval.',
  'experiments.interval': '{low} to {high}',
  'experiments.noLower': 'no lower limit',
  'experiments.noUpper': 'no upper limit',
  'experiments.chance': 'Chance to be higher than the control: {chance}.',
  'experiments.method.asymptotic-sequence': 'Safe to look at daily (asymptotic).',
  'experiments.method.other': 'Not used for the decision, and not safe to look at daily.',
  'experiments.influence': 'Without each arm’s largest payment the result is another.',
  'experiments.conditional': '{metric} is conditional: the metric per exposed user decides.',
  'experiments.accrued': 'Totals so far of users of different ages, not outcomes within a window.',
} as const
