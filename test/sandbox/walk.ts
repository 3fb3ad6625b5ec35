import { execute } from '../../src/core/execute.ts'
import type { Fetcher } from '../../src/core/fetcher.ts'
import {
  readPage,
  FIRST_PAGE,
  nextPage,
  rowsOf,
  type Page,
  type Walk,
} from '../../src/core/lists.ts'
import type { ListInput, ListOperation, RowOf } from '../../src/react/createInfiniteHook.ts'
import type { InputOf } from '../../src/core/operation.ts'

/** What reading a list to its end came to. */
export interface Walked<Row> {
  readonly rows: readonly Row[]
  /** Rows of all pages, before duplicates are dropped. */
  readonly read: number
  readonly pages: number
}

/** Reads a list page by page to its end, as the hooks of lists do. Throws `ListError` where it would not end. */
export async function walk<Op extends ListOperation>(
  operation: Op,
  input: ListInput<Op>,
  fetcher: Fetcher,
): Promise<Walked<RowOf<Op>>> {
  const { by } = operation.pages
  const pages: Page<RowOf<Op>>[] = []
  let next: Walk | undefined = FIRST_PAGE
  while (next) {
    const page: Page<RowOf<Op>> = await readPage(operation.id, by, next, async (at) => {
      const asked = { ...input, ...at } as InputOf<Op>
      return (await execute(operation, asked, { fetcher })) as Page<RowOf<Op>>
    })
    pages.push(page)
    next = nextPage(by, page, next)
  }
  const read = pages.reduce((sum, page) => sum + page.data.length, 0)
  return { rows: rowsOf(pages), read, pages: pages.length }
}
