import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './ensure.mjs'

/*
 * The side-by-side benchmark of bench/: installs its peers once, packs this package as users get it, measures, and holds
 * the figures against what is promised. Flags go on to bench/bench/run.mjs, for example --only, --sizes, --runs.
 */
const bench = join(ROOT, 'bench')
const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { cwd: bench, stdio: 'inherit' })

// npm answers to node_modules alone; the lockfile says what belongs in it.
if (!existsSync(join(bench, 'node_modules', '.package-lock.json')))
  run('npm', 'ci', '--loglevel=error')
run('node', 'bench/pack.mjs')
run('node', 'bench/run.mjs', ...process.argv.slice(2))
try {
  run('node', 'bench/judge.mjs')
} catch {
  // Its table has said which figure does not fit.
  process.exitCode = 1
}
