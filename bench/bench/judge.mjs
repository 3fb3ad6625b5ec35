// Holds what was measured against the figures the project promises; ratios are taken inside a round.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROOT } from './browser.mjs'
import { median, ratio } from './report.mjs'

const REFERENCE = 'cand-tiles'
const PEERS = [
  'tanstack-virtual',
  'ag-grid',
  'mui-grid',
  'visx',
  'nivo-canvas',
  'nivo-svg',
  'echarts',
  'recharts',
]

const FLOORS = ['floor-cohort-html', 'floor-cohort-react']

/** One line a figure: what, at which size, the bound, what was measured, and whether it fits. */
export function judge({ samples, sizes }, name) {
  const verdicts = []
  const add = (what, n, value, bound) => {
    if (value !== null)
      verdicts.push({
        figure: what,
        n,
        value: Number(value.toFixed(3)),
        bound,
        fits: bound === null || value <= bound,
      })
  }
  const of = (who, n) => samples.filter((s) => s.name === who && s.n === n && s.mount)
  const middle = (who, n, pick) => median(of(who, n).map(pick))
  for (const n of sizes) {
    const to = (other, pick) => ratio(samples, name, other, n, pick)
    const mount = (s) => s.mount?.ms
    const update = (s) => s.update?.ms
    const mountCpu = (s) => s.mount?.task
    const updateCpu = (s) => s.update?.task
    add(`mount × ${REFERENCE}`, n, to(REFERENCE, mount), 1.3)
    add(`mount × ${REFERENCE}, main-thread CPU`, n, to(REFERENCE, mountCpu), 1.3)
    add(`update × ${REFERENCE}`, n, to(REFERENCE, update), 1.3)
    add(`update × ${REFERENCE}, main-thread CPU`, n, to(REFERENCE, updateCpu), 1.3)
    add(
      `hover × ${REFERENCE}`,
      n,
      to(REFERENCE, (s) => s.hover?.ms),
      1.3,
    )
    for (const peer of PEERS) add(`mount × ${peer}`, n, to(peer, mount), 1)
    for (const peer of PEERS) add(`mount × ${peer}, main-thread CPU`, n, to(peer, mountCpu), 1)
    add('mount × glide', n, to('glide', mount), n === 52 ? null : 1)
    add('mount × glide, main-thread CPU', n, to('glide', mountCpu), n === 52 ? null : 1)
    add('update × glide', n, to('glide', update), null)
    add('update × glide, main-thread CPU', n, to('glide', updateCpu), null)
    // How near the reference a table of these elements can come, whatever its script does.
    for (const floor of FLOORS) {
      const over = (pick) => ratio(samples, floor, REFERENCE, n, pick)
      add(`${floor}: mount × ${REFERENCE}, main-thread CPU`, n, over(mountCpu), null)
      add(`${floor}: update × ${REFERENCE}, main-thread CPU`, n, over(updateCpu), null)
    }
    if (n === 365) add('mount × floor-dom', n, to('floor-dom', mount), 0.05)
    const dropped = (who) =>
      median(of(who, n).flatMap((s) => (s.scroll ? [s.scroll.droppedShare * 100] : [])))
    const [ours, theirs] = [dropped(name), dropped(REFERENCE)]
    if (ours !== null && theirs !== null)
      add(`frames dropped beyond ${REFERENCE}, points`, n, ours - theirs, 2)
    add(
      'DOM nodes',
      n,
      middle(name, n, (s) => s.nodes),
      1200,
    )
    add(
      'JS heap over the data, MB',
      n,
      middle(name, n, (s) => s.heap / 1048576),
      1,
    )
  }
  return verdicts
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const results = JSON.parse(readFileSync(process.argv[2] ?? join(ROOT, 'results.json'), 'utf8'))
  const verdicts = judge(results, process.argv[3] ?? 'cohort-table')
  console.table(verdicts)
  if (verdicts.some(({ fits }) => !fits)) process.exitCode = 1
}
