import { resolve } from 'node:path'
import { MagicString } from 'magic-string'
import { Visitor, type ESTree } from 'rolldown/utils'
import { parseAst, type Plugin } from 'vite'
import { ROOT } from './ensure.mjs'

/**
 * Marks the functions that a first picture runs, as the last step of the build: parentheses around a function tell V8 to compile
 * it with its script, which a browser does off the main thread while it loads, and not within the first mount. A host's bundler
 * that drops them loses nothing else. Source: https://v8.dev/blog/preparser#pife
 *
 * @param entries Modules, from the package's folder: what they import at once is marked, what they load late is not. Functions
 *   of one expression are many, and cost bytes: they are marked in what `largest` imports alone.
 */
export function eagerFunctions(entries: readonly string[], largest: string): Plugin {
  const some = new Set<string>()
  const all = new Set<string>()
  return {
    name: 'eager-functions',
    apply: 'build',
    buildEnd() {
      const mark = (id: string, marked: Set<string>): void => {
        if (marked.has(id)) return
        marked.add(id)
        this.getModuleInfo(id)?.importedIds.forEach((imported) => mark(imported, marked))
      }
      for (const entry of entries) mark(resolve(ROOT, entry), some)
      mark(resolve(ROOT, largest), all)
    },
    renderChunk: (code, { facadeModuleId }) =>
      facadeModuleId && some.has(facadeModuleId)
        ? markFunctions(code, all.has(facadeModuleId))
        : null,
  }
}

/**
 * Marks the functions of a built module, whose exports stand at its end. Declared ones become constants before all other
 * statements, methods of an object become arrows. Those that wait for an event (`onClick`, `useCallback`) stay as they are, as do
 * those with a `this` of their own, classes, getters, generators and async functions, and without `andExpressions` arrows that are
 * one expression.
 */
export function markFunctions(code: string, andExpressions: boolean) {
  const program = parseAst(code)
  const text = new MagicString(code)
  const head = program.body.findLast(isHead)?.end ?? 0
  let before = head
  for (const statement of program.body) {
    if (isHead(statement)) continue
    const { end } = statement
    if (isArrowLike(statement, code)) {
      const { id, body, start } = statement
      text.update(start, id.end, `const ${id.name} = (`)
      text.appendLeft(body.start, '=> ')
      text.appendLeft(end, ');')
      // With its comment. Declarations are there before anything runs: constants are, where they stand first.
      if (before !== head) text.move(before, end, head)
    }
    before = end
  }
  const unmarked = new Set<ESTree.Node>()
  // A function that waits for an event, and all in it.
  let awaited = 0
  const leave = (value: ESTree.Node, isAwaited = false) => {
    unmarked.add(value)
    if (isAwaited) awaited = Math.max(awaited, value.end)
  }
  const wrap = (fn: Func) => {
    if (unmarked.has(fn) || fn.start < awaited || fn.generator || fn.async) return
    if (!andExpressions && fn.body?.type !== 'BlockStatement') return
    text.appendLeft(fn.start, '(').appendRight(fn.end, ')')
  }
  new Visitor({
    MethodDefinition: ({ value }) => leave(value),
    CallExpression: ({ callee, arguments: given }) => {
      if (callee.type === 'Identifier' && callee.name === 'useCallback') leave(given[0]!, true)
    },
    Property: ({ key, value, method, kind }) => {
      const isHandler = key.type === 'Identifier' && /^on[A-Z]/.test(key.name)
      if (isHandler || method || kind !== 'init') leave(value, isHandler)
      if (isHandler || !method || value.type !== 'FunctionExpression') return
      if (!canBeArrow(value, code)) return
      text.appendRight(value.start, ': (').appendLeft(value.body!.start, '=> ')
      text.appendRight(value.end, ')')
    },
    ArrowFunctionExpression: wrap,
    FunctionExpression: wrap,
  }).visit(program)
  return { code: text.toString(), map: text.generateMap({ hires: 'boundary' }) }
}

type Func = ESTree.Function | ESTree.ArrowFunctionExpression

const isHead = ({ type, ...statement }: ESTree.Statement | ESTree.Directive): boolean =>
  type === 'ImportDeclaration' || (type === 'ExpressionStatement' && 'directive' in statement)

/** True for a declared function that means the same as an arrow. */
const isArrowLike = (
  statement: ESTree.Statement | ESTree.Directive,
  code: string,
): statement is ESTree.Function & { id: ESTree.BindingIdentifier; body: ESTree.FunctionBody } =>
  statement.type === 'FunctionDeclaration' && canBeArrow(statement, code)

/** True for a function without a `this` of its own, which is no generator and waits for nothing. */
const canBeArrow = ({ start, end, generator, async }: ESTree.Function, code: string): boolean =>
  !generator && !async && !/\b(this|arguments|super)\b/.test(code.slice(start, end))
