import type { Frame } from './frame.ts'
import type { ChartPoint, ChartSeries } from './types.ts'

/** One line as path data: empty where it has no such part. */
export interface LinePaths {
  /** Between points that are both final. */
  readonly solid: string
  /** To and between points that may still move. */
  readonly dashed: string
  /** To final points that stand for few. */
  readonly dotted: string
  /** The uncertainty around the line. */
  readonly band: string
  /** The uncertainty of points that stand alone. */
  readonly bars: string
}

type Known = ChartPoint & { readonly y: number }
const isKnown = (point: ChartPoint | undefined): point is Known =>
  point !== undefined && point.y !== null

const isUnsure = (point: ChartPoint | undefined): boolean =>
  isKnown(point) && point.low !== undefined && point.high !== undefined

const edge = (of: 'low' | 'high', stretch: readonly ChartPoint[]): Known[] =>
  stretch.map((point) => Object.assign({}, point, { y: point[of] ?? 0 }))

/** Draws one line: broken where a number is missing, dashed where it may still move, dotted where it stands for few. */
export function linePaths({ points }: ChartSeries, { x, y }: Frame): LinePaths {
  const toLine = (stretch: readonly Known[]): string =>
    `M${stretch.map((point) => `${thousandths(x(point.x))},${thousandths(y(point.y))}`).join('L')}`
  // Along the upper edge and back along the lower.
  const toBand = (stretch: readonly ChartPoint[]): string =>
    stretch.length === 0
      ? ''
      : `${toLine([...edge('high', stretch), ...edge('low', stretch.toReversed())])}Z`
  const parts: Record<'solid' | 'dashed' | 'dotted', string[]> = {
    solid: [],
    dashed: [],
    dotted: [],
  }
  let stretch: Known[] = []
  let kind: keyof typeof parts = 'solid'
  const close = () => {
    if (stretch.length > 1) parts[kind].push(toLine(stretch))
    stretch = []
  }
  points.forEach((point, index) => {
    const before = points[index - 1]
    if (!isKnown(point)) return close()
    if (isKnown(before)) {
      const next = !before.isFinal || !point.isFinal ? 'dashed' : point.isThin ? 'dotted' : 'solid'
      if (next !== kind) close()
      kind = next
      if (stretch.length === 0) stretch.push(before)
    }
    stretch.push(point)
    return undefined
  })
  close()
  const bars = points
    .filter(
      (point, index) =>
        isUnsure(point) && !isUnsure(points[index - 1]) && !isUnsure(points[index + 1]),
    )
    .map((point) => `M${x(point.x)},${y(point.low ?? 0)}V${y(point.high ?? 0)}`)
  const unsure = points.reduce<ChartPoint[][]>(
    (stretches, point) => {
      if (isUnsure(point)) stretches.at(-1)!.push(point)
      else stretches.push([])
      return stretches
    },
    [[]],
  )
  const band = bars.length === points.length ? '' : unsure.map(toBand).join('')
  const { solid, dashed, dotted } = parts
  return {
    solid: solid.join(''),
    dashed: dashed.join(''),
    dotted: dotted.join(''),
    band,
    bars: bars.join(''),
  }
}

/** A longer line than this marks only its ends and its lone points. */
const MARKED_POINTS = 40

/** Indexes of the points that get a marker. */
export function markedPoints({ points }: ChartSeries): readonly number[] {
  const known = points.flatMap(({ y }, index) => (y === null ? [] : [index]))
  if (points.length <= MARKED_POINTS) return known
  const isAlone = (index: number) => !isKnown(points[index - 1]) && !isKnown(points[index + 1])
  return known.filter((index) => index === known.at(-1) || isAlone(index))
}

/** Path data of a marker around a point: eight shapes, told apart without colour. */
export function markerPath(shape: number, x: number, y: number): string {
  const corner = CORNERS[shape % CORNERS.length]!
  const at = ([dx, dy]: readonly [number, number]) => `${round(x + dx)},${round(y + dy)}`
  return `M${corner.map(at).join('L')}Z`
}

/** As fine as a screen shows, however far it is zoomed. */
const thousandths = (value: number) => Math.round(value * 1000) / 1000
const round = (value: number) => Math.round(value * 100) / 100

/** A ring of `count` corners, the first at `turn` turns from the right, every second one nearer where `inner` says. */
function ring(count: number, radius: number, turn: number, inner = radius): [number, number][] {
  return Array.from({ length: count }, (_, index) => {
    const angle = 2 * Math.PI * (turn + index / count)
    const reach = index % 2 === 0 ? radius : inner
    return [reach * Math.cos(angle), reach * Math.sin(angle)]
  })
}

const UP = -1 / 4
const CORNERS: readonly (readonly [number, number][])[] = [
  ring(16, 3.6, 0),
  ring(4, 4.6, 1 / 8),
  ring(3, 5.2, UP),
  ring(4, 5, UP),
  ring(3, 5.2, -UP),
  ring(10, 5.6, UP, 2.3),
  ring(8, 5.4, UP, 1.7),
  ring(6, 4.4, UP),
]
