import { expect } from '@playwright/test'
import { spawn } from 'node:child_process'
import { KEY, type Ask } from './mounted.ts'
import { plain } from './packedPage.ts'

/** A server under the guides' preload: how to ask it, what it has said so far, and how to end it. */
export interface Running {
  readonly ask: Ask
  readonly said: () => string
  readonly stop: () => Promise<void>
}

/** Starts a server that says `port N` once it listens. */
export async function runServer(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Running> {
  const child = spawn(command, args, { cwd, env: { ...plain, QONVERSION_SECRET_KEY: KEY, ...env } })
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  let text = ''
  child.stdout.on('data', (part) => (text += String(part)))
  child.stderr.on('data', (part) => (text += String(part)))
  const stop = async () => {
    child.kill()
    await ended
  }
  try {
    await expect.poll(() => text).toMatch(/^port \d+$/m)
  } catch (error) {
    await stop()
    throw error
  }
  const origin = `http://127.0.0.1:${/^port (\d+)$/m.exec(text)![1]}`
  // As every browser does with a write; the host is not the one that a server may take for its own name.
  const ask: Ask = (path, init = {}) => {
    const isRead = (init.method ?? 'GET') === 'GET'
    const headers = { ...(init.headers as Record<string, string>), ...(!isRead && { origin }) }
    return fetch(origin + path, { ...init, headers })
  }
  return { ask, said: () => text, stop }
}
