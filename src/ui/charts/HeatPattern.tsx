/** An id that can stand in `url(#…)`, from one of `useId`. */
export const patternId = (id: string): string => `qv${id.replaceAll(/\W/g, '')}`

/** The hatching of cells that are not final. */
export function HeatPattern({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
        <path className="qv-heatmap-hatch" d="M-1,7L7,-1M-1,1L1,-1M5,7L7,5" />
      </pattern>
    </defs>
  )
}
