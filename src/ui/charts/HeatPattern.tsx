import type { HeatFrame } from './heatFrame.ts'

/** An id that can stand in `url(#…)`, from one of `useId`. */
export const patternId = (id: string): string => `qv${id.replaceAll(/\W/g, '')}`

/** The hatching of cells that are not final, equally wide at every scale of the cells. */
export function HeatPattern({ id, frame }: { readonly id: string; readonly frame: HeatFrame }) {
  const { gap, cellWidth, cellHeight } = frame
  return (
    <defs>
      <pattern
        id={id}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        // Cells that touch are drawn in units of cells.
        patternTransform={gap === 0 ? `scale(${1 / cellWidth},${1 / cellHeight})` : undefined}
      >
        <path className="qv-heatmap-hatch" d="M-1,7L7,-1M-1,1L1,-1M5,7L7,5" />
      </pattern>
    </defs>
  )
}
