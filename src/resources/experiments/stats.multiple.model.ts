/**
 * p values of a family, each raised so that comparing it with alpha keeps the chance of any false claim at alpha: S. Holm,
 * "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6 (1979). A null stays null and
 * counts as a test that is still to come: how many there are is fixed before the first look.
 */
export function holm(ps: readonly (number | null)[]): (number | null)[] {
  const order = ps
    .flatMap((p, index) => (p === null ? [] : [{ p, index }]))
    .toSorted((a, b) => a.p - b.p)
  const adjusted: (number | null)[] = ps.map(() => null)
  let least = 0
  for (const [rank, { p, index }] of order.entries())
    adjusted[index] = least = Math.max(least, Math.min(1, p * (ps.length - rank)))
  return adjusted
}
