/**
 * Where a continuous function crosses zero between two points of different sign, to the last digits. Bisection and inverse
 * quadratic interpolation by the criterion of T. R. Chandrupatla, "A new hybrid quadratic/bisection algorithm", Advances in
 * Engineering Software 28 (1997) 145–149. Without a change of sign it returns the end that is nearer to zero. A value within
 * `near` of zero is enough.
 */
export function findRoot(f: (x: number) => number, from: number, to: number, near = 0): number {
  let [a, b] = [to, from]
  let [fa, fb] = [f(a), f(b)]
  if (fa === 0) return a
  if (fb === 0 || Math.sign(fa) === Math.sign(fb)) return Math.abs(fa) < Math.abs(fb) ? a : b
  let [c, fc] = [a, fa]
  let part = 0.5
  for (let step = 0; step < 200; step++) {
    const x = a + part * (b - a)
    const fx = f(x)
    if (Math.sign(fx) === Math.sign(fa)) [c, fc] = [a, fa]
    else [c, b, fc, fb] = [b, a, fb, fa]
    ;[a, fa] = [x, fx]
    const [best, value] = Math.abs(fa) < Math.abs(fb) ? [a, fa] : [b, fb]
    const least = (2 * Number.EPSILON * Math.abs(best) + 1e-300) / Math.abs(b - c)
    if (least > 0.5 || Math.abs(value) <= near) return best
    part = Math.min(1 - least, Math.max(least, interpolate(a, fa, b, fb, c, fc)))
  }
  return a
}

function interpolate(a: number, fa: number, b: number, fb: number, c: number, fc: number): number {
  const xi = (a - b) / (c - b)
  const phi = (fa - fb) / (fc - fb)
  if (!(phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi)) return 0.5
  return (
    (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb))
  )
}

/** The first of `from + step`, `from + 2 step`, `from + 4 step` … at which a test holds; `from + 2^200 step` where none does. */
export function reach(holds: (x: number) => boolean, from: number, step: number): number {
  let width = step
  for (let tries = 0; tries < 200 && !holds(from + width); tries++) width *= 2
  return from + width
}
