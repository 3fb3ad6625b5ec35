/** English texts of an open experiment: what it is, and the plan it is judged by. They come with the first that is opened. */
export const experimentOpen = {
  'experimentPanel.alias': 'Alias',
  'experimentPanel.contextKey': 'Context key',
  'experimentPanel.share': 'New users let in',
  'experimentPanel.goal': 'Goal',
  'experimentPanel.goal.increase': 'Increase',
  'experimentPanel.goal.decrease': 'Decrease',
  'experimentPanel.goal.value': '{direction}, target {value}',
  'experimentPanel.draft': 'No results before the start',
  'experimentPanel.draft.groups': 'Add its groups and their weights with “Edit”.',
  'experimentPanel.draft.start': 'Then start it: the first users are counted from that moment.',
  'experimentPanel.noResults': 'No results yet',
  'experimentPanel.noResults.users': 'Nobody has been exposed to it yet.',
  'experimentPanel.noResults.api':
    'The API gives no results per group of this experiment: hand them in from your own data.',
  'experimentPanel.plan.default':
    'No plan is kept for this experiment, so it is judged by a default: sequential testing at {alpha}, safe to look at daily, outcomes within {window} days of exposure, {users} users (enough to find a change by a fifth of what 1 user in 20 does), refunds as a guardrail.',
  'experimentPanel.plan.advice':
    'A plan should be written before the first look: write yours with “Edit”.',
} as const
