/**
 * A sum without the noise of binary fractions: rounded to a billionth of its largest part (or finer), so that amounts that
 * cancel out are zero. Both in the unit of the amounts; what is no number stays so.
 */
export function clean(sum: number, largest: number): number {
  if (!(largest > 0)) return sum
  const scale = 10 ** Math.min(15, Math.max(2, 9 - Math.ceil(Math.log10(largest))))
  const scaled = sum * scale
  // Past this every double is a whole number. Adding zero: not -0.
  return Math.abs(scaled) < Number.MAX_SAFE_INTEGER ? Math.round(scaled) / scale + 0 : sum
}

/** Sum of amounts, cleaned of noise. */
export function sumOf(parts: readonly number[]): number {
  let [sum, largest] = [0, 0]
  for (const part of parts) {
    sum += part
    largest = Math.max(largest, Math.abs(part))
  }
  return clean(sum, largest)
}
