/** Maps the values of a domain to a range of pixels in proportion; a domain of one value to the middle. */
export function linearScale(
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
): (value: number) => number {
  return (value) => start + (to > from ? (value - from) / (to - from) : 0.5) * (end - start)
}

/** A step of 1, 2 or 5 times a power of ten, about a `count`th of the span: `times` over `per`, both whole where they can be. */
function roundStep(span: number, count: number): { readonly times: number; readonly per: number } {
  const rough = span / Math.max(1, count)
  const power = Math.floor(Math.log10(rough))
  const share = rough / 10 ** power
  // Whichever of 1, 2, 5 and 10 is nearest as a ratio.
  const factor = share < Math.SQRT2 ? 1 : share < Math.sqrt(10) ? 2 : share < Math.sqrt(50) ? 5 : 10
  // Below 1 a step has no exact binary form, its reciprocal has.
  return power < 0
    ? { times: 1, per: 10 ** -power / factor }
    : { times: factor * 10 ** power, per: 1 }
}

/** The domain, widened to round values on both sides. */
export function roundDomain(
  [from, to]: readonly [number, number],
  count: number,
): readonly [number, number] {
  if (!(to - from > LEAST)) return [from, to]
  const { times, per } = roundStep(to - from, count)
  return [(floor((from * per) / times) * times) / per, (ceil((to * per) / times) * times) / per]
}

/** About `count` round values inside of a domain, ascending. */
export function roundTicks(
  [from, to]: readonly [number, number],
  count: number,
): readonly number[] {
  if (!(to - from > LEAST)) return [from]
  const { times, per } = roundStep(to - from, count)
  const first = ceil((from * per) / times)
  const last = floor((to * per) / times)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const tick = ((first + index) * times) / per
    // A zero never has a sign.
    return tick === 0 ? 0 : tick
  })
}

// What is a whole number but for rounding is one.
const floor = (value: number) => Math.floor(value + 1e-9)
const ceil = (value: number) => Math.ceil(value - 1e-9)

/** Spans below this have no reciprocal to count in. */
const LEAST = 1e-300
