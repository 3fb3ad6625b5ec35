/** English texts of the form that makes and changes experiments. */
export const experimentForm = {
  'experimentForm.create': 'New experiment',
  'experimentForm.edit': 'Edit {name}',
  'experimentForm.loading': 'Loading the experiment',
  'experimentForm.missing':
    'There is no experiment “{id}” in this project. It may have been deleted, or the link is of another project.',

  'experimentForm.names': 'What it is',
  'experimentForm.name': 'Name',
  'experimentForm.alias': 'Alias',
  'experimentForm.alias.hint':
    'The app and the API know the experiment by it: letters, digits, dots, hyphens, underscores.',
  'experimentForm.alias.change':
    'An app that asks for “{alias}” finds nothing under another alias.',
  'experimentForm.description': 'Description',
  'experimentForm.description.hint': 'What is tried, and what is expected of it.',
  'experimentForm.context': 'Context key',
  'experimentForm.context.hint': 'The place in the app it applies to. Empty for none.',
  'experimentForm.contextSpecific': 'Only in this context',

  'experimentForm.goal': 'What it is judged by',
  'experimentForm.metric': 'Primary metric',
  'experimentForm.metric.none': 'Not chosen',
  'experimentForm.metric.conditional':
    'Counted over users who got there after exposure, so it never decides alone: “{twin}” is judged with it.',
  'experimentForm.direction': 'It shall',
  'experimentForm.direction.increase': 'go up',
  'experimentForm.direction.decrease': 'go down',
  'experimentForm.direction.none': 'Not chosen',
  'experimentForm.goalValue': 'Goal',
  'experimentForm.goalValue.money': 'Goal ({currency})',
  'experimentForm.goalValue.hint': 'The value hoped for. It decides nothing; empty for none.',
  'experimentForm.share': 'Traffic share (%)',
  'experimentForm.share.hint': 'Of all users, so many take part; empty for all.',

  'experimentForm.groups': 'Groups',
  'experimentForm.groups.about':
    'What users are given, and how many of them. Exactly one group is the control that the others are compared with.',
  'experimentForm.group': 'Group {n}',
  'experimentForm.group.control': 'Group {n}, the control',
  'experimentForm.group.name': 'Group name',
  'experimentForm.group.isControl': 'Control',
  'experimentForm.group.weight': 'Weight',
  'experimentForm.group.share': '{share} of those who take part',
  'experimentForm.group.closed': 'Nobody is put here; users found here later count as a leak.',
  'experimentForm.group.payload': 'Remote configuration',
  'experimentForm.group.payload.none': 'None',
  'experimentForm.group.payload.hint': 'Its uid, as Qonversion shows it; empty for none.',
  'experimentForm.group.offering': 'Offering: {name}. The API has no way to change it.',
  'experimentForm.group.remove': 'Remove {name}',
  'experimentForm.groups.add': 'Add a group',
  'experimentForm.groups.split': 'Split equally',
  'experimentForm.groups.sum': 'Weights add up to {sum}.',
  'experimentForm.groups.sum.none': 'Weights do not add up yet.',
  'experimentForm.groups.uneven':
    'The largest group is {ratio} times the smallest: it takes more users in all than equal groups do.',

  'experimentForm.plan': 'Plan',
  'experimentForm.plan.about':
    'How the results will be read, decided before the first look. It is kept by this panel, not by Qonversion.',
  'experimentForm.plan.none':
    'Without planned users there is no plan yet: results are read by a usual one, which is said beside them.',
  'experimentForm.plan.planner': 'Work out users and days',
  'experimentForm.plan.taken': 'The planned size was taken over.',
  'experimentForm.engine': 'Read',
  'experimentForm.engine.sequential': 'At any time (sequential)',
  'experimentForm.engine.sequential.hint':
    'Safe to look at daily; takes about 1.7 times the users.',
  'experimentForm.engine.fixed': 'Once, at the planned size (fixed)',
  'experimentForm.engine.fixed.hint': 'Nothing is shown before the planned users are there.',
  'experimentForm.engine.bayesian': 'As chances (Bayesian)',
  'experimentForm.engine.bayesian.hint':
    'Chances, not an error rate: looked at daily it calls more false winners.',
  'experimentForm.alpha': 'False alarms put up with (%)',
  'experimentForm.alpha.hint': 'Of tests without a difference, so many may name a winner or loser.',
  'experimentForm.outcomeWindow': 'Outcome window (days)',
  'experimentForm.outcomeWindow.hint':
    'Days after exposure in which outcomes count: the longest trial and 3 more.',
  'experimentForm.plannedUsers': 'Planned users',
  'experimentForm.plannedUsers.hint':
    'In all groups together, each with the whole window behind them.',
  'experimentForm.minEffect': 'Smallest effect that matters (%)',
  'experimentForm.minEffect.hint': 'Relative: 10 means from 2.0% to 2.2%.',
  'experimentForm.minDays': 'Least days',
  'experimentForm.minDays.hint': 'Whole weeks, so that every weekday counts alike.',
  'experimentForm.cap': 'Cap per user ({currency})',
  'experimentForm.cap.hint': 'More of one user’s money does not count. Empty for no cap.',
  'experimentForm.guardrails': 'Guardrails',
  'experimentForm.guardrails.about':
    'What must not get worse, even if the primary metric gets better.',
  'experimentForm.guardrail.margin.percent': 'Harm put up with (%)',
  'experimentForm.guardrail.margin.perThousand': 'Harm put up with (users of 1,000)',
  'experimentForm.guardrail.margin.plain': 'Harm put up with (in its own unit)',

  'experimentForm.fault.required': 'Fill this in.',
  'experimentForm.fault.number':
    'Write a number of 0 or more, such as {example}, without marks for thousands.',
  'experimentForm.fault.whole':
    'Write a whole number, such as {example}, without marks for thousands.',
  'experimentForm.fault.percent': 'Write a percentage above 0 and up to 100.',
  'experimentForm.fault.alphaRange': 'Write a percentage above 0 and below 50; 5 is usual.',
  'experimentForm.fault.aliasSigns':
    'Only letters, digits, dots, hyphens and underscores: the API takes no others.',
  'experimentForm.fault.aliasLong': 'At most 64 signs; it has {value}.',
  'experimentForm.fault.aliasTaken': '“{value}” has this alias already: choose another.',
  'experimentForm.fault.twoGroups': 'Two groups at least: add one to compare with.',
  'experimentForm.fault.twoOpenGroups':
    'At least two groups need a weight above 0: else there is nobody to compare with.',
  'experimentForm.fault.control': 'Exactly one group is the control: choose which.',
  'experimentForm.fault.controlClosed':
    'The control has no weight: without users in it nothing can be compared.',
  'experimentForm.fault.namesTwice':
    'Two groups have this name: results could not tell them apart.',
  'experimentForm.fault.plannedUsers':
    'A plan needs its size: how many users end the test. The planner works it out.',
  'experimentForm.faults': {
    one: 'Nothing was sent: {n} entry needs a look.',
    other: 'Nothing was sent: {n} entries need a look.',
  },

  'experimentForm.warn.context.name': '“{name}”',
  'experimentForm.warn.context': {
    one: '{names} is under way on this context key. Users would see both at once, so effects mix: end it first, or choose another key.',
    other:
      '{names} are under way on this context key. Users would see them at once, so effects mix: end them first, or choose another key.',
  },
  'experimentForm.warn.phase':
    'The experiment is under way and this changes {parts}: what comes after is a new phase, and results of before and after must not be added up. The server may refuse it.',
  'experimentForm.part.weights': 'the weights',
  'experimentForm.part.share': 'the traffic share',
  'experimentForm.part.payload': 'what groups are given',
  'experimentForm.part.groups': 'the groups',
  'experimentForm.part.control': 'the control',
  'experimentForm.part.context': 'the context key',
  'experimentForm.warn.plan':
    'The plan was made before the first look. A change is kept, and shown as a change beside the results.',

  'experimentForm.save.create': 'Create draft',
  'experimentForm.save': 'Save',
  'experimentForm.saving': 'Saving…',
  'experimentForm.cancel': 'Cancel',
  'experimentForm.leave': 'Leave without saving? What you changed is lost.',
  'experimentForm.leave.yes': 'Discard changes',
  'experimentForm.leave.no': 'Go on editing',
  'experimentForm.problem': 'Not everything was saved',
  'experimentForm.problem.none': 'It was not saved',
  'experimentForm.problem.fields': 'The server refused what is marked below.',
  'experimentForm.problem.kept': 'Nothing you typed is lost.',
  'experimentForm.progress.experiment': 'The experiment itself is saved.',
  'experimentForm.progress.groups': 'Saved groups: {names}.',
  'experimentForm.progress.missing': 'Not saved yet: {names}.',
  'experimentForm.progress.next': 'Saving again goes on from there and makes nothing twice.',
} as const
