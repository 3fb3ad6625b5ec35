/** English texts of the fold that holds a panel's controls. */
export const toolbar = {
  'toolbar.label': 'Question',
  'toolbar.more': 'More options',
  'toolbar.more.changed': { one: '{n} changed', other: '{n} changed' },
} as const
