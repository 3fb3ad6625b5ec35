import type { ClipboardContent } from './clipboard.ts'

/** Copies by the browser's own command, as pages without a secure context must. False when that is not allowed. */
export function copyByCommand({ text, html }: ClipboardContent): boolean {
  let isTaken = false
  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.clipboardData?.setData('text/html', html)
    event.preventDefault()
    event.stopPropagation()
    isTaken = event.clipboardData !== null
  }
  document.addEventListener('copy', onCopy, { capture: true, once: true })
  const isDone = document.execCommand('copy')
  document.removeEventListener('copy', onCopy, { capture: true })
  return isDone && isTaken
}
