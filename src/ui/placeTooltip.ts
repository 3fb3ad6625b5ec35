const GAP = 6

/** A box of the window, in pixels. */
type Box = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>

/**
 * Puts a tooltip below its cell, else above it, else at the end of the window, else at its beginning: the first place that is
 * inside the window and covers neither the cell nor anything of the same component that must stay readable (`data-clear`).
 * Where there is none, it stands below or above the cell. Returns where the cell is.
 */
export function placeTooltip(tip: HTMLElement, cell: HTMLElement): DOMRect {
  const { width, height } = tip.getBoundingClientRect()
  const at = cell.getBoundingClientRect()
  const lowest = window.innerHeight - GAP - height
  const left = Math.max(GAP, Math.min(at.left, window.innerWidth - width - GAP))
  const below = at.bottom + GAP
  const above = at.top - GAP - height
  const clear = [at, ...readable(cell)]
  const isFree = (top: number) => {
    const box = { left, top, right: left + width, bottom: top + height }
    return top >= GAP && top <= lowest && !clear.some((other) => overlap(box, other))
  }
  const top = [below, above, lowest, GAP].find(isFree) ?? (below <= lowest ? below : above)
  tip.style.setProperty('top', `${Math.max(GAP, top)}px`)
  tip.style.setProperty('left', `${left}px`)
  return at
}

/** What must stay readable beside a cell: a part of what the component says, such as an answer about it. */
const readable = (cell: HTMLElement): readonly Box[] =>
  [...(cell.closest('.qv-root')?.querySelectorAll('[data-clear]') ?? [])].map((element) =>
    element.getBoundingClientRect(),
  )

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
