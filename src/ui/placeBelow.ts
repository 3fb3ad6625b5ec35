const GAP = 4

/** Puts a popover below what opened it, above where there is no room, beginning where it begins and always inside the window. */
export function placeBelow(popover: HTMLElement, anchor: HTMLElement): void {
  const at = anchor.getBoundingClientRect()
  const { width, height } = popover.getBoundingClientRect()
  const below = at.bottom + GAP
  const fits = below + height <= window.innerHeight || at.top < height + GAP
  const isRightToLeft = getComputedStyle(anchor).direction === 'rtl'
  const start = isRightToLeft ? at.right - width : at.left
  const left = Math.max(GAP, Math.min(start, window.innerWidth - width - GAP))
  popover.style.setProperty('top', `${fits ? below : at.top - GAP - height}px`)
  popover.style.setProperty('left', `${left}px`)
}
