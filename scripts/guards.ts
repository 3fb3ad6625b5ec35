import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './ensure.mjs'
import { handlerGuards } from './guardList.handler.ts'
import { guards, type Guard } from './guardList.ts'

/** `npm run guards -- order` tries only those whose name holds the word. */
const word = process.argv[2] ?? ''
const chosen = [...guards, ...handlerGuards].filter(({ name }) => name.includes(word))
if (chosen.length === 0) throw new Error(`No guard is named "${word}".`)

/** Milliseconds for a file of tests until the run is given up: long enough for a busy machine, and no end is no proof. */
const PATIENCE = 180_000

const copy = mkdtempSync(join(tmpdir(), 'guards-'))
try {
  const PARTS = ['src', 'test', 'contract', 'scripts', 'README.md', 'package.json', 'tsconfig.json']
  for (const part of PARTS) cpSync(join(ROOT, part), join(copy, part), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
  writeFileSync(
    join(copy, 'vitest.config.ts'),
    `import react from '@vitejs/plugin-react'
export default { plugins: [react()], cacheDir: 'cache', test: { environment: 'jsdom', setupFiles: ['test/setup.ts'], include: ['test/**/*.test.{ts,tsx}'] } }`,
  )
  const files = [...new Set(chosen.map(({ missedBy }) => missedBy))]
  const untouched = run(files)
  if (untouched.red.length > 0 || untouched.files !== files.length)
    throw new Error(
      `With every guard in place ${untouched.files} of ${files.length} files ran and these tests failed: ` +
        `${untouched.red.join(', ') || 'none'}. Mend them first.`,
    )
  console.log(`${untouched.tests} tests of ${files.length} files pass with every guard in place.`)
  console.log('Tests that turn red without each guard (a run stops at the third), and the first:')
  const silent = chosen.filter((guard) => {
    const { red } = without(guard)
    console.log(`${String(red.length).padStart(3)}  ${guard.name}: ${red[0] ?? 'no test'}`)
    return red.length === 0
  })
  console.log(
    `${chosen.length - silent.length} of ${chosen.length} guards are missed by their tests.`,
  )
  if (silent.length > 0) {
    const lines = silent.map(({ name, missedBy }) => `${name} (${missedBy})`)
    console.error(`No test misses: ${lines.join(', ')}. Write one that does.`)
    process.exitCode = 1
  }
} finally {
  rmSync(copy, { recursive: true, force: true })
}

/** What its tests say while a guard is taken out. */
function without({ name, file, code, without: instead, missedBy }: Guard): Outcome {
  const path = join(copy, file)
  const source = readFileSync(path, 'utf8')
  if (source.split(code).length !== 2)
    throw new Error(`${file} does not hold the guard "${name}" exactly once: ${code}`)
  writeFileSync(
    path,
    source.replace(code, () => instead),
  )
  // What does not parse would fail every test and show nothing.
  execFileSync('node', ['--check', '--experimental-strip-types', path], { stdio: 'inherit' })
  try {
    return run([missedBy])
  } finally {
    writeFileSync(path, source)
  }
}

interface Outcome {
  /** Test files that were loaded. */
  readonly files: number
  readonly tests: number
  /** Names of the tests that failed. */
  readonly red: readonly string[]
}

/** Runs test files of the copy until the third test fails. A run that never ends shows nothing. */
function run(files: readonly string[]): Outcome {
  const report = join(copy, 'report.json')
  rmSync(report, { force: true })
  const { status } = spawnSync(
    'npx',
    [
      'vitest',
      'run',
      ...files,
      '--bail=3',
      '--testTimeout=20000',
      '--reporter=json',
      `--outputFile=${report}`,
    ],
    { cwd: copy, stdio: 'ignore', timeout: PATIENCE * files.length, killSignal: 'SIGKILL' },
  )
  if (status === null) return { files: 0, tests: 0, red: [] }
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
  const loaded = testResults.filter(({ assertionResults }) => assertionResults.length > 0)
  const tests = loaded.flatMap(({ assertionResults }) => assertionResults)
  const red = tests.filter((test) => test.status === 'failed').map((test) => test.fullName.trim())
  return { files: loaded.length, tests: tests.length, red }
}

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}
