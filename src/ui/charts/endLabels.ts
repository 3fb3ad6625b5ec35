import { textWidth, type Frame } from './frame.ts'
import type { ChartSeries } from './types.ts'

/** The name of a line beside its last point. */
export interface EndLabel {
  readonly id: string
  readonly text: string
  readonly x: number
  readonly y: number
}

/** Below this width lines are named by the legend only. */
const LABELLED_WIDTH = 480
const GAP = 8
const LINE = 14
const LONGEST = 22

/** Room that the labels want after the last x, in pixels. */
export function labelRoom(series: readonly ChartSeries[], width: number): number {
  if (width < LABELLED_WIDTH || series.length < 2) return 0
  return GAP + Math.max(...series.map(({ label }) => textWidth(shortened(label))))
}

/**
 * Names every line at its end; a label in the way of another, or on a line, moves down or up, whichever is nearer, but never
 * so far that it stands at another line's end.
 */
export function endLabels(series: readonly ChartSeries[], frame: Frame): readonly EndLabel[] {
  if (labelRoom(series, frame.width) === 0) return []
  const placed: EndLabel[] = []
  const wanted = series.flatMap(({ id, label, points }) => {
    const last = points.findLast(({ y }) => y !== null)
    if (!last) return []
    const x = frame.x(last.x) + (frame.isRightToLeft ? -GAP : GAP)
    return [{ id, text: shortened(label), x, y: frame.y(last.y ?? 0) }]
  })
  for (const label of wanted.toSorted((a, b) => a.y - b.y)) {
    const shift = SHIFTS.find((by) => {
      const y = label.y + by
      const isInside = y > LINE / 2 && y < frame.plot.bottom
      const moved = { ...label, y }
      return (
        isInside &&
        !placed.some((other) => overlaps(moved, other)) &&
        !wanted.some((end) => isNearer(end, moved, label)) &&
        !series.some((line) => isCrossed(moved, line, frame))
      )
    })
    // Where there is no room the legend alone names the line.
    if (shift !== undefined) placed.push({ ...label, y: label.y + shift })
  }
  return placed
}

/** Up to two lines away from the end, nearest first: a name further off would seem to be of another line. */
const SHIFTS = Array.from({ length: 15 }, (_, step) => Math.ceil(step / 2) * (step % 2 ? 4 : -4))

const overlaps = (a: EndLabel, b: EndLabel) =>
  Math.abs(a.y - b.y) < LINE && Math.abs(a.x - b.x) < Math.max(textWidth(a.text), textWidth(b.text))

/** Whether a moved label stands nearer to the end of another line than to its own. */
const isNearer = (end: EndLabel, moved: EndLabel, own: EndLabel) =>
  Math.abs(end.x - own.x) < LINE && Math.abs(end.y - moved.y) < Math.abs(own.y - moved.y)

/** Whether a line runs through a label, looked at in a few places of it. */
function isCrossed({ text, x, y }: EndLabel, { points }: ChartSeries, frame: Frame): boolean {
  const width = textWidth(text) * (frame.isRightToLeft ? -1 : 1)
  return points.some(({ x: toX, y: toY }, index) => {
    const from = points[index - 1]
    if (!from || from.y === null || toY === null) return false
    const [x0, x1] = [frame.x(from.x), frame.x(toX)]
    const [y0, y1] = [frame.y(from.y), frame.y(toY)]
    return PLACES.some((place) => {
      const share = (x + place * width - x0) / (x1 - x0)
      return share >= 0 && share <= 1 && Math.abs(y0 + share * (y1 - y0) - y) < LINE / 2
    })
  })
}

const PLACES = [0, 0.25, 0.5, 0.75, 1]

const shortened = (label: string) =>
  label.length > LONGEST ? `${label.slice(0, LONGEST - 1)}…` : label
