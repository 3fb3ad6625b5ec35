/** English texts of what is decided of an experiment, and why. */
export const experiments = {
  'experiments.word.unhealthy': 'Unhealthy: no result of this experiment can be believed.',
  'experiments.word.not-enough-data': 'Not enough data.',
  'experiments.word.keep-running': 'Keep running.',
  'experiments.word.ship': 'Ship {arm}.',
  'experiments.word.roll-back': 'Roll back.',
  'experiments.word.no-difference': 'No difference that matters.',
  'experiments.end.planned':
    'The planned size is reached, and what it shows is not to be relied on yet.',
  'experiments.end.finished': 'It is finished, and what it shows is not to be relied on.',

  'experiments.reason.no-control': 'There must be exactly one control; there are {value}.',
  'experiments.reason.no-variant': 'There is no arm to compare with the control.',
  'experiments.reason.sample-ratio':
    'Users did not arrive in the designed shares, so the arms differ in more than what is tested. Find out why, fix it and start anew.',
  'experiments.reason.leak': '{value} users are in {arm}, which was designed to have none.',
  'experiments.reason.two-arms': '{value} users were seen in two arms.',
  'experiments.reason.shared-context':
    'Another experiment on the same context key at the same time, “{other}”: effects of both mix.',
  'experiments.reason.events':
    'Too few users of {arm} or the control have an outcome in {metric}: {value} so far.',
  'experiments.reason.missing': '{metric} of {arm} is not in the results.',
  'experiments.reason.no-variance':
    '{metric} of {arm} comes without sums of squares, or with ones that cannot be, so nothing says how sure it is.',
  'experiments.reason.stopped-early':
    'It was stopped with {value} of {needed} users, before the question was answered.',
  'experiments.reason.unclear': '{arm} and the control are not yet told apart in {metric}.',
  'experiments.reason.better': '{arm} is better in {metric}: {value}.',
  'experiments.reason.worse': '{arm} is worse in {metric}.',
  'experiments.reason.guardrail-safe': '{metric} of {arm} is no worse than agreed.',
  'experiments.reason.guardrail-harmed': '{arm} harms {metric} by more than agreed.',
  'experiments.reason.guardrail-unclear': 'It is not sure yet that {arm} does not harm {metric}.',
  'experiments.reason.guardrail-undecided':
    'It is not sure at the end of the plan that {arm} does not harm {metric}: {value} outcomes in an arm are too few. Let more users in, or weigh the risk; plan the next test with a wider margin or a more common guardrail.',
  'experiments.reason.large-change':
    'A change of {value} is more often a fault of the tracking than a success: check it first.',
  'experiments.reason.one-customer':
    '{metric} of {arm} is decided by one customer: without each arm’s largest payment the result is another.',
  'experiments.reason.novelty':
    'Users who came after the first week show the opposite in {metric}: it may be novelty.',
  'experiments.reason.under-minimum':
    '{arm} is better in {metric}, but by less than the plan says matters.',
  'experiments.reason.within-minimum':
    'Any difference of {arm} in {metric} is smaller than the plan says matters.',
  'experiments.reason.planned-size-reached':
    'The planned {needed} users are reached, and no difference is sure.',
  'experiments.reason.past-planned-size':
    'This plan is looked at once, with {needed} users, and {value} are counted: each look after that one raises the chance of a false claim. Count the first {needed} only.',
  'experiments.reason.days': 'It must run for {needed} days, whole weeks; so far {value}.',
  'experiments.reason.maturity':
    'The totals mix users of different ages: an arm that charges later looks worse than it is. Wait until the last user has had the whole window: {value} days.',
  'experiments.reason.maturity.running':
    'The totals mix users of different ages: an arm that charges later looks worse than it is. They can decide {value} days after the experiment is finished; outcomes counted within the window decide while it runs.',
  'experiments.reason.conditional':
    'The metric divides by users counted after exposure, so it never decides alone. Name its twin per exposed user.',
  'experiments.reason.planned-size':
    'This plan is looked at once, with {needed} users; so far there are {value}.',
  'experiments.unknown': 'an unknown number',
} as const
