import { writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { existsSync, readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { launch, ROOT, serve } from './browser.mjs'
import { report } from './report.mjs'

function flag(name, fallback) {
  const k = process.argv.indexOf(`--${name}`)
  return k < 0 ? fallback : process.argv[k + 1]
}
const sizes = flag('sizes', '12,52,120,365').split(',').map(Number)
const runs = Number(flag('runs', '7'))
const only = flag('only', '')?.split(',').filter(Boolean)
const skip = flag('skip', '')?.split(',').filter(Boolean)
const phases = new Set(flag('phases', 'mount,update,hover,scroll').split(','))
const out = flag('out', join(ROOT, 'results.json'))
const limit = Number(flag('slow', '4000')) // a contender slower than this to mount at a size gets `slow-runs` runs there
const scrollRuns = Number(flag('scroll-runs', '3'))
const slowRuns = Number(flag('slow-runs', '2'))
if (!process.argv.includes('--no-build'))
  execFileSync('npx', ['vite', 'build', '--logLevel', 'error'], { cwd: ROOT, stdio: 'inherit' })
if (process.argv.includes('--sizes-again') || !existsSync(join(ROOT, 'sizes.json')))
  execFileSync('node', ['bench/size.mjs'], { cwd: ROOT, stdio: ['ignore', 2, 2] })
else if (process.env.LIB)
  execFileSync('node', ['bench/size.mjs', 'lib'], { cwd: ROOT, stdio: ['ignore', 2, 2] })

const UPDATES = 4,
  MOVES = 50
const { url, close } = await serve()

const METRICS = [
  'ScriptDuration',
  'LayoutDuration',
  'RecalcStyleDuration',
  'TaskDuration',
  'JSHeapUsedSize',
  'Nodes',
  'LayoutCount',
]
async function metrics(cdp) {
  const { metrics: m } = await cdp.send('Performance.getMetrics')
  return Object.fromEntries(m.filter((x) => METRICS.includes(x.name)).map((x) => [x.name, x.value]))
}
const delta = (a, b) => ({
  script: (b.ScriptDuration - a.ScriptDuration) * 1000,
  layout: (b.LayoutDuration - a.LayoutDuration) * 1000,
  style: (b.RecalcStyleDuration - a.RecalcStyleDuration) * 1000,
  task: (b.TaskDuration - a.TaskDuration) * 1000,
})
// Renderer and GPU processes together: CPU time (raster threads too, and not the wait for a core)
// and resident memory (DOM, styles, layout and canvas bitmaps too, which no JS heap figure has).
async function system(browserCdp) {
  const { processInfo } = await browserCdp.send('SystemInfo.getProcessInfo')
  let ms = 0,
    rss = 0
  for (const p of processInfo) {
    if (p.type === 'browser') continue
    ms += p.cpuTime * 1000
    try {
      rss +=
        Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${p.id}/status`, 'utf8'))?.[1] ?? 0) * 1024
    } catch {}
  }
  return { ms, rss }
}
const median = (xs) => {
  const s = [...xs].sort((a, b) => a - b)
  return s.length ? (s[(s.length - 1) >> 1] + s[s.length >> 1]) / 2 : null
}
const p95 = (xs) => {
  const s = [...xs].sort((a, b) => a - b)
  return s.length ? s[Math.min(s.length - 1, Math.floor(s.length * 0.95))] : null
}
const timeout = (p, ms, what) => {
  let t
  return Promise.race([
    p,
    new Promise((_, no) => {
      t = setTimeout(() => no(new Error(`${what}: over ${ms} ms`)), ms)
    }),
  ]).finally(() => clearTimeout(t))
}

/** What another contender drew, before and after an update: for the floors that draw the same without its work. */
const drawn = new Map()
async function drawnBy(browser, name, n) {
  const key = `${name}@${n}`
  if (!drawn.has(key)) {
    const { context, page } = await open(browser, name, n)
    const html = () => page.evaluate(() => document.getElementById('host').innerHTML)
    await page.evaluate('bench.mount()')
    const mounted = await html()
    await page.evaluate('bench.update()')
    drawn.set(key, [mounted, await html()])
    await context.close()
  }
  return drawn.get(key)
}

async function open(browser, name, n) {
  const { copies } = infos[name]
  const copied = copies && (await drawnBy(browser, copies, n))
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1,
  })
  const page = await context.newPage()
  const errors = []
  page.on('pageerror', (e) => errors.push(String(e).slice(0, 200)))
  await page.goto(url)
  await page.waitForFunction('window.bench')
  const info = await page.evaluate(([a, b, c]) => window.bench.load(a, b, c), [name, n, copied])
  const cdp = await context.newCDPSession(page)
  // CPU time of the main thread: a wait for a core that something else has is not in it.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  return { context, page, cdp, info, errors }
}

async function timed(browser, browserCdp, name, n) {
  const r = { name, n, load: loadavg()[0] }
  const { context, page, cdp, info, errors } = await open(browser, name, n)
  try {
    r.hoverKind = info.hover
    r.about = info.about
    await cdp.send('HeapProfiler.enable')
    await cdp.send('HeapProfiler.collectGarbage')
    const nodes0 = await page.evaluate('bench.nodes()')
    const m0 = await metrics(cdp),
      c0 = await system(browserCdp)
    const mount = await timeout(page.evaluate('bench.mount()'), 120000, 'mount')
    const m1 = await metrics(cdp),
      c1 = await system(browserCdp)
    r.mount = { ms: mount.ms, sync: mount.sync, cpu: c1.ms - c0.ms, ...delta(m0, m1) }
    r.nodes = (await page.evaluate('bench.nodes()')) - nodes0
    await cdp.send('HeapProfiler.collectGarbage')
    const m2 = await metrics(cdp)
    r.heap = m2.JSHeapUsedSize - m0.JSHeapUsedSize
    r.rss = c1.rss - c0.rss
    if (phases.has('update')) {
      const k = mount.ms > 5000 ? 2 : UPDATES
      const ms = []
      const a = await metrics(cdp),
        ca = await system(browserCdp)
      for (let i = 0; i < k; i++)
        ms.push((await timeout(page.evaluate('bench.update()'), 120000, 'update')).ms)
      const b = await metrics(cdp),
        cb = await system(browserCdp)
      const d = delta(a, b)
      r.update = {
        ms: median(ms),
        cpu: (cb.ms - ca.ms) / k,
        script: d.script / k,
        layout: d.layout / k,
        style: d.style / k,
        task: d.task / k,
      }
    }
    if (phases.has('hover')) {
      const [left, top, width, height] = (await page.evaluate('bench.firstCell()')) ?? [
        20 + 180,
        20 + 28,
        56,
        24,
      ]
      const xy = (k) => [
        left + (k % 6) * width + width / 2,
        top + (Math.floor(k / 6) % 6) * height + height / 2,
      ]
      const moves = mount.ms > 5000 ? 6 : mount.ms > 1500 ? 20 : MOVES
      await cdp.send('Input.dispatchMouseEvent', {
        type: 'mouseMoved',
        x: left + 15,
        y: Math.max(0, top - 8),
      })
      const ms = []
      let changed = 0
      const a = await metrics(cdp)
      for (let k = 0; k < moves; k++) {
        const [x, y] = xy(k)
        await page.evaluate('bench.armHover()')
        await cdp.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y })
        const h = await timeout(page.evaluate('window.__hover'), 60000, 'hover')
        ms.push(h.ms)
        if (h.changed) changed++
      }
      const b = await metrics(cdp)
      const d = delta(a, b)
      r.hover = {
        ms: median(ms),
        p95: p95(ms),
        script: d.script / moves,
        task: d.task / moves,
        changed: changed / moves,
      }
    }
    if (errors.length) r.errors = errors
  } finally {
    await context.close()
  }
  return r
}

async function scrolled(browser, name, n) {
  const { context, page, cdp } = await open(browser, name, n)
  try {
    await timeout(page.evaluate('bench.mount()'), 120000, 'mount')
    await page.waitForTimeout(150)
    const a = await metrics(cdp)
    const s = await timeout(page.evaluate('bench.scroll(1000, 1500, 1500)'), 60000, 'scroll')
    const b = await metrics(cdp)
    if (!s) return null
    const frame = 1000 / 60
    const due = Math.round(s.wall / frame)
    return {
      frames: s.gaps.length,
      dropped: Math.max(0, due - s.gaps.length),
      droppedShare: Math.max(0, due - s.gaps.length) / due,
      p95: p95(s.gaps),
      worst: Math.max(...s.gaps),
      taskPerFrame: ((b.TaskDuration - a.TaskDuration) * 1000) / s.gaps.length,
    }
  } finally {
    await context.close()
  }
}

const probe = await launch({ freeRun: true })
const pp = await probe.newPage()
await pp.goto(url)
await pp.waitForFunction('window.bench')
let names = await pp.evaluate('window.benchNames')
const infos = {}
for (const x of names)
  infos[x] = await pp
    .evaluate((a) => window.bench.load(a, 2), x)
    .catch((e) => ({ error: String(e) }))
const formatOnly = {}
for (const n of sizes) {
  await pp.evaluate(([a, b]) => window.bench.load(a, b), ['floor-dom', n])
  const t = []
  for (let k = 0; k < 5; k++) t.push((await pp.evaluate('bench.formatOnly()')).ms)
  formatOnly[n] = median(t)
}
await probe.close()
names = names.filter(
  (x) => infos[x].available !== false && (!only.length || only.includes(x)) && !skip.includes(x),
)
// floors first, then the rest by name
names.sort((a, b) => b.startsWith('floor') - a.startsWith('floor') || a.localeCompare(b))

const results = {
  when: new Date().toISOString(),
  sizes,
  runs,
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  formatOnly,
  infos,
  samples: [],
}
// --append: more rounds into the same results file
let first = 0
if (process.argv.includes('--append') && existsSync(out)) {
  const old = JSON.parse(readFileSync(out, 'utf8'))
  first = Math.max(-1, ...old.samples.map((s) => s.run)) + 1
  results.samples = old.samples
  results.sizes = [...new Set([...old.sizes, ...sizes])].sort((a, b) => a - b)
  results.runs = `${old.runs} + ${runs}`
  results.formatOnly = { ...old.formatOnly, ...formatOnly }
  results.infos = { ...old.infos, ...infos }
}
const failed = new Set()
const save = () => writeFile(out, JSON.stringify(results))
for (let run = first; run < first + runs; run++) {
  const fast = await launch({ freeRun: true })
  const browserCdp = await fast.newBrowserCDPSession()
  const steady = phases.has('scroll') && run < scrollRuns ? await launch({ freeRun: false }) : null
  // a new browser's first page pays for the browser's own start: not counted
  for (const b of [fast, steady])
    if (b)
      for (const x of ['floor-dom', 'floor-canvas']) {
        const { context, page } = await open(b, x, 12)
        await page.evaluate('bench.mount()')
        await context.close()
      }
  for (const n of sizes) {
    for (let k = 0; k < names.length; k++) {
      const name = names[k]
      if (n > (infos[name].maxSize ?? Infinity) || failed.has(`${name}@${n}`)) continue
      const before = results.samples.filter((s) => s.name === name && s.n === n && s.mount)
      if (before.some((s) => s.mount.ms > limit) && before.length >= slowRuns) continue
      try {
        const r = await timed(fast, browserCdp, name, n)
        r.run = run
        if (steady && n >= 52 && r.mount.ms < 20000) r.scroll = await scrolled(steady, name, n)
        results.samples.push(r)
        process.stderr.write(
          `run ${run + 1} n=${n} ${name}: mount ${r.mount.ms.toFixed(1)} update ${r.update?.ms.toFixed(1)} hover ${r.hover?.ms.toFixed(1)} dropped ${r.scroll ? r.scroll.dropped : '-'} nodes ${r.nodes}${r.errors ? ' ERR ' + r.errors[0] : ''}\n`,
        )
      } catch (e) {
        failed.add(`${name}@${n}`)
        results.samples.push({ name, n, run, error: String(e).slice(0, 300) })
        process.stderr.write(`run ${run + 1} n=${n} ${name}: FAILED ${String(e).slice(0, 200)}\n`)
      }
    }
    await save()
  }
  await fast.close()
  await steady?.close()
}
close()
await save()
console.log(report(results))
