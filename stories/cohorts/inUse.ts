/** A cell of a grid by its position, headings included. */
export const cellAt = (grid: HTMLElement, row: number, column: number): HTMLElement =>
  grid.querySelector<HTMLElement>(`[aria-rowindex="${row + 1}"] [aria-colindex="${column + 1}"]`)!

/** Position of the focused cell. */
export function position(): [number, number] {
  return placeOf(document.activeElement!)
}

/** Position of a cell, as its row and itself say it. */
const placeOf = (cell: Element): [number, number] => [
  Number(cell.parentElement!.getAttribute('aria-rowindex')) - 1,
  Number(cell.getAttribute('aria-colindex')) - 1,
]

/** The cells of the range that are on the page, as `row.column`. */
export const selectedCells = (grid: HTMLElement): string[] =>
  [...grid.querySelectorAll('[data-edge]')].map((cell) => placeOf(cell).join('.'))

/** What an action writes to the clipboard, which is held for it: a page under test may not use the real one. */
export async function copied(
  action: () => Promise<unknown>,
): Promise<{ text: string; html: string }> {
  const own = Object.getOwnPropertyDescriptor(navigator, 'clipboard')
  const written = new Promise<ClipboardItem>((resolve) => {
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: {
        write: ([item]: [ClipboardItem]) => {
          resolve(item)
          return Promise.resolve()
        },
      },
    })
  })
  try {
    await action()
    const item = await written
    const read = async (type: string) => (await item.getType(type)).text()
    return { text: await read('text/plain'), html: await read('text/html') }
  } finally {
    if (own) Object.defineProperty(navigator, 'clipboard', own)
    else Reflect.deleteProperty(navigator, 'clipboard')
  }
}
