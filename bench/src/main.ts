import { makeData, type CohortData, type Metric } from './data'
import type { Contender } from './contender'

const modules = import.meta.glob<Contender>('../contenders/*.tsx')

// ---- activity: anything that changes the DOM or draws on a canvas marks the frame as busy
let dirty = false
const proto = CanvasRenderingContext2D.prototype as unknown as Record<
  string,
  (...a: unknown[]) => unknown
>
for (const k of ['fillText', 'fillRect', 'clearRect', 'drawImage', 'fill', 'stroke']) {
  const real = proto[k]!
  proto[k] = function (...a: unknown[]) {
    dirty = true
    return real.apply(this, a)
  }
}
new MutationObserver(() => {
  dirty = true
}).observe(document.documentElement, {
  subtree: true,
  childList: true,
  attributes: true,
  characterData: true,
})

/** Called while a frame is being made: resolves once it is painted. */
const painted = (): Promise<number> =>
  new Promise((done) => {
    const ch = new MessageChannel()
    ch.port1.onmessage = () => done(performance.now())
    ch.port2.postMessage(0)
  })
const frame = (): Promise<number> => new Promise((f) => requestAnimationFrame(f))
const afterPaint = (): Promise<number> =>
  new Promise((done) => requestAnimationFrame(() => void painted().then(done)))

/**
 * Runs work at the top of a frame, as an event handler does, and follows it to the last frame it changes.
 * Started there, synchronous work is painted in the same frame, so its time holds no wait for the next tick;
 * a contender that needs more frames waits for them, as its user would.
 */
function inFrame(work: () => void, calm: number) {
  return new Promise<{ ms: number; frames: number; changed: boolean; sync: number }>(
    (done, fail) => {
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          dirty = false
          const t0 = performance.now()
          work()
          const sync = performance.now() - t0
          settle(t0, calm, true, painted()).then((r) => done({ ...r, sync }), fail)
        }),
      )
    },
  )
}

/** Milliseconds from t0 to the end of the last frame that changed anything; done after `calm` quiet frames. */
async function settle(
  t0: number,
  calm: number,
  mustChange: boolean,
  firstPaint?: Promise<number>,
): Promise<{ ms: number; frames: number; changed: boolean }> {
  let last = 0,
    quiet = 0,
    frames = 0,
    first = 0,
    changed = false
  for (;;) {
    const t = await (frames === 0 && firstPaint ? firstPaint : afterPaint())
    frames++
    if (!first) first = t
    if (dirty) {
      dirty = false
      changed = true
      last = t
      quiet = 0
    } else quiet++
    if (quiet >= calm && (changed || !mustChange)) break
    if (t - t0 > 110000) throw new Error('never settled')
  }
  return { ms: (last || first) - t0, frames, changed }
}

const host = document.getElementById('host')!
let mod: Contender
let data: Record<Metric, CohortData>
let now: Metric = 'revenue'

const bench = {
  async load(name: string, n: number, copied?: [string, string]) {
    const load = modules[`../contenders/${name}.tsx`]
    if (!load) throw new Error(`no contender ${name}`)
    mod = await load()
    data = makeData(n)
    mod.prepare?.(data)
    if (copied) mod.copy?.(copied)
    // touch the formatters, so that their first-use cost is in nobody's time
    for (const m of ['revenue', 'arpu'] as const) data[m].format(data[m].rows[0]![0]!)
    await settle(performance.now(), 3, false)
    return {
      name: mod.name,
      about: mod.about,
      hover: mod.hover ?? 'none',
      maxSize: mod.maxSize ?? Infinity,
      props: mod.props,
      copies: mod.copies,
      available: mod.available !== false,
    }
  },
  /** Where the first cell begins, and how large a cell is: [left, top, width, height]. */
  firstCell() {
    const cell = mod.cells?.(host)?.getBoundingClientRect()
    return cell ? [cell.left, cell.top, cell.width, cell.height] : null
  },
  mount: () => inFrame(() => mod.mount(host, data[now]), 6),
  update() {
    now = now === 'revenue' ? 'arpu' : 'revenue'
    return inFrame(() => mod.update(data[now]), 4)
  },
  /** Waits for one real pointer move, then for the last frame it changed. */
  armHover() {
    dirty = false
    ;(window as any).__hover = new Promise((done) => {
      window.addEventListener(
        'pointermove',
        () => {
          const t0 = performance.now()
          void settle(t0, 2, false).then(done)
        },
        { capture: true, once: true },
      )
    })
  },
  async scroll(ms: number, vx: number, vy: number) {
    const s = mod.scroller?.(host) ?? host
    const maxX = s.scrollWidth - s.clientWidth,
      maxY = s.scrollHeight - s.clientHeight
    if (maxX <= 0 && maxY <= 0) return null
    const gaps: number[] = []
    let x = 0,
      y = 0,
      dx = vx,
      dy = vy
    let prev = await frame()
    const start = prev
    while (prev - start < ms) {
      const dt = 1 / 60
      x += dx * dt
      y += dy * dt
      if (x > maxX) {
        x = maxX
        dx = -dx
      } else if (x < 0) {
        x = 0
        dx = -dx
      }
      if (y > maxY) {
        y = maxY
        dy = -dy
      } else if (y < 0) {
        y = 0
        dy = -dy
      }
      s.scrollTo(x, y)
      const t = await frame()
      gaps.push(t - prev)
      prev = t
    }
    s.scrollTo(0, 0)
    return { gaps, wall: prev - start }
  },
  nodes: () => document.querySelectorAll('body *').length,
  async formatOnly() {
    const d = data[now]
    const t0 = performance.now()
    let c = 0
    for (const r of d.rows)
      for (let j = 0; j < r.length; j++) c += d.format(r[j]!).length + d.color(r[j]!).length
    return { ms: performance.now() - t0, c }
  },
}
;(window as any).bench = bench
;(window as any).benchNames = Object.keys(modules).map((p) =>
  p.slice('../contenders/'.length, -'.tsx'.length),
)
