/** Days rounded up to whole weeks, at least one: weekends are not Wednesdays. */
export const wholeWeeks = (days: number): number => Math.max(1, Math.ceil(days / 7)) * 7
