// @vitest-environment node
import { spawn } from 'node:child_process'
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const scripts = join(import.meta.dirname, '..', '..', 'scripts')
// Every test starts processes, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 60_000 })

let checkout: string

/** A checkout with nothing installed, on a machine whose `npm`, `node` and `apt-get` only write down that they were called. */
beforeEach(async () => {
  checkout = await mkdtemp(join(tmpdir(), 'ensure-'))
  await mkdir(join(checkout, 'scripts'))
  await mkdir(join(checkout, 'bin'))
  for (const name of ['ensure.mjs', 'chromium.mjs'])
    await copyFile(join(scripts, name), join(checkout, 'scripts', name))
  await writeFile(join(checkout, 'package-lock.json'), '{}')
  await program(
    'npm',
    'mkdir -p node_modules && sleep 0.2 && echo {} > node_modules/.package-lock.json',
  )
  await program('node', 'echo v24.21.0')
  await program('apt-get', '')
})
afterEach(() => rm(checkout, { recursive: true }))

async function program(name: string, body: string) {
  const path = join(checkout, 'bin', name)
  await writeFile(path, `#!/bin/sh\necho "${name} $*" >> "${checkout}/calls"\n${body}\n`)
  await chmod(path, 0o755)
}

/** Puts a machine in place of this one's: it has a Chromium when `bin/chromium` is there. */
const machineWithoutChromium = () =>
  writeFile(
    join(checkout, 'scripts', 'chromium.mjs'),
    `import { existsSync } from 'node:fs'
    export const findChromium = () => existsSync('${checkout}/bin/chromium') ? '${checkout}/bin/chromium' : null`,
  )

/** Runs `ensure(needs)` in a process of its own and returns how it ended, what it said and what it called. */
async function ensure(
  needs: { chromium?: boolean } = {},
  env: NodeJS.ProcessEnv = {},
  user: 'root' | 'anyone' = 'anyone',
) {
  const source = `
    process.getuid = () => ${user === 'root' ? 0 : 1000}
    import { ensure, exitWith } from '${join(checkout, 'scripts', 'ensure.mjs')}'
    await exitWith(async () => { await ensure(${JSON.stringify(needs)}); return 0 })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
    env: { PATH: `${checkout}/bin:/bin:/usr/bin`, ...env },
  })
  let said = ''
  child.stderr.on('data', (data) => (said += String(data)))
  const code = await new Promise((resolve) => child.on('close', resolve))
  return { code, said: said.trim() }
}

const calls = async () =>
  (await readFile(join(checkout, 'calls'), 'utf8')).split('\n').filter((call) => call !== '')

const callsOf = async (name: string) =>
  (await calls()).filter((call) => call.startsWith(name)).length
const installs = () => callsOf('npm ci')

describe('npm packages', () => {
  it('are installed when there are none, and not again', async () => {
    expect(await ensure()).toEqual({ code: 0, said: '' })
    expect(await ensure()).toEqual({ code: 0, said: '' })
    expect(await installs()).toBe(1)
  })

  it('are installed again when the lockfile is newer', async () => {
    await ensure()
    const later = new Date(Date.now() + 60_000)
    await utimes(join(checkout, 'package-lock.json'), later, later)
    await ensure()
    expect(await installs()).toBe(2)
  })

  it('are installed once when two processes ask at the same time', async () => {
    const ended = await Promise.all([ensure(), ensure(), ensure()])
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0])
    expect(await installs()).toBe(1)
  })

  it('say that npm failed, without a stack', async () => {
    await program('npm', 'exit 7')
    const { code, said } = await ensure()
    expect(code).toBe(1)
    expect(said).toBe(
      'npm ci ended with code 7; its reason stands above. Mend that and start again.',
    )
  })
})

it('says what to do when install scripts are off and the old Node still answers', async () => {
  await program('node', 'echo v20.20.2')
  const { code, said } = await ensure()
  expect(code).toBe(1)
  expect(said).toContain('v20.20.2 answers')
  expect(said).toContain('npm rebuild node --ignore-scripts=false')
})

describe('Chromium', () => {
  it('is not looked for when nobody asks', async () => {
    await ensure({}, { CHROMIUM: '/nowhere' })
    expect(await callsOf('apt-get')).toBe(0)
  })

  it('named by CHROMIUM must be executable', async () => {
    const { code, said } = await ensure({ chromium: true }, { CHROMIUM: '/nowhere/chromium' })
    expect(code).toBe(1)
    expect(said).toBe(
      'CHROMIUM is /nowhere/chromium, which cannot be executed. Name a Chromium, or unset it.',
    )
  })

  it('is Debian’s package when root, after one update and without a question', async () => {
    await machineWithoutChromium()
    await program(
      'apt-get',
      `echo "frontend $DEBIAN_FRONTEND" >> "${checkout}/calls"
      if [ "$1" = install ]; then echo > "${checkout}/bin/chromium"; fi`,
    )
    expect(await ensure({ chromium: true }, {}, 'root')).toEqual({ code: 0, said: '' })
    expect(await callsOf('apt-get -qq update')).toBe(1)
    expect(await callsOf('apt-get install -qq -y')).toBe(1)
    expect(await callsOf('frontend noninteractive')).toBeGreaterThan(0)
  })

  it('is asked for in one sentence with the line to run when not root, or when Debian has none', async () => {
    await machineWithoutChromium()
    for (const user of ['anyone', 'root'] as const) {
      const { code, said } = await ensure({ chromium: true }, {}, user)
      expect(code).toBe(1)
      expect(said).toMatch(
        /^Browser tests need a Chromium\. Run: sudo apt-get install -y chromium.*$/,
      )
    }
  })
})
