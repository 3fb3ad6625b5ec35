// `npm start`: makes the machine ready, builds what changed, then serves the example panel on Node 24.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { changedAt, ensure, exitWith, locked, ROOT, run, SetupError } from './ensure.mjs'

const LIBRARY = {
  script: 'build',
  made: ['dist/entries/index.js', 'dist/entries/index.d.ts', 'dist/styles.css'],
  from: [
    'src',
    'package-lock.json',
    'package.json',
    'vite.config.ts',
    'tsconfig.build.json',
    'scripts/styles.ts',
  ],
}
const EXAMPLE = {
  script: 'build:example',
  made: ['examples/admin/dist/index.html'],
  from: [
    'dist/styles.css',
    'examples/admin/index.html',
    'examples/admin/src',
    'examples/admin/vite.config.ts',
  ],
}

await exitWith(async () => {
  await ensure()
  await locked('build', async () => {
    for (const part of [LIBRARY, EXAMPLE]) await buildIfStale(part)
  })
  return run('node', ['examples/admin/server.ts', ...process.argv.slice(2)])
})

/** @param {{ script: string, made: string[], from: string[] }} part */
async function buildIfStale({ script, made, from }) {
  const oldest = Math.min(...made.map((path) => changedAt(join(ROOT, path)) ?? 0))
  if (Math.max(...from.map((path) => newest(join(ROOT, path)))) < oldest) return
  console.log(`Building (npm run ${script}) …`)
  const code = await run('npm', ['run', '--silent', script])
  if (code !== 0) throw new SetupError(`npm run ${script} failed; its reason stands above.`)
}

/**
 * The newest change at or below a path; a folder's own time tells of files that were taken away.
 * @param {string} path
 * @returns {number}
 */
function newest(path) {
  const stat = statSync(path)
  const below = stat.isDirectory() ? readdirSync(path).map((name) => newest(join(path, name))) : []
  return Math.max(stat.mtimeMs, ...below)
}
