// @vitest-environment node
import { describe, expect, it } from 'vitest'
import pkg from '../../package.json' with { type: 'json' }
import { parseModule, readModules } from './modules.ts'
import { breaches, broughtBy } from './rules.ts'

const modules = readModules()
const paths = (found: typeof modules) => found.map(({ path }) => path)

describe('the rooms', () => {
  it('import only what the table of ARCHITECTURE.md allows, no CSS, and export by name', () => {
    expect(modules.length).toBeGreaterThan(50)
    expect(breaches(modules)).toEqual([])
  })

  it('bring along five packages of others at most, and each is used', () => {
    const brought = modules.flatMap(({ imports }) =>
      imports.filter(({ isType }) => !isType).map(({ from }) => from),
    )
    const packages = brought.flatMap(
      (from) => /^(@[^/]+\/)?[a-z][^/:]*(?=$|\/)/.exec(from)?.[0] ?? [],
    )
    const others = new Set(
      packages.filter((name) => !(name in pkg.peerDependencies) && name !== 'src'),
    )
    expect([...others].toSorted()).toEqual(Object.keys(pkg.dependencies).toSorted())
    expect(others.size).toBeLessThanOrEqual(5)
  })

  it('have doors that only re-export, but for those that explain', () => {
    const doors = modules.filter(({ path }) => path.startsWith('src/entries/'))
    expect(paths(doors.filter(({ isDoor }) => !isDoor)).toSorted()).toEqual([
      'src/entries/server.browser.ts',
      'src/entries/server/node.browser.ts',
    ])
  })

  it.each<[string, string, string]>([
    ['core that knows React', 'src/core/x.ts', "import { useState } from 'react'"],
    ['core that knows a resource', 'src/core/x.ts', "import '../resources/cohorts/operations.ts'"],
    [
      'a resource that knows another',
      'src/resources/ltv/x.ts',
      "import { a } from '../cohorts/types.ts'",
    ],
    [
      'a model with a clock of React',
      'src/resources/ltv/x.model.ts',
      "import { useMemo } from 'react'",
    ],
    [
      'a component that fetches',
      'src/resources/ltv/LtvTable.tsx',
      "import { useLtv } from './hooks.ts'",
    ],
    [
      'a component that knows Query',
      'src/resources/ltv/LtvTable.tsx',
      "import { useQuery } from '@tanstack/react-query'",
    ],
    [
      'ui that knows the hooks',
      'src/ui/x.tsx',
      "import { useQonversion } from '../react/context.ts'",
    ],
    [
      'the react room that names all operations',
      'src/react/x.ts',
      "import { operations } from '../resources/all.ts'",
    ],
    [
      'a server that renders',
      'src/server/x.ts',
      "import { renderToString } from 'react-dom/server'",
    ],
    ['a server of Node alone', 'src/server/x.ts', "import { readFile } from 'node:fs/promises'"],
    [
      'a sandbox that draws',
      'src/sandbox/x.ts',
      "export { CohortTable } from '../resources/cohorts/CohortTable.tsx'",
    ],
    ['a module that imports its CSS', 'src/ui/x.tsx', "import './x.css'"],
    ['a hook that knows the faults', 'src/react/x.ts', "import '../testing/withFaults.ts'"],
    [
      'a query of a server component that knows a hook',
      'src/resources/ltv/queries.ts',
      "import { createQueryHook } from '../../react/createQueryHook.ts'",
    ],
    ['a module that imports a door', 'src/ui/x.tsx', "import { a } from '../entries/index.ts'"],
    ['an import hidden in a call', 'src/core/x.ts', "export const a = () => import('react')"],
    ['a default export', 'src/core/x.ts', 'export default 1'],
    ['another name for it', 'src/core/x.ts', 'const a = 1; export { a as default }'],
    ['a room that nobody planned', 'src/helpers/x.ts', 'export const a = 1'],
  ])('catch %s', (_, path, source) => {
    expect(breaches([parseModule(path, source)])).toHaveLength(1)
  })

  it('let types pass where only values couple', () => {
    const named = "import type { UseQueryResult } from '@tanstack/react-query'"
    expect(breaches([parseModule('src/react/operationQuery.ts', named)])).toEqual([])
    const used = "import { useQuery } from '@tanstack/react-query'"
    expect(breaches([parseModule('src/react/operationQuery.ts', used)])).toHaveLength(1)
  })
})

describe("'use client'", () => {
  const queries = modules.filter(({ path }) => path.endsWith('/queries.ts'))

  it('is nowhere in what a server component prefetches with', () => {
    expect(queries).not.toHaveLength(0)
    const brought = queries.flatMap(({ path }) => broughtBy(path, modules))
    expect(paths(brought)).toContain('src/core/execute.ts')
    expect(paths(brought.filter(({ isClient }) => isClient))).toEqual([])
  })

  it('would be found there', () => {
    const fabricated = [
      parseModule('src/resources/x/queries.ts', "export { a } from '../../core/a.ts'"),
      parseModule('src/core/a.ts', "import { b } from './b.ts'; export const a = b"),
      parseModule('src/core/b.ts', "'use client'\nexport const b = 1"),
      parseModule('src/core/c.ts', "'use client'\nexport const c = 1"),
    ]
    const brought = broughtBy('src/resources/x/queries.ts', fabricated)
    expect(paths(brought.filter(({ isClient }) => isClient))).toEqual(['src/core/b.ts'])
  })

  it('heads every module that uses a hook or makes a context', () => {
    const hooks = /^(use[A-Z]\w*|createContext)$/
    const silent = modules.filter(
      ({ isClient, imports }) =>
        !isClient &&
        imports.some(
          ({ from, names }) =>
            /^(react|@tanstack\/react-query)$/.test(from) && names.some((name) => hooks.test(name)),
        ),
    )
    expect(paths(silent)).toEqual([])
  })
})
