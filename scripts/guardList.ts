/** One guard of the machinery, and what the code looks like without it. */
export interface Guard {
  readonly name: string
  readonly file: string
  /** Must stand in the file exactly once, or the guard has moved and this list is out of date. */
  readonly code: string
  readonly without: string
  /** The test file in which at least one test turns red without it. */
  readonly missedBy: string
}

/** Every guard that is taken out, one at a time. */
export const guards: readonly Guard[] = [
  {
    name: 'one idempotency key for all tries',
    file: 'src/core/send.ts',
    code: 'return await call(key)',
    without: 'return await call(operation.idempotent ? mintKey() : undefined)',
    missedBy: 'test/core/send.test.ts',
  },
  {
    name: 'idempotency key is sent',
    file: 'src/core/execute.ts',
    code: "if (operation.idempotent && idempotencyKey) headers['idempotency-key'] = idempotencyKey",
    without: '',
    missedBy: 'test/core/send.test.ts',
  },
  {
    name: 'a POST without a key is sent once',
    file: 'src/core/send.ts',
    code: "operation.method !== 'POST' || key !== undefined",
    without: 'true',
    missedBy: 'test/core/send.test.ts',
  },
  {
    name: 'a second click is the same intent',
    file: 'src/react/createMutationHook.ts',
    code: 'if (last.current?.intent === intent) return last.current.writing',
    without: '',
    missedBy: 'test/react/writes.clicks.test.tsx',
  },
  {
    name: 'writes to one thing in order',
    file: 'src/react/order.ts',
    code: 'before.length > 0 ? Promise.allSettled(before).then(run) : run()',
    without: 'run()',
    missedBy: 'test/react/writes.order.test.tsx',
  },
  {
    name: 'writes to the settings in order',
    file: 'src/react/order.ts',
    code: 'name === undefined && !operation.exclusive',
    without: 'name === undefined',
    missedBy: 'test/resources/project-settings/settings.test.tsx',
  },
  {
    name: 'secrets: what is sent is in no cache',
    file: 'src/react/createSecretHook.ts',
    code: '(input: InputOf<Op>) => mutate(seal(input))',
    without: '(input: InputOf<Op>) => mutate(Object.assign(seal(input), { input }))',
    missedBy: 'test/resources/project-settings/secrets.test.tsx',
  },
  {
    name: 'secrets: what came back goes with the component',
    file: 'src/react/createMutationHook.ts',
    code: '...(operation.secret && { gcTime: 0 }),',
    without: '',
    missedBy: 'test/resources/project-settings/secrets.test.tsx',
  },
  {
    name: 'secrets: of settings only named fields pass',
    file: 'src/resources/project-settings/schemas.ts',
    code: 'v.object({ object: v.string(), url: v.string(), project_name',
    without: 'v.looseObject({ object: v.string(), url: v.string(), project_name',
    missedBy: 'test/resources/project-settings/secrets.test.tsx',
  },
  {
    name: 'secrets: a key of three fields is whole',
    file: 'src/resources/project-settings/schemas.ts',
    code: 'input[field] !== undefined || three.every((name) => input[name] === undefined)',
    without: 'true',
    missedBy: 'test/resources/project-settings/secrets.test.tsx',
  },
  {
    name: 'secrets: SDK keys of screens are not read',
    file: 'src/resources/screens/schemas.ts',
    code: 'const { prod_key: _prod, sandbox_key: _sandbox, ...read } = raw',
    without: 'const read = raw',
    missedBy: 'test/resources/screens/operations.test.ts',
  },
  {
    name: 'secrets: of an integration only named fields pass',
    file: 'src/resources/integrations/schemas.ts',
    code: 'export const integration = () =>\n  v.object({',
    without: 'export const integration = () =>\n  v.looseObject({',
    missedBy: 'test/sandbox/integrations.test.ts',
  },
  {
    name: 'an empty answer of a write that brings nothing',
    file: 'src/core/execute.ts',
    code: 'v.is(operation.output(), undefined)',
    without: 'false',
    missedBy: 'test/contract/noBody.test.ts',
  },
  {
    name: 'cancel before invalidate',
    file: 'src/react/write.ts',
    code: 'void query.cancel({ silent: true })',
    without: '',
    missedBy: 'test/react/writes.stale.test.tsx',
  },
  {
    name: 'invalidate',
    file: 'src/react/write.ts',
    code: 'await Promise.all(stale.map(askAgain))',
    without: '',
    missedBy: 'test/react/writes.stale.test.tsx',
  },
  {
    name: 'an answer that had just arrived is asked for again',
    file: 'src/react/write.ts',
    code: 'if (await hadArrived)',
    without: 'if (false)',
    missedBy: 'test/react/model.test.ts',
  },
  {
    name: 'only an own guess is taken back',
    file: 'src/react/write.ts',
    code: 'if (query.state.data === shown)',
    without: 'if (true)',
    missedBy: 'test/react/writes.guess.test.tsx',
  },
  {
    name: 'one page more of a stale list reads it anew',
    file: 'src/react/infiniteQuery.ts',
    code: 'cached?.state.isInvalidated &&',
    without: 'false &&',
    missedBy: 'test/react/lists.test.tsx',
  },
  {
    name: 'seen cursors',
    file: 'src/core/lists.ts',
    code: 'walk.seen.includes(String(cursor))',
    without: 'false',
    missedBy: 'test/core/lists.test.ts',
  },
  {
    name: 'one restart',
    file: 'src/core/lists.ts',
    code: 'walk.furthest > 0 && walk.seen.length <= walk.furthest',
    without: 'false',
    missedBy: 'test/core/lists.test.ts',
  },
  {
    name: 'a bounded number of idle pages',
    file: 'src/core/lists.ts',
    code: 'idleAfter(page, walk) >= MOST_IDLE',
    without: 'false',
    missedBy: 'test/core/lists.test.ts',
  },
  {
    name: 'scope in key',
    file: 'src/react/operationQuery.ts',
    code: "sourceProblems(source).length > 0 ? '' : source.scope",
    without: "'everybody'",
    missedBy: 'test/react/operationQuery.test.ts',
  },
  {
    name: 'canonical input',
    file: 'src/react/operationQuery.ts',
    code: 'canonical(input)]',
    without: 'JSON.stringify(input)]',
    missedBy: 'test/react/operationQuery.test.ts',
  },
  {
    name: 'deadline',
    file: 'src/core/deadline.ts',
    code: 'setTimeout(() => stop(tooLate(milliseconds)), milliseconds)',
    without: 'undefined',
    missedBy: 'test/react/deadline.test.tsx',
  },
  {
    name: 'retry gate',
    file: 'src/core/gate.ts',
    code: 'if (closedUntil > now()) await open(operation, signal)',
    without: '',
    missedBy: 'test/core/gate.test.ts',
  },
  {
    name: 'a limit of one thing holds nobody else back',
    file: 'src/core/gate.ts',
    code: '&& !ownLimit',
    without: '',
    missedBy: 'test/react/ownLimit.test.tsx',
  },
  {
    name: 'one burst is one closing',
    file: 'src/core/gate.ts',
    code: 'if (sentIn === round) {',
    without: '{',
    missedBy: 'test/core/gate.test.ts',
  },
]
