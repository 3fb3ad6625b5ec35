const GAP = 4

/**
 * Puts a popover below what opened it, above where there is no room, over it where there is none either, beginning where it
 * begins and always inside the window.
 */
export function placeBelow(popover: HTMLElement, anchor: HTMLElement): void {
  const at = anchor.getBoundingClientRect()
  const { width, height } = popover.getBoundingClientRect()
  const below = at.bottom + GAP
  const above = at.top - GAP - height
  const lowest = window.innerHeight - GAP - height
  const top = below <= lowest ? below : above >= GAP ? above : Math.max(GAP, lowest)
  const isRightToLeft = getComputedStyle(anchor).direction === 'rtl'
  const start = isRightToLeft ? at.right - width : at.left
  const left = Math.max(GAP, Math.min(start, window.innerWidth - width - GAP))
  popover.style.setProperty('top', `${top}px`)
  popover.style.setProperty('left', `${left}px`)
}
