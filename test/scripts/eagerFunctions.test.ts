// @vitest-environment node
import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { markFunctions } from '../../scripts/eagerFunctions.ts'

/** A built module with every way to write a function, most of them used before they stand there. */
const MODULE = `'use client'
import { sep } from 'node:path'
const early = declared(1)
/** Adds one. */
function declared(n, { by = 1 } = {}) {
  return n + by
}
const doubled = [1, 2].map((n) => n * 2)
async function later(n) {
  return n + 3
}
function* counted() {
  yield 4
}
function owner() {
  return this.value
}
const sum = [1, 2].map((n) => {
  return n + 11
})
const named = function named(n) {
  return n === 0 ? 5 : named(n - 1)
}
const holder = {
  value: 6,
  owner,
  method() {
    return this.value + 1
  },
  get read() {
    return 8
  },
  arrow: () => 9,
  plain(n) {
    return n
  },
  onClick: (n) => {
    return [n].map((each) => each * 1)[0]
  },
}
function useCallback(made) {
  return made
}
class Kept {
  constructor() {
    this.value = 10
  }
  value2() {
    return this.value + 1
  }
}
const results = async () => [
  early, declared(0, { by: 2 }), doubled, await later(0), [...counted()], named(3), holder.owner(), holder.method(),
  holder.read, holder.arrow(), new Kept().value2(), sep.length, declared.name, sum, holder.plain(14),
  holder.onClick(15), useCallback((n) => n + 1)(15),
]
export { declared, results }
`
/** What it gives, worked out by hand. */
const RESULTS = [2, 2, [2, 4], 3, [4], 5, 6, 7, 8, 9, 11, 1, 'declared', [12, 13], 14, 15, 16]

let folder = ''
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'eager-'))))
afterAll(() => rm(folder, { recursive: true }))

/** Runs a module and names the functions that V8 compiled only when they were called, as its log tells. */
async function run(name: string, code: string) {
  const file = join(folder, `${name}.mjs`)
  const log = join(folder, `${name}.log`)
  await writeFile(file, `${code}\nconsole.log(JSON.stringify(await results()))`)
  const flags = ['--log-function-events', '--no-logfile-per-isolate', `--logfile=${log}`]
  const printed = execFileSync(process.execPath, [...flags, file], { encoding: 'utf8' })
  const events = (await readFile(log, 'utf8')).split('\n').map((line) => line.split(','))
  const script = events.find(([kind, , path]) => kind === 'script-details' && path!.includes(file))!
  const late = events
    .filter(
      ([kind, what, id]) => kind === 'function' && what === 'parse-function' && id === script[1],
    )
    .map(([, , , start, end]) => code.slice(Number(start), Number(end)))
  return { results: JSON.parse(printed) as unknown, late }
}

const short = (texts: readonly string[]) =>
  texts.map((text) => text.replaceAll(/\s+/g, ' ').replace(/\[\s*early.*\]/, '…')).toSorted()

/** Without a mark: what waits for an event, has a `this` of its own, is read, generates or waits. */
const UNMARKED = [
  'async () => …',
  '(n) { return n + 3 }',
  '() { return this.value }',
  '() { return this.value + 1 }',
  '() { return 8 }',
  '() { this.value = 10 }',
  '() { return this.value + 1 }',
  '() { yield 4 }',
  '(n) => { return [n].map((each) => each * 1)[0] }',
  '(each) => each * 1',
  '(n) => n + 1',
]

describe('eager functions', () => {
  it('mean what they meant', async () => {
    expect((await run('plain', MODULE)).results).toEqual(RESULTS)
    for (const andExpressions of [false, true])
      expect((await run('marked', markFunctions(MODULE, andExpressions).code)).results).toEqual(
        RESULTS,
      )
  })

  it('are compiled with their script, but for those that wait, have a this of their own, generate or are read', async () => {
    const plain = await run('plain', MODULE)
    const marked = await run('marked', markFunctions(MODULE, true).code)
    expect(plain.late.some((text) => text.includes('n + by'))).toBe(true)
    expect(short(marked.late)).toEqual(short(UNMARKED))
  })

  it('leave single expressions unmarked unless asked to', async () => {
    const { late } = await run('marked', markFunctions(MODULE, false).code)
    expect(short(late)).toEqual(short([...UNMARKED, '(n) => n * 2', '() => 9']))
  })

  it('keep their comments, and the map to their source', () => {
    const { code, map } = markFunctions(MODULE, true)
    expect(code).toContain('/** Adds one. */\nconst declared = (')
    expect(map.mappings).not.toBe('')
  })
})
