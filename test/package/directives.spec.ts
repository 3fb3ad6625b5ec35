import { expect, test } from '@playwright/test'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from '../../scripts/ensure.mjs'

const src = join(ROOT, 'src')
const dist = join(ROOT, 'dist')
const DIRECTIVE = /^\s*(['"])use client\1/

const saysClient = (path: string) => DIRECTIVE.test(readFileSync(path, 'utf8'))

/** The built modules that an entry brings in, itself included. */
function reach(entry: string, found = new Set<string>()): Set<string> {
  if (found.has(entry)) return found
  found.add(entry)
  for (const [, name] of readFileSync(entry, 'utf8').matchAll(
    /(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g,
  ))
    reach(join(dirname(entry), name!), found)
  return found
}

test("'use client' stands at the top of exactly the built modules whose source has it", () => {
  const sources = globSync('**/*.{ts,tsx}', { cwd: src })
  const wanted = sources
    .filter((path) => saysClient(join(src, path)))
    .map((path) => path.replace(/\.tsx?$/, '.js'))
    .filter((path) => existsSync(join(dist, path)))
  const built = globSync('**/*.js', { cwd: dist }).filter((path) => saysClient(join(dist, path)))
  expect(wanted).not.toHaveLength(0)
  expect(built.toSorted()).toEqual(wanted.toSorted())
})

for (const door of ['server', 'sandbox'])
  test(`the ${door} door reaches no client module and no React`, () => {
    const modules = [...reach(join(dist, 'entries', `${door}.js`))]
    expect(modules.length).toBeGreaterThan(5)
    expect(modules.filter(saysClient)).toEqual([])
    const react = /from ["'](react|react-dom|@tanstack\/react-query)(\/[^"']*)?["']/
    expect(modules.filter((path) => react.test(readFileSync(path, 'utf8')))).toEqual([])
  })

test('every built module is written for production', () => {
  const development = globSync('**/*.js', { cwd: dist }).filter((path) =>
    /jsxDEV|jsx-dev-runtime/.test(readFileSync(join(dist, path), 'utf8')),
  )
  expect(development).toEqual([])
})
