import { createAdaptorServer } from '@hono/node-server'
import { setTimeout } from 'node:timers/promises'

/** Anything that answers Web-standard requests, for example a sandbox's `handle`. */
export type Handle = (request: Request) => Promise<Response>

/** A server that answers on loopback. */
export interface Served {
  /** Its address, without a slash at the end. */
  readonly url: string
  /** Ends it at once, open connections included. */
  close(): Promise<void>
}

const HOST = '127.0.0.1'

/** Serves on loopback only. Port 0 takes a free one; `delay` milliseconds pass before each answer. Rejects with a sentence when the port is in use. */
export async function serve(
  handle: Handle,
  { port = 0, delay = 0 }: { port?: number; delay?: number } = {},
): Promise<Served> {
  const server = createAdaptorServer({
    fetch: async (request) => {
      if (delay > 0) await setTimeout(delay)
      return handle(request)
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `Port ${port} is in use. Choose another with --port, or any free one with --port 0.`,
            )
          : error,
      ),
    )
    server.listen(port, HOST, resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    url: `http://${HOST}:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}
