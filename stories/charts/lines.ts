import type { ChartSeries } from '../../src/ui/charts/types.ts'

/** Kept members of eight monthly cohorts, made by hand: each is a month older than the next, and the last month still runs. */
export const retention: readonly ChartSeries[] = [
  { month: 'March', shares: [1, 0.71, 0.58, 0.49, 0.44, 0.4, 0.37, 0.35, 0.33] },
  { month: 'April', shares: [1, 0.74, 0.6, 0.53, 0.47, 0.43, 0.41, 0.39] },
  { month: 'May', shares: [1, 0.69, 0.55, 0.46, 0.4, 0.36, 0.34] },
  { month: 'June', shares: [1, 0.72, 0.61, 0.54, 0.5, 0.47] },
  { month: 'July', shares: [1, 0.66, 0.52, 0.43, 0.38] },
  { month: 'August', shares: [1, 0.7, 0.57, 0.5] },
  { month: 'September', shares: [1, 0.73, 0.62] },
  { month: 'October', shares: [1, 0.68] },
].map(({ month, shares }) => ({
  id: month,
  label: `${month} 2026`,
  points: shares.map((y, x) => ({ x, y, isFinal: x < shares.length - 1 })),
}))

/** One line with its 95% interval, wider where fewer were counted. */
export const withInterval: readonly ChartSeries[] = [
  {
    id: 'mean',
    label: 'Mean of 8 cohorts',
    emphasis: true,
    points: [1, 0.7, 0.58, 0.5, 0.44, 0.41, 0.38, 0.36, 0.33].map((y, x) => ({
      x,
      y,
      low: Math.max(0, y - 0.012 * x),
      high: Math.min(1, y + 0.012 * x),
      isFinal: x < 8,
    })),
  },
]

/** A line of values, all final; null breaks it. */
export const line = (label: string, values: readonly (number | null)[]): ChartSeries => ({
  id: label,
  label,
  points: values.map((y, x) => ({ x, y, isFinal: true })),
})

/** A year of days for two lines, the last week not final. */
export const daily: readonly ChartSeries[] = ['Net per install', 'Gross per install'].map(
  (label, which) => ({
    id: label,
    label,
    points: Array.from({ length: 365 }, (_, x) => ({
      x,
      y: (which + 2) * Math.log1p(x / (20 + 5 * which)),
      isFinal: x < 358,
    })),
  }),
)
