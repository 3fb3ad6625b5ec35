import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { ReactNode } from 'react'
import { renderToPipeableStream } from 'react-dom/server'

/** What a server that streams has sent of a page when it is through, and what it complained about. */
export async function streamed(page: ReactNode): Promise<{ html: string; errors: unknown[] }> {
  const errors: unknown[] = []
  const through = new PassThrough()
  const html = text(through)
  const { pipe } = renderToPipeableStream(page, {
    onAllReady: () => pipe(through),
    onError: (error) => void errors.push(error),
  })
  return { html: await html, errors }
}
