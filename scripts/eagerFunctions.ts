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
 * @param entries Modules, from the package's folder: what they import at once is marked, what they load late is not.
 */
export function eagerFunctions(entries: readonly string[]): Plugin {
  const marked = new Set<string>()
  return {
    name: 'eager-functions',
    apply: 'build',
    buildEnd() {
      const mark = (id: string): void => {
        if (marked.has(id)) return
        marked.add(id)
        this.getModuleInfo(id)?.importedIds.forEach(mark)
      }
      for (const entry of entries) mark(resolve(ROOT, entry))
    },
    renderChunk: (code, { facadeModuleId }) =>
      facadeModuleId && marked.has(facadeModuleId) ? markFunctions(code) : null,
  }
}

/**
 * Marks the functions of a built module, whose exports stand at its end. Declared ones become constants before all other
 * statements. Methods, generators and async functions stay as they are, as no mark is known for them, and arrows that are one
 * expression, which cost more bytes than they save.
 */
export function markFunctions(code: string) {
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
  const methods = new Set<unknown>()
  const wrap = (fn: ESTree.Function | ESTree.ArrowFunctionExpression) => {
    if (methods.has(fn) || fn.generator || fn.async || fn.body?.type !== 'BlockStatement') return
    text.appendLeft(fn.start, '(').appendRight(fn.end, ')')
  }
  new Visitor({
    MethodDefinition: ({ value }) => void methods.add(value),
    Property: ({ method, kind, value }) =>
      void (method || kind !== 'init' ? methods.add(value) : null),
    ArrowFunctionExpression: wrap,
    FunctionExpression: wrap,
  }).visit(program)
  return { code: text.toString(), map: text.generateMap({ hires: 'boundary' }) }
}

const isHead = ({ type, ...statement }: ESTree.Statement | ESTree.Directive): boolean =>
  type === 'ImportDeclaration' || (type === 'ExpressionStatement' && 'directive' in statement)

/** True for a declared function that means the same as an arrow; one with a `this` of its own does not. */
function isArrowLike(
  statement: ESTree.Statement | ESTree.Directive,
  code: string,
): statement is ESTree.Function & { id: ESTree.BindingIdentifier; body: ESTree.FunctionBody } {
  if (statement.type !== 'FunctionDeclaration' || statement.generator || statement.async)
    return false
  return !/\b(this|arguments)\b/.test(code.slice(statement.start, statement.end))
}
