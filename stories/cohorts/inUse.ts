/** A cell of a grid by its position, headings included. */
export const cellAt = (grid: HTMLElement, row: number, column: number): HTMLElement =>
  grid.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`)!

/** Position of the focused cell. */
export function position(): [number, number] {
  const { row, column } = (document.activeElement as HTMLElement).dataset
  return [Number(row), Number(column)]
}

/** The cells of the range that are on the page, as `row.column`. */
export const selectedCells = (grid: HTMLElement): string[] =>
  [...grid.querySelectorAll<HTMLElement>('[data-edge]')].map(
    ({ dataset }) => `${dataset['row']}.${dataset['column']}`,
  )

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
