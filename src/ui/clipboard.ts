/** What is put on the clipboard: for editors and cells that read plain text, and for those that read a table. */
export interface ClipboardContent {
  readonly text: string
  readonly html: string
}

/**
 * Writes to the clipboard, from within a key press or a click. Pages without a secure context have no clipboard of
 * their own; there the browser's copy command is used. False when neither is allowed.
 */
export async function writeClipboard(content: Promise<ClipboardContent>): Promise<boolean> {
  const part = (key: keyof ClipboardContent, type: string) =>
    content.then((parts) => new Blob([parts[key]], { type }))
  try {
    // Parts as promises: Safari takes a write only while the key is still being handled.
    const item = new ClipboardItem({
      'text/plain': part('text', 'text/plain'),
      'text/html': part('html', 'text/html'),
    })
    await navigator.clipboard.write([item])
    return true
  } catch {
    const parts = await content
    return import('./copyByCommand.ts').then((module) => module.copyByCommand(parts))
  }
}
