/** One guard of the machinery, and what the code looks like without it. */
export interface Guard {
  readonly name: string
  readonly file: string
  /** Must stand in the file exactly once, or the guard has moved and this list is out of date. */
  readonly code: string
  readonly without: string
}

/** Every guard that is taken out, one at a time. */
export const guards: readonly Guard[] = [
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
