import type { Frame } from './frame.ts'
import type { ChartPosition, ChartSeries } from './types.ts'

/** The point of the lines that is nearest to a place of the drawing: first along x, then along y. */
export function nearestPoint(
  series: readonly ChartSeries[],
  frame: Frame,
  atX: number,
  atY: number,
): ChartPosition | null {
  let nearest: ChartPosition | null = null
  let [leastX, leastY] = [Infinity, Infinity]
  for (const { id, points } of series)
    points.forEach(({ x, y }, index) => {
      if (y === null) return
      const byX = Math.abs(frame.x(x) - atX)
      const byY = Math.abs(frame.y(y) - atY)
      if (byX > leastX + 0.5 || (byX > leastX - 0.5 && byY >= leastY)) return
      ;[leastX, leastY] = [byX, byY]
      nearest = { series: id, index }
    })
  return nearest
}

/**
 * Where a key leads from a point: along its line with left and right, Home and End; to the next line at the nearest x
 * with up and down. Null when the key is none of these, or there is nothing to read.
 */
export function stepReading(
  series: readonly ChartSeries[],
  from: ChartPosition | null,
  key: string,
  isRightToLeft: boolean,
): ChartPosition | null {
  const move = moveOf(key, isRightToLeft)
  if (!move) return null
  const readable = series.filter(({ points }) => points.some(({ y }) => y !== null))
  const at = readable.findIndex(({ id }) => id === from?.series)
  const own = readable[at]
  if (!from || !own) return readable[0] ? edge(readable[0], 1) : null
  if (move === 'home') return edge(own, 1)
  if (move === 'end') return edge(own, -1)
  if (move === 'up' || move === 'down') {
    const next = readable[at + (move === 'up' ? -1 : 1)] ?? own
    return nearestAlong(next, own.points[from.index]?.x ?? 0)
  }
  const step = move === 'next' ? 1 : -1
  for (let index = from.index + step; own.points[index]; index += step)
    if (own.points[index]!.y !== null) return { series: own.id, index }
  return from
}

type Move = 'next' | 'before' | 'up' | 'down' | 'home' | 'end'

function moveOf(key: string, isRightToLeft: boolean): Move | null {
  if (key === 'ArrowRight') return isRightToLeft ? 'before' : 'next'
  if (key === 'ArrowLeft') return isRightToLeft ? 'next' : 'before'
  return KEYS[key] ?? null
}

const KEYS: Partial<Record<string, Move>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'home',
  End: 'end',
}

/** The first point with a number, or the last. */
function edge({ id, points }: ChartSeries, step: 1 | -1): ChartPosition {
  const known = points.flatMap(({ y }, index) => (y === null ? [] : [index]))
  return { series: id, index: known.at(step === 1 ? 0 : -1) ?? 0 }
}

function nearestAlong({ id, points }: ChartSeries, x: number): ChartPosition {
  let index = 0
  let least = Infinity
  points.forEach((point, candidate) => {
    const by = Math.abs(point.x - x)
    if (point.y !== null && by < least) [index, least] = [candidate, by]
  })
  return { series: id, index }
}
