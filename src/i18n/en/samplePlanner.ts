/** English texts of the planner of sample sizes. */
export const samplePlanner = {
  'samplePlanner.title': 'Plan a test',
  'samplePlanner.today': 'What users do today',
  'samplePlanner.loading': 'Loading the project’s figures',
  'samplePlanner.missing':
    'The project’s figures could not be loaded: write your own, or try again.',
  'samplePlanner.metric': 'Metric',
  'samplePlanner.value': 'Users who do it (%)',
  'samplePlanner.value.money': 'Average per payer ({currency})',
  'samplePlanner.value.none': 'The project has no figure of it: write one.',
  'samplePlanner.payerShare': 'Users who pay (%)',
  'samplePlanner.usersPerDay': 'New users a day',
  'samplePlanner.usersPerDay.none': 'Without it there are users, but no days.',
  'samplePlanner.share': 'Traffic share (%)',
  'samplePlanner.share.hint': 'Of those, so many take part.',
  'samplePlanner.own': 'Yours. The project’s is {value}.',
  'samplePlanner.own.back': 'Take the project’s figures',
  'samplePlanner.assumed':
    'Assumed: every payer pays the same, for want of how payments are spread. Where a few pay far more, it takes more users.',

  'samplePlanner.test': 'The test',
  'samplePlanner.effect': 'Smallest effect worth having (%)',
  'samplePlanner.effect.share': 'Relative: from {now} to {later}.',
  'samplePlanner.effect.money': 'Relative: from {now} to {later} a user, by more users who pay.',
  'samplePlanner.engine': 'Read',
  'samplePlanner.engine.sequential': 'At any time (sequential)',
  'samplePlanner.engine.fixed': 'Once, at the planned size (fixed)',
  'samplePlanner.engine.bayesian': 'As chances (Bayesian)',
  'samplePlanner.engine.bayesian.note':
    'Planned as a fixed test: chances have no size of their own, and looking daily calls more false winners.',
  'samplePlanner.arms': 'Arms',
  'samplePlanner.arms.n': { one: '{n} arm', other: '{n} arms' },
  'samplePlanner.weight.control': 'Weight of the control',
  'samplePlanner.weight.variant': 'Weight of variant {n}',
  'samplePlanner.start': 'Begins on (UTC)',
  'samplePlanner.outcomeWindow': 'Outcome window (days)',
  'samplePlanner.outcomeWindow.hint': 'Outcomes count so long after each user’s exposure.',
  'samplePlanner.minDays': 'Least days',
  'samplePlanner.alpha': 'False alarms put up with (%)',
  'samplePlanner.power': 'Chance to find the effect (%)',
  'samplePlanner.more': 'Certainty, window and least days',

  'samplePlanner.result': 'What it takes',
  'samplePlanner.users': '{n} users',
  'samplePlanner.users.arms': 'Control: {control}, {variants}.',
  'samplePlanner.users.variant': 'variant {index}: {n}',
  'samplePlanner.days': { one: '{n} day', other: '{n} days' },
  'samplePlanner.weeks': {
    one: '{n} week, with the outcome window of {window} days.',
    other: '{n} weeks, with the outcome window of {window} days.',
  },
  'samplePlanner.calendar':
    'From {start}, new users until {lastDay}, the result on {result} (UTC).',
  'samplePlanner.median':
    'If the effect is as large, half of such tests are decided by {median}, after {days} days.',
  'samplePlanner.fixed':
    'A fixed test, looked at once at its end, takes {users} users: looking at any time costs {ratio} times as many.',
  'samplePlanner.tooFew':
    'Fewer than 25 events are to be expected in the smallest arm: too few for the methods. Plan for a metric that more users reach, or more users.',
  'samplePlanner.payers':
    'Fewer than 100 payers are to be expected in the smallest arm; money is not judged before.',
  'samplePlanner.tooLong':
    'That is more than a year. Look for a larger effect, let more users in, or choose a metric that more of them reach.',
  'samplePlanner.nothing': 'Nothing can be planned yet:',

  'samplePlanner.table': 'By effect',
  'samplePlanner.table.effect': 'Effect',
  'samplePlanner.table.users': 'Users',
  'samplePlanner.table.fixed': 'Fixed size',
  'samplePlanner.table.days': 'Days',
  'samplePlanner.table.median': 'Half decided after',
  'samplePlanner.table.choose': 'Plan for {effect}',

  'samplePlanner.inverse': 'The other way round',
  'samplePlanner.inverse.days': 'Days in which users come',
  'samplePlanner.inverse.result':
    '{n} users in that time: an effect of {effect} or more is found with a chance of {power}.',
  'samplePlanner.inverse.none':
    '{n} users in that time: too few to find even the largest effect that could be.',
  'samplePlanner.inverse.noRate': 'Write how many new users there are a day.',

  'samplePlanner.use': 'Use this plan',

  'samplePlanner.fault.missing': 'Write today’s figure: none is known.',
  'samplePlanner.fault.share': 'Write a percentage above 0 and below 100.',
  'samplePlanner.fault.share.all': 'Write a percentage above 0 and up to 100.',
  'samplePlanner.fault.amount': 'Write a number above 0, without marks for thousands.',
  'samplePlanner.fault.past':
    'So large an effect would be more than everybody: choose a smaller one.',
  'samplePlanner.fault.power': 'Write a percentage from 50 to below 100; 80 is usual.',
  'samplePlanner.fault.alpha': 'Write a percentage above 0 and below 50; 5 is usual.',
  'samplePlanner.fault.whole': 'Write a whole number of days.',
  'samplePlanner.fault.closed':
    'The control and at least one variant need a weight above 0: else there is nobody to compare.',

  'samplePlanner.source.traffic': {
    one: 'Installs a day of the last {n} day, {range}.',
    other: 'Installs a day of the last {n} days, {range}.',
  },
  'samplePlanner.source.ltv': 'Of {n} installs, {range}, within {window} days.',
  'samplePlanner.source.trials': 'Trials begun by {n} installs, {range}.',
  'samplePlanner.source.name': '“{name}”',
  'samplePlanner.source.spread': 'Spread between payers: controls of {names}.',
  'samplePlanner.source.control': 'Of {n} users in the controls of {names}, totals so far.',
} as const
