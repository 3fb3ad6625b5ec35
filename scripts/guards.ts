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

const copy = mkdtempSync(join(tmpdir(), 'guards-'))
try {
  const PARTS = ['src', 'test', 'contract', 'scripts', 'README.md', 'package.json', 'tsconfig.json']
  for (const part of PARTS) cpSync(join(ROOT, part), join(copy, part), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
  writeFileSync(
    join(copy, 'vitest.config.ts'),
    `import react from '@vitejs/plugin-react'
export default { plugins: [react()], test: { environment: 'jsdom', setupFiles: ['test/setup.ts'], include: ['test/{core,react,server,resources/{project-settings,screens}}/**/*.test.{ts,tsx}', 'test/contract/noBody.test.ts', 'test/sandbox/integrations.test.ts'] } }`,
  )
  const untouched = failures('test')
  if (untouched !== 0)
    throw new Error(`With every guard in place ${untouched} tests fail. Mend them first.`)
  console.log('Tests that turn red without each guard (the run stops at the first few)')
  const rows = chosen.map((guard) => {
    const red = failuresWithout(guard)
    console.log(`${String(red).padStart(3)}  ${guard.name}`)
    return { guard: guard.name, red }
  })
  const silent = rows.filter(({ red }) => red === 0)
  if (silent.length > 0) {
    console.error(
      `No test misses: ${silent.map(({ guard }) => guard).join(', ')}. Write one that does.`,
    )
    process.exitCode = 1
  }
} finally {
  rmSync(copy, { recursive: true, force: true })
}

function failuresWithout({ name, file, code, without }: Guard): number {
  const path = join(copy, file)
  const source = readFileSync(path, 'utf8')
  if (source.split(code).length !== 2)
    throw new Error(`${file} does not hold the guard "${name}" exactly once: ${code}`)
  writeFileSync(
    path,
    source.replace(code, () => without),
  )
  // What does not parse would fail every test and show nothing.
  execFileSync('node', ['--check', '--experimental-strip-types', path], { stdio: 'inherit' })
  try {
    return failures(file.startsWith('src/server/') ? 'test/server' : 'test')
  } finally {
    writeFileSync(path, source)
  }
}

/** Runs tests of the copy; counts those that failed or never came to an end. */
function failures(room: string): number {
  const report = join(copy, 'report.json')
  rmSync(report, { force: true })
  const { status } = spawnSync(
    'npx',
    [
      'vitest',
      'run',
      room,
      '--bail=3',
      '--testTimeout=20000',
      '--reporter=json',
      `--outputFile=${report}`,
    ],
    { cwd: copy, stdio: 'ignore', timeout: 300_000, killSignal: 'SIGKILL' },
  )
  if (status === null) return 1
  const { numFailedTests, numTotalTests } = JSON.parse(readFileSync(report, 'utf8')) as {
    numFailedTests: number
    numTotalTests: number
  }
  if (numTotalTests === 0) throw new Error('No test was found in the copy.')
  return numFailedTests
}
