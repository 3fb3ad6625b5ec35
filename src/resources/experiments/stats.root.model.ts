/**
 * Where a continuous function crosses zero between two points of different sign, to the last digits: C. Ridders, "A new algorithm for
 * computing a single root of a real continuous function", IEEE Transactions on Circuits and Systems 26 (1979) 979–980, which halves
 * where a value is infinite. Without a change of sign it returns the end that is nearer to zero. A value within `near` of zero is enough.
 */
export function findRoot(f: (x: number) => number, from: number, to: number, near = 0): number {
  let [a, b] = [from, to]
  let [fa, fb] = [f(a), f(b)]
  for (let step = 0; step < 200 && Math.sign(fa) !== Math.sign(fb); step++) {
    const least = Math.min(Math.abs(fa), Math.abs(fb))
    if (least <= near || Math.abs(b - a) <= 2 * Number.EPSILON * Math.abs(b)) break
    const middle = a + (b - a) / 2
    const fm = f(middle)
    const bend = ((middle - a) * Math.sign(fa) * fm) / Math.sqrt(fm * fm - fa * fb)
    // Ends without limits leave no number: then it is halved.
    const x = middle + (bend || 0)
    const fx = f(x)
    // The middle is the other end wherever the root is between both.
    if (Math.sign(fx) !== Math.sign(fm)) [a, fa] = [middle, fm]
    else if (Math.sign(fx) === Math.sign(fa)) [a, fa] = [b, fb]
    ;[b, fb] = [x, fx]
  }
  return Math.abs(fa) < Math.abs(fb) ? a : b
}

/** The first of `from + step`, `from + 2 step`, `from + 4 step` … at which a test holds; `from + 2^200 step` where none does. */
export function reach(holds: (x: number) => boolean, from: number, step: number): number {
  let width = step
  for (let tries = 0; tries < 200 && !holds(from + width); tries++) width *= 2
  return from + width
}
