import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './ensure.mjs'

/** One guard of the machinery, and what the code looks like without it. */
interface Guard {
  readonly name: string
  readonly file: string
  /** Must stand in the file exactly once, or the guard has moved and this list is out of date. */
  readonly code: string
  readonly without: string
}

const guards: readonly Guard[] = [
  {
    name: 'one idempotency key for all tries',
    file: 'src/core/send.ts',
    code: 'return await call(key)',
    without: 'return await call(operation.idempotent ? mintKey() : undefined)',
  },
  {
    name: 'idempotency key is sent',
    file: 'src/core/execute.ts',
    code: "if (operation.idempotent && idempotencyKey) headers['idempotency-key'] = idempotencyKey",
    without: '',
  },
  {
    name: 'a POST without a key is sent once',
    file: 'src/core/send.ts',
    code: "operation.method !== 'POST' || key !== undefined",
    without: 'true',
  },
  {
    name: 'a second click is the same intent',
    file: 'src/react/createMutationHook.ts',
    code: 'if (last.current?.intent === intent) return last.current.writing',
    without: '',
  },
  {
    name: 'writes to one thing in order',
    file: 'src/react/order.ts',
    code: 'before.length > 0 ? Promise.allSettled(before).then(run) : run()',
    without: 'run()',
  },
  {
    name: 'writes to the settings in order',
    file: 'src/react/order.ts',
    code: 'name === undefined && !operation.exclusive',
    without: 'name === undefined',
  },
  {
    name: 'secrets: what is sent is in no cache',
    file: 'src/react/createSecretHook.ts',
    code: '(input: InputOf<Op>) => mutate(seal(input))',
    without: '(input: InputOf<Op>) => mutate(Object.assign(seal(input), { input }))',
  },
  {
    name: 'secrets: what came back goes with the component',
    file: 'src/react/createMutationHook.ts',
    code: '...(operation.secret && { gcTime: 0 }),',
    without: '',
  },
  {
    name: 'secrets: of settings only named fields pass',
    file: 'src/resources/project-settings/schemas.ts',
    code: 'v.object({ object: v.string(), url: v.string(), project_name',
    without: 'v.looseObject({ object: v.string(), url: v.string(), project_name',
  },
  {
    name: 'secrets: a key of three fields is whole',
    file: 'src/resources/project-settings/schemas.ts',
    code: 'input[field] !== undefined || three.every((name) => input[name] === undefined)',
    without: 'true',
  },
  {
    name: 'secrets: SDK keys of screens are not read',
    file: 'src/resources/screens/schemas.ts',
    code: 'const { prod_key: _prod, sandbox_key: _sandbox, ...read } = raw',
    without: 'const read = raw',
  },
  {
    name: 'secrets: of an integration only named fields pass',
    file: 'src/resources/integrations/schemas.ts',
    code: 'export const integration = () =>\n  v.object({',
    without: 'export const integration = () =>\n  v.looseObject({',
  },
  {
    name: 'an empty answer of a write that brings nothing',
    file: 'src/core/execute.ts',
    code: 'v.is(operation.output(), undefined)',
    without: 'false',
  },
  {
    name: 'cancel before invalidate',
    file: 'src/react/write.ts',
    code: 'void query.cancel({ silent: true })',
    without: '',
  },
  {
    name: 'invalidate',
    file: 'src/react/write.ts',
    code: 'await Promise.all(stale.map(askAgain))',
    without: '',
  },
  {
    name: 'an answer that had just arrived is asked for again',
    file: 'src/react/write.ts',
    code: 'if (await hadArrived)',
    without: 'if (false)',
  },
  {
    name: 'only an own guess is taken back',
    file: 'src/react/write.ts',
    code: 'if (query.state.data === shown)',
    without: 'if (true)',
  },
  {
    name: 'one page more of a stale list reads it anew',
    file: 'src/react/infiniteQuery.ts',
    code: 'cached?.state.isInvalidated &&',
    without: 'false &&',
  },
  {
    name: 'seen cursors',
    file: 'src/core/lists.ts',
    code: 'walk.seen.includes(String(cursor))',
    without: 'false',
  },
  {
    name: 'one restart',
    file: 'src/core/lists.ts',
    code: 'walk.furthest > 0 && walk.seen.length <= walk.furthest',
    without: 'false',
  },
  {
    name: 'a bounded number of idle pages',
    file: 'src/core/lists.ts',
    code: 'idleAfter(page, walk) >= MOST_IDLE',
    without: 'false',
  },
  {
    name: 'scope in key',
    file: 'src/react/operationQuery.ts',
    code: "sourceProblems(source).length > 0 ? '' : source.scope",
    without: "'everybody'",
  },
  {
    name: 'canonical input',
    file: 'src/react/operationQuery.ts',
    code: 'canonical(input)]',
    without: 'JSON.stringify(input)]',
  },
  {
    name: 'deadline',
    file: 'src/core/deadline.ts',
    code: 'setTimeout(() => stop(tooLate(milliseconds)), milliseconds)',
    without: 'undefined',
  },
  {
    name: 'retry gate',
    file: 'src/core/gate.ts',
    code: 'if (closedUntil > now()) await open(operation, signal)',
    without: '',
  },
  {
    name: 'a limit of one thing holds nobody else back',
    file: 'src/core/gate.ts',
    code: '&& !ownLimit',
    without: '',
  },
  {
    name: 'one burst is one closing',
    file: 'src/core/gate.ts',
    code: 'if (sentIn === round) {',
    without: '{',
  },
]

/** Those of the handler, which its own tests must miss. */
const handlerGuards: readonly Guard[] = [
  {
    name: 'handler: what is not offered is denied',
    file: 'src/server/question.ts',
    code: 'if (offered !== true) throw denied(offered)',
    without: '',
  },
  {
    name: 'handler: the grant narrows',
    file: 'src/server/createHandler.ts',
    code: 'if (verdict !== true) throw denied(verdict)',
    without: '',
  },
  {
    name: 'handler: the key of the granted project',
    file: 'src/server/createHandler.ts',
    code: 'settings.keyOf(grant.project)',
    without: "settings.keyOf('acme')",
  },
  {
    name: 'handler: writes are the page’s own',
    file: 'src/server/question.ts',
    code: "operation.kind === 'write' ? foreignness(request, settings.origins) : null",
    without: 'null',
  },
  {
    name: 'handler: no word on where a write comes from',
    file: 'src/server/origins.ts',
    code: 'if (origin === null && site === null)',
    without: 'if (false)',
  },
  {
    name: 'handler: the address is the one that was checked',
    file: 'src/server/upstream.ts',
    code: "url.origin !== base.origin || url.pathname !== wanted || url.hash !== ''",
    without: 'false',
  },
  {
    name: 'handler: no way up in an id',
    file: 'src/server/question.ts',
    code: 'isStray(String(input[name]))',
    without: 'false',
  },
  {
    name: 'handler: secrets by name',
    file: 'src/server/cleanAnswer.ts',
    code: 'names.some(rules.isTaken) && !isFlag(field, fields[field])',
    without: 'false',
  },
  {
    name: 'handler: secrets that were sent are not quoted back',
    file: 'src/server/createHandler.ts',
    code: 'sent: secretsIn(input), ',
    without: '',
  },
  {
    name: 'handler: the key by value',
    file: 'src/server/cleanAnswer.ts',
    code: 'rules.hasHidden(value) ? rules.withoutHidden(value) : value',
    without: 'value',
  },
  {
    name: 'handler: errors are copied without keys',
    file: 'src/server/report.ts',
    code: 'onError(safeError(reason, key), context)',
    without: 'onError(reason, context)',
  },
  {
    name: 'handler: addresses of files',
    file: 'src/server/exportAddresses.ts',
    code: "protocol === 'https:' && hosts.has(host)",
    without: "protocol === 'https:'",
  },
  {
    name: 'handler: the body is counted',
    file: 'src/server/requestBody.ts',
    code: 'if (length > limit) break',
    without: '',
  },
  {
    name: 'handler: who has least under way goes first',
    file: 'src/server/queue.ts',
    code: 'Math.min(lane.limit, chosen?.[1].running ?? Infinity)',
    without: '(chosen ? 0 : lane.limit)',
  },
  {
    name: 'handler: the upstream call ends with the client',
    file: 'src/server/upstream.ts',
    code: '      signal,\n    })',
    without: '    })',
  },
]

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
