import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { expect, it } from 'vitest'
import { cdp } from 'vitest/browser'
import { CohortTable } from '../../../src/resources/cohorts/CohortTable.tsx'
import '../../../src/styles/index.css'
import { largeAnswer } from '../../../stories/cohorts/largeAnswer.ts'
import { figure, runs } from '../../figures.ts'

const data = largeAnswer(60)
const NOW = Date.UTC(2026, 10, 21)

/** Mounts a windowed table into a page, scrolls it, points at a cell, and takes it away. */
async function visit(): Promise<void> {
  const host = document.createElement('div')
  document.body.append(host)
  const root = createRoot(host)
  flushSync(() => root.render(<CohortTable data={data} asOf={NOW} />))
  const grid = host.querySelector<HTMLElement>('[role=grid]')!
  grid.parentElement!.scrollTo(1_500, 900)
  await new Promise((resolve) => requestAnimationFrame(resolve))
  const cell = grid.querySelector<HTMLElement>('tbody .qv-grid-cell')!
  cell.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))
  cell.focus()
  root.unmount()
  host.remove()
}

interface Heap {
  readonly bytes: number
  readonly nodes: number
}

/** What is alive after a forced collection. */
async function heap(): Promise<Heap> {
  const session = cdp() as unknown as {
    send(method: string): Promise<{ usedSize?: number; nodes?: number }>
  }
  // Twice: what the first frees can be held by what only the second reaches.
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize = 0 } = await session.send('Runtime.getHeapUsage')
  const { nodes = 0 } = await session.send('Memory.getDOMCounters')
  return { bytes: usedSize, nodes }
}

it('a table that was taken away leaves nothing behind', async () => {
  const count = runs(1_000)
  // The first visits load and compile what all share.
  for (let index = 0; index < 10; index++) await visit()
  const before = await heap()
  for (let index = 0; index < count; index++) await visit()
  const after = await heap()
  const kept = (after.bytes - before.bytes) / 1e6
  figure(
    'mounts and unmounts of a cohort table: kept',
    count,
    `${kept.toFixed(2)} MB, ${after.nodes - before.nodes} nodes`,
  )
  expect(before.bytes).toBeGreaterThan(1e6)
  expect(kept).toBeLessThan(2)
  // One table holds some 700 elements: not even one may stay.
  expect(after.nodes - before.nodes).toBeLessThan(700)
}, 300_000)
