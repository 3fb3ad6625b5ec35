/** English texts of the page of an experiment's results. */
export const experimentResults = {
  'experimentResults.loading': 'Loading the results of the experiment',
} as const
