/**
 * A sum without the noise of binary fractions: rounded to a billionth of its largest part (or finer), so that amounts that
 * cancel out are zero, and never to less than the thousandths that some currencies have. Both in the unit of the amounts;
 * what is no number stays so.
 */
export function clean(sum: number, largest: number): number {
  if (!(largest > 0)) return sum
  const scale = 10 ** Math.min(15, Math.max(3, 9 - Math.ceil(Math.log10(largest))))
  const scaled = sum * scale
  // Past this every double is a whole number. Adding zero: not -0.
  return Math.abs(scaled) < Number.MAX_SAFE_INTEGER ? Math.round(scaled) / scale + 0 : sum
}

/** Sum of amounts, cleaned of noise. */
export function sumOf(parts: readonly number[]): number {
  let sum = 0
  let largest = 0
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index]!
    sum += part
    if (Math.abs(part) > largest) largest = Math.abs(part)
  }
  return clean(sum, largest)
}
