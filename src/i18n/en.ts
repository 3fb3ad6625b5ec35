/** The English texts: source of the keys for every language. */
export const en = {
  'action.retry': 'Try again',
} as const
