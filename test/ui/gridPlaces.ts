/** A cell of a grid by its place, counted from 0 with the headings; null where it is not drawn. */
export const cellIn = (root: ParentNode, row: number, column: number): HTMLElement | null =>
  root.querySelector<HTMLElement>(`[aria-rowindex="${row + 1}"] [aria-colindex="${column + 1}"]`)

/** The place of a cell as its row and itself say it to a screen reader, counted from 0 with the headings. */
export const placeOf = (cell: Element): [row: number, column: number] => [
  Number(cell.parentElement!.getAttribute('aria-rowindex')) - 1,
  Number(cell.getAttribute('aria-colindex')) - 1,
]
