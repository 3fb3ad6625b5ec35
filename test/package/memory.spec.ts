import { expect, test, type CDPSession } from '@playwright/test'
import { figure, full, runs } from '../figures.ts'
import type { cycle, Heavy } from '../fixtures/app/memory.ts'
import { buildApp, createPackedApp, removeApp, type PackedApp } from './packedApp.ts'
import { open } from './packedPage.ts'

/** What stays in a page after everything that nobody holds was collected. */
async function kept(devtools: CDPSession) {
  // What the first collection frees may have held more in finalizers and weak maps.
  for (let round = 0; round < 3; round++) await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters')
  return { bytes: usedSize, nodes, listeners: jsEventListeners }
}

const COUNT = runs(1_000)
/** Mounts before the first look, which fill what is made once: code, formatters, the answer's grid. */
const WARM = 30
/**
 * Nodes or listeners from which on they come with the mounts, one with ten at the least. Fewer are made once for the page: a
 * bundler leaves a `<link>` in the head for each file that is loaded late.
 */
const ONCE = COUNT / 10

let app: PackedApp
let built: string
test.beforeAll(async () => {
  test.setTimeout(300_000)
  app = createPackedApp('19')
  built = await buildApp(app, 'production', ['memory'])
})
test.afterAll(() => removeApp(app))

for (const name of [
  'CohortTable',
  'CohortHeatmap',
  'RetentionCurves',
  'LtvChart',
  'ExperimentResults',
  'ExperimentsPanel',
  // Forms of plain fields, as the panel's search is one.
  ...(full ? (['ExperimentForm', 'SampleSizePlanner'] as const) : []),
] satisfies Heavy[])
  test(`${name}, mounted and unmounted over and over, leaves nothing behind`, async ({ page }) => {
    test.setTimeout(300_000)
    const complaints = await open(page, built, 'memory.html')
    await page.waitForFunction(() => 'cycle' in globalThis)
    const mount = (count: number) =>
      page.evaluate(
        ([part, times]) => (globalThis as unknown as { cycle: typeof cycle }).cycle(part, times),
        [name, count] as const,
      )
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('HeapProfiler.enable')
    await mount(WARM)
    const before = await kept(devtools)
    await mount(COUNT)
    const after = await kept(devtools)
    const bytes = after.bytes - before.bytes
    figure(
      `${name}: heap kept by mounts and unmounts`,
      COUNT,
      `${(bytes / 1e6).toFixed(2)} MB, ${after.nodes - before.nodes} nodes, ${after.listeners - before.listeners} listeners`,
    )
    expect(bytes).toBeLessThan(2e6)
    // The browser itself lets go of what was last pointed at in a later task; what leaks stays.
    const added = async (what: 'nodes' | 'listeners') => (await kept(devtools))[what] - before[what]
    await expect.poll(() => added('nodes')).toBeLessThan(ONCE)
    await expect.poll(() => added('listeners')).toBeLessThan(ONCE)
    expect(complaints).toEqual([])
  })
