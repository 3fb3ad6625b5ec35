'use client'

/** Offers a text to the viewer as a file, through the browser's own download. */
export function saveText(name: string, type: string, text: string): void {
  // The mark makes spreadsheets read the file as UTF-8.
  const address = URL.createObjectURL(new Blob(['\uFEFF', text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
