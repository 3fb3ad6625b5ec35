/** Pointers and the focus pass over many elements: only one that they rest at is worth watching. In milliseconds. */
const REST = 100
/** Nothing of an element that is out of sight is seen; a threshold must still be crossed when it comes back. */
const NEXT_TO_NOTHING = 1e-7

/**
 * Calls back once when an element is elsewhere in the window than it was (`before`), whatever moved it: what scrolls and resizes
 * tells by itself, what stands above it and grows does not. Returns how to stop.
 */
export function watchMoves(element: Element, before: DOMRect, onMove: () => void): () => void {
  if (typeof IntersectionObserver === 'undefined') return () => undefined
  let observer: IntersectionObserver | undefined
  const stop = () => {
    clearTimeout(timer)
    observer?.disconnect()
  }
  const tellIfMoved = (): boolean => {
    const { top, left } = element.getBoundingClientRect()
    if (top === before.top && left === before.left) return false
    stop()
    onMove()
    return true
  }
  // The window is cut down to where the element is: it cannot leave there without a part of it going out of sight.
  const watch = (ratio: number) => {
    const root = element.ownerDocument
    const { clientWidth, clientHeight } = root.documentElement
    const sides = [
      before.top,
      clientWidth - before.right,
      clientHeight - before.bottom,
      before.left,
    ]
    const rootMargin = sides.map((side) => `${-Math.floor(side)}px`).join(' ')
    const threshold = Math.max(NEXT_TO_NOTHING, Math.min(1, ratio))
    observer?.disconnect()
    observer = new IntersectionObserver(
      ([entry]) => {
        if (tellIfMoved() || !entry || entry.intersectionRatio === ratio) return
        // A part of it is under something that scrolls: from here on that part is what must not change.
        watch(entry.intersectionRatio)
      },
      { root, rootMargin, threshold },
    )
    observer.observe(element)
  }
  const timer = setTimeout(() => {
    if (!tellIfMoved()) watch(1)
  }, REST)
  return stop
}
