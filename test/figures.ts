/** True in `npm run test:full`: every count as the requirement names it. Otherwise a twentieth. */
export const full = import.meta.env.VITE_FULL === '1'

/** How many runs a check that names `count` makes here. */
export const runs = (count: number): number => (full ? count : Math.max(1, Math.ceil(count / 20)))

/** Prints one measured figure for the full run's list: what, over how many, with what result, from which seed. */
export function figure(
  name: string,
  count: number,
  result: string,
  seed: number | string = '-',
): void {
  const where = import.meta.env.VITE_PEERS ? `, on ${String(import.meta.env.VITE_PEERS)}` : ''
  if (full) console.log(`figure: ${name}${where} | ${count} | ${result} | seed ${seed}`)
}
