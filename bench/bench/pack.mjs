// The package as users get it: built, packed, unpacked beside the contenders.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROOT } from './browser.mjs'

const PACKAGE = fileURLToPath(new URL('..', new URL('..', import.meta.url)))
const target = join(ROOT, 'node_modules', 'qonversion-react')

/** Builds and packs the package of this checkout into `node_modules/qonversion-react`. */
export function pack() {
  const quiet = { cwd: PACKAGE, stdio: ['ignore', 'ignore', 'inherit'] }
  execFileSync('npm', ['run', 'build', '--loglevel=error'], quiet)
  const to = mkdtempSync(join(tmpdir(), 'pack-'))
  const listed = execFileSync(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', to],
    { cwd: PACKAGE },
  )
  const answer = JSON.parse(String(listed))
  const [{ filename }] = Array.isArray(answer) ? answer : Object.values(answer)
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })
  execFileSync('tar', ['-xzf', join(to, filename), '-C', target, '--strip-components=1'])
  rmSync(to, { recursive: true, force: true })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) pack()
