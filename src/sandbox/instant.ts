/** An instant (unix seconds) as the API writes it: UTC, to the second. */
export const isoInstant = (at: number): string =>
  `${new Date(at * 1000).toISOString().slice(0, 19)}Z`
