import type { EndLabel } from './endLabels.ts'
import { textWidth, type Frame } from './frame.ts'
import type { ChartMark, ChartSeries } from './types.ts'

/** Where the name of a mark is written, in pixels of the drawing: `y` is its baseline. */
export interface MarkLabel {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'end'
  readonly text: string
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const GAP = 6
/** Above and below the baseline of a text of 12 px. */
const [ASCENT, DESCENT] = [11, 3]
/** Above it stands the name of the axis. */
const HEAD = 16

/**
 * Places the names of marks: a vertical one's at its top, a horizontal one's at its beginning, unless a line, a mark, another
 * name (a line's too) or the edge is in the way there and some other place is free, for the short name if for no other. Where
 * lines run everywhere, at least no mark does.
 */
export function markLabels(
  marks: readonly ChartMark[],
  series: readonly ChartSeries[],
  frame: Frame,
  names: readonly EndLabel[] = [],
): readonly MarkLabel[] {
  const taken = [
    ...marks.map((mark) => lineOf(mark, frame)),
    ...names.map((name) => boxOfName(name, frame)),
  ]
  const isClear = (box: Box): boolean =>
    box.top >= HEAD &&
    box.bottom <= frame.plot.bottom &&
    box.left >= frame.plot.left &&
    box.right <= frame.plot.right &&
    !taken.some((other) => isTouching(box, other))
  const isFree = (box: Box): boolean => !series.some((line) => isCrossed(box, line, frame))
  const verticals = marks.flatMap(({ axis, at }) => (axis === 'x' ? [frame.x(at)] : []))
  return marks.map((mark) => {
    const places = [mark.label, mark.short ?? mark.label].flatMap((text) =>
      placesOf(mark, text, frame, verticals),
    )
    const clear = places.filter((place) => isClear(boxOf(place)))
    const place = clear.find((item) => isFree(boxOf(item))) ?? clear[0] ?? places[0]!
    taken.push(boxOf(place))
    return place
  })
}

/** The places a name can have, the usual one first: of a horizontal mark also those beside the vertical ones. */
function placesOf(
  { id, axis, at }: ChartMark,
  text: string,
  frame: Frame,
  verticals: readonly number[],
): readonly MarkLabel[] {
  const { plot, isRightToLeft } = frame
  const isVertical = axis === 'x'
  const place = isVertical ? frame.x(at) : frame.y(at)
  const before = { x: (isVertical ? place : plot.right) - GAP, anchor: 'end' } as const
  const after = { x: (isVertical ? place : plot.left) + GAP, anchor: 'start' } as const
  // A vertical mark's name is written towards the side that has more room.
  const isBefore = isVertical ? place > (plot.left + plot.right) / 2 : isRightToLeft
  const [usual, other] = isBefore ? [before, after] : [after, before]
  const [y, otherY] = isVertical
    ? [plot.top + 10, plot.bottom - GAP]
    : [place - GAP, place + GAP + ASCENT]
  const sides = isVertical
    ? ([
        [usual, y],
        [other, y],
        [usual, otherY],
        [other, otherY],
      ] as const)
    : [usual, other, ...verticals.flatMap(beside)].flatMap((side) => [
        [side, y] as const,
        [side, otherY] as const,
      ])
  return sides.map(([{ x, anchor }, baseline]) => ({ id, x, y: baseline, anchor, text }))
}

const beside = (x: number) => [
  { x: x + GAP, anchor: 'start' } as const,
  { x: x - GAP, anchor: 'end' } as const,
]

function boxOf({ text, x, y, anchor }: MarkLabel): Box {
  const width = textWidth(text)
  const left = anchor === 'start' ? x : x - width
  return { left, right: left + width, top: y - ASCENT, bottom: y + DESCENT }
}

/** Of a name of 12 px beside the end of a line: its `y` is the middle. */
function boxOfName({ text, x, y }: EndLabel, { isRightToLeft }: Frame): Box {
  const left = isRightToLeft ? x - textWidth(text) : x
  return { left, right: left + textWidth(text), top: y - 7, bottom: y + 7 }
}

function lineOf({ axis, at }: ChartMark, { plot, x, y }: Frame): Box {
  return axis === 'x'
    ? { ...plot, left: x(at), right: x(at) }
    : { ...plot, top: y(at), bottom: y(at) }
}

const isTouching = (a: Box, b: Box): boolean =>
  a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom

/** True where the line runs through the box. */
function isCrossed(box: Box, { points }: ChartSeries, frame: Frame): boolean {
  return points.some((point, index) => {
    const next = points[index + 1] ?? point
    if (point.y === null || next.y === null) return false
    const [x0, x1, y0, y1] = [frame.x(point.x), frame.x(next.x), frame.y(point.y), frame.y(next.y)]
    const from = Math.max(box.left, Math.min(x0, x1))
    const to = Math.min(box.right, Math.max(x0, x1))
    if (from > to) return false
    const at = (x: number): number => (x0 === x1 ? y0 : y0 + ((x - x0) / (x1 - x0)) * (y1 - y0))
    const [a, b] = [at(from), at(to)]
    return Math.min(a, b) <= box.bottom && Math.max(a, b) >= box.top
  })
}
