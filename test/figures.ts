// Vitest has Vite's variables, Playwright those of the process: `scripts/checks` sets them for both.
const given: Readonly<Record<string, string | undefined>> = import.meta.env ?? process.env

/** True in `npm run test:full`: every count as the requirement names it. Otherwise a twentieth. */
export const full = given['VITE_FULL'] === '1'

/** How many runs a check that names `count` makes here. */
export const runs = (count: number): number => (full ? count : Math.max(1, Math.ceil(count / 20)))

/** Prints one measured figure for the full run's list: what, over how many, with what result, from which seed. */
export function figure(
  name: string,
  count: number,
  result: string,
  seed: number | string = '-',
): void {
  const where = given['VITE_PEERS'] ? `, on ${given['VITE_PEERS']}` : ''
  if (full) console.log(`figure: ${name}${where} | ${count} | ${result} | seed ${seed}`)
}
