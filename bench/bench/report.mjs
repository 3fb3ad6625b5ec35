import { readFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const sorted = (xs) => [...xs].filter((x) => x != null && Number.isFinite(x)).sort((a, b) => a - b)
export const median = (xs) => {
  const s = sorted(xs)
  return s.length ? (s[(s.length - 1) >> 1] + s[s.length >> 1]) / 2 : null
}
const num = (x) =>
  x == null ? '–' : x >= 100 ? x.toFixed(0) : x >= 10 ? x.toFixed(1) : x.toFixed(2)
const span = (xs) => {
  const s = sorted(xs)
  return s.length ? `${num(median(s))} (${num(s[0])}–${num(s.at(-1))})` : '–'
}

/** Ratio to a floor, pair by pair inside one round, then the median of those. */
export function ratio(samples, name, floor, n, pick) {
  const at = (x, run) => samples.find((s) => s.name === x && s.n === n && s.run === run && s.mount)
  const rs = []
  for (const run of new Set(samples.map((s) => s.run))) {
    const a = at(name, run),
      b = at(floor, run)
    if (a && b && pick(a) != null && pick(b)) rs.push(pick(a) / pick(b))
  }
  return median(rs)
}

export function report(results) {
  const { samples, sizes, formatOnly, infos } = results
  const sizeFile = join(ROOT, 'sizes.json')
  const bytes = existsSync(sizeFile) ? JSON.parse(readFileSync(sizeFile, 'utf8')) : {}
  const lines = [
    `Chromium headless, ${results.cores} cores (${results.cpu}); ${results.runs} rounds, interleaved; median (min–max), ms unless said. ${results.when}`,
    '',
  ]
  for (const n of sizes) {
    const here = samples.filter((s) => s.n === n)
    const names = [...new Set(here.map((s) => s.name))]
    lines.push(
      `### ${n} x ${n} (${(n * (n + 1)) / 2} observed cells); formatting and colouring them all: ${num(formatOnly[n])} ms`,
      '',
    )
    lines.push(
      '| contender | mount | x DOM | x canvas | CPU mount, all threads | CPU mount, main thread | of it script / style / layout | update | x DOM | CPU update, main thread | hover to paint | hover p95 | hover kind | frames dropped, % | DOM nodes | JS heap MB | process MB |',
    )
    lines.push(`|${'---|'.repeat(17)}`)
    const order = names
      .map((x) => ({
        x,
        m: median(here.filter((s) => s.name === x && s.mount).map((s) => s.mount.ms)) ?? Infinity,
      }))
      .sort((a, b) => a.m - b.m)
    for (const { x } of order) {
      const ss = here.filter((s) => s.name === x && s.mount)
      const err = here.find((s) => s.name === x && s.error)
      if (!ss.length) {
        lines.push(`| ${x} | failed: ${err?.error.slice(0, 80)} |${' |'.repeat(15)}`)
        continue
      }
      const m = (f) => median(ss.map(f))
      const drops = ss.filter((s) => s.scroll).map((s) => s.scroll.droppedShare * 100)
      lines.push(
        `| ${x} | ${span(ss.map((s) => s.mount.ms))} | ${num(ratio(here, x, 'floor-dom', n, (s) => s.mount?.ms))} | ${num(ratio(here, x, 'floor-canvas-view', n, (s) => s.mount?.ms))} | ${num(m((s) => s.mount.cpu))} | ${num(m((s) => s.mount.task))} | ${num(m((s) => s.mount.script))} / ${num(m((s) => s.mount.style))} / ${num(m((s) => s.mount.layout))} | ${span(ss.map((s) => s.update?.ms))} | ${num(ratio(here, x, 'floor-dom', n, (s) => s.update?.ms))} | ${num(m((s) => s.update?.task))} | ${num(m((s) => s.hover?.ms))} | ${num(m((s) => s.hover?.p95))} | ${infos[x]?.hover ?? ''} | ${drops.length ? num(median(drops)) : '–'} | ${m((s) => s.nodes)} | ${num(m((s) => s.heap / 1048576))} | ${num(m((s) => s.rss / 1048576))} |`,
      )
    }
    lines.push('')
  }
  if (Object.keys(bytes).length) {
    lines.push(
      '### Bundle, without react and react-dom',
      '',
      '| contender | min bytes | gzip bytes |',
      '|---|---|---|',
    )
    for (const [k, v] of Object.entries(bytes).sort((a, b) => a[1].gzip - b[1].gzip))
      lines.push(`| ${k} | ${v.min} | ${v.gzip} |`)
  }
  const given = Object.entries(infos).filter(([, info]) => info.props)
  if (given.length)
    lines.push(
      '',
      '### Props given',
      '',
      ...given.map(([name, info]) => `- ${name}: ${info.props}`),
    )
  return lines.join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = process.argv[2] ?? join(ROOT, 'results.json')
  console.log(report(JSON.parse(readFileSync(file, 'utf8'))))
}
