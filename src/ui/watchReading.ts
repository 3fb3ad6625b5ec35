/**
 * Tells what pointer or focus come to within an element, and when they leave it, which is how something in it is read; until the
 * returned function is called.
 */
export function watchReading(
  element: HTMLElement,
  onRead: (target: EventTarget | null) => void,
  onLeave: () => void,
): () => void {
  const read = ({ target }: Event) => onRead(target)
  const watched = { pointerover: read, focusin: read, pointerleave: onLeave, focusout: onLeave }
  const events = Object.entries(watched)
  for (const [type, listener] of events) element.addEventListener(type, listener)
  return () => {
    for (const [type, listener] of events) element.removeEventListener(type, listener)
  }
}
