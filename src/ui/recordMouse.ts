/**
 * Writes down what the mouse does after a press, for whoever follows it but is not there yet. Returns how to stop and have it:
 * the last move, then the release where there was one.
 */
export function recordMouse(): () => readonly MouseEvent[] {
  let [moved, released]: (MouseEvent | undefined)[] = []
  const move = (event: MouseEvent) => void (moved = event)
  const stop = () => {
    document.removeEventListener('mousemove', move)
    document.removeEventListener('mouseup', release)
  }
  const release = (event: MouseEvent) => {
    released = event
    stop()
  }
  document.addEventListener('mousemove', move)
  document.addEventListener('mouseup', release)
  return () => {
    stop()
    return [moved, released].filter((event) => event !== undefined)
  }
}
