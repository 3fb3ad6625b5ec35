import { expect, test } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../../scripts/ensure.mjs'
import { figure, full } from '../figures.ts'
import { writeGuide } from './guides.ts'
import { checkMounted, KEY } from './mounted.ts'
import { installPacked } from './packedApp.ts'
import { plain } from './packedPage.ts'
import { runServer } from './runServer.ts'

/** Runs a command of the app to its end; throws with all it said unless it went well. */
function run(cwd: string, command: string, ...args: string[]): string {
  const env = { ...plain, QONVERSION_SECRET_KEY: KEY, NEXT_TELEMETRY_DISABLED: '1' }
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', env })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`)
  return stdout
}

/** Every file below a folder. */
const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

// Next.js is installed for this alone, from the lock file of its own: some 300 MB.
if (full)
  test('a Next.js app builds with the packed package and runs as the guide says', async () => {
    test.setTimeout(15 * 60_000)
    const app = mkdtempSync(join(tmpdir(), 'next-app-'))
    try {
      cpSync(join(ROOT, 'test/fixtures/next'), app, { recursive: true })
      cpSync(join(ROOT, '.npmrc'), join(app, '.npmrc'))
      run(app, 'npm', 'ci', '--ignore-scripts', '--loglevel=error')
      installPacked(app, '19')
      writeGuide('MountingTheHandler.mdx', app)
      run(app, join(app, 'node_modules/.bin/next'), 'build')

      const sent = filesOf(join(app, '.next/static'))
      expect(sent.length).toBeGreaterThan(5)
      const secrets = [KEY, 'QONVERSION_SECRET_KEY', 'createHandler needs']
      const leaks = filesOf(join(app, '.next'))
        .filter((file) => !file.includes('/cache/'))
        .filter((file) => {
          const text = readFileSync(file, 'latin1')
          const isSent = file.startsWith(join(app, '.next/static'))
          return secrets.slice(0, isSent ? 3 : 1).some((secret) => text.includes(secret))
        })
      expect(leaks).toEqual([])
      figure('files that Next.js sends to browsers with a key or the handler', sent.length, '0')

      const args = ['start']
      const preload = { NODE_OPTIONS: `--import ${join(app, 'preload.ts')}` }
      const next = await runServer(join(app, 'node_modules/.bin/next'), args, app, preload)
      try {
        await checkMounted(next.ask, 'admin')
        const page = await next.ask('/analytics', { headers: { cookie: 'role=analyst' } })
        const html = await page.text()
        expect(page.status, next.said()).toBe(200)
        expect(html).toMatch(/May call \d+ operations/)
        expect(html).toContain('qv-root')
        expect(html).not.toContain(KEY)
        expect(next.said()).not.toContain(KEY)
      } finally {
        await next.stop()
      }
    } finally {
      rmSync(app, { recursive: true })
    }
  })
