import type { Module } from './modules.ts'

/** Who may import what, as ARCHITECTURE.md has it. The first rule whose `of` fits a module is its rule. */
interface Rule {
  readonly of: RegExp
  /** Modules and packages it may use at run time. `$1` is what the first group of `of` caught: its own resource. */
  readonly may: readonly string[]
  /** What it may name in types only. */
  readonly mayName?: readonly string[]
}

const PURE = 'src/resources/$1/(?!operations|schemas|queries|hooks|use)[^/]+\\.ts'
/** The pure files of core that models and what draws them share. */
const SHARED = 'src/core/(attributes|calendar|csv|ranges|viewParts)\\.ts'

const RULES: readonly Rule[] = [
  { of: /^src\/core\//, may: ['src/core/.+', 'valibot'] },
  { of: /^src\/i18n\//, may: ['src/i18n/.+', 'react'] },
  { of: /^src\/hydration\//, may: ['react'] },
  {
    of: /^src\/react\/(operationQuery|infiniteQuery|permissionsQuery|ask|gates|source)\.ts$/,
    may: ['src/core/.+', 'src/react/(operationQuery|ask|gates|source).ts'],
    mayName: ['@tanstack/react-query'],
  },
  {
    of: /^src\/react\//,
    may: [
      'src/react/.+',
      'src/core/.+',
      'src/i18n/(DisplayContext.tsx|checkLocale.ts)',
      'src/hydration/.+',
      'react',
      '@tanstack/react-query',
    ],
  },
  {
    of: /^src\/ui\//,
    may: [
      'src/ui/.+',
      'src/i18n/.+',
      'src/hydration/.+',
      '@visx/.+',
      '@base-ui/react/.+',
      'react',
      'react-dom',
    ],
  },
  {
    of: /^src\/resources\/all\.ts$/,
    may: ['src/resources/[^/]+/operations.ts'],
    mayName: ['src/core/operation.ts'],
  },
  {
    of: /^src\/resources\/([^/]+)\/(operations|schemas)\.ts$/,
    may: ['src/core/.+', 'src/resources/$1/schemas.ts', 'valibot'],
  },
  {
    of: /^src\/resources\/([^/]+)\/queries\.ts$/,
    may: ['src/resources/$1/operations.ts', 'src/react/(operation|infinite)Query.ts'],
    mayName: ['src/resources/$1/types.ts', 'src/react/ask.ts', 'src/core/operation.ts'],
  },
  {
    of: /^src\/resources\/([^/]+)\/(?:h|secretH)ooks\.ts$/,
    may: ['src/resources/$1/(operations|queries).ts', 'src/react/.+'],
    mayName: ['src/resources/$1/types.ts'],
  },
  {
    of: /^src\/resources\/([^/]+)\/[^/]+Panel\.tsx$/,
    may: [
      'src/resources/$1/.+',
      'src/react/.+',
      'src/ui/.+',
      'src/i18n/.+',
      'src/hydration/.+',
      SHARED,
      'react',
    ],
    mayName: ['src/core/.+'],
  },
  {
    of: /^src\/resources\/([^/]+)\/use[^/]+\.ts$/,
    may: [
      PURE,
      'src/resources/$1/(hooks|use[^/]+)\\.ts',
      'src/resources/$1/[^/]+\\.tsx',
      'src/ui/.+',
      'src/i18n/.+',
      'src/hydration/.+',
      SHARED,
      'react',
    ],
  },
  {
    of: /^src\/resources\/([^/]+)\/[^/]+\.tsx$/,
    may: [
      PURE,
      'src/resources/$1/(use[^/]+\\.ts|[^/]+\\.tsx)',
      'src/ui/.+',
      'src/i18n/.+',
      'src/hydration/.+',
      SHARED,
      'react',
    ],
  },
  {
    of: /^src\/resources\/([^/]+)\/[^/]+Csv\.ts$/,
    may: [PURE, SHARED, 'papaparse'],
    mayName: ['src/i18n/.+', 'src/resources/$1/operations.ts', 'src/core/operation.ts'],
  },
  {
    of: /^src\/resources\/([^/]+)\/[^/]+\.ts$/,
    may: [PURE, SHARED],
    mayName: ['src/i18n/.+', 'src/resources/$1/operations.ts', 'src/core/operation.ts'],
  },
  {
    of: /^src\/panels\//,
    may: [
      'src/panels/.+',
      'src/resources/.+',
      'src/ui/.+',
      'src/i18n/.+',
      'src/react/.+',
      SHARED,
      'react',
    ],
    mayName: ['src/core/.+'],
  },
  // The one adapter to Node's http; its door is its own, so that no Worker brings it along.
  {
    of: /^src\/server\/node\.ts$/,
    may: ['src/server/answers.ts', '@remix-run/node-fetch-server'],
    mayName: ['node:http'],
  },
  { of: /^src\/server\//, may: ['src/server/.+', 'src/core/.+', 'src/resources/all.ts'] },
  {
    of: /^src\/sandbox\//,
    may: [
      'src/sandbox/.+',
      'src/core/.+',
      'src/resources/all.ts',
      'src/resources/[^/]+/[^/]+\\.model\\.ts',
      'papaparse',
    ],
    mayName: ['src/resources/[^/]+/.+\\.ts'],
  },
  {
    of: /^src\/doctor\//,
    may: [
      'src/doctor/.+',
      'src/core/.+',
      'src/resources/all.ts',
      'src/resources/cohorts/metrics.ts',
      'src/resources/[^/]+/[^/]+\\.model\\.ts',
      'papaparse',
    ],
    mayName: ['src/resources/[^/]+/.+\\.ts'],
  },
  { of: /^src\/testing\//, may: ['.+'] },
  { of: /^src\/entries\//, may: ['(?!src/entries/).+'] },
]

/** What breaks the table, one sentence each. */
export function breaches(modules: readonly Module[]): string[] {
  return modules.flatMap((module) => [
    ...(module.hasDefaultExport ? [`${module.path} has a default export`] : []),
    ...misplaced(module),
  ])
}

function misplaced({ path, imports }: Module): string[] {
  const rule = RULES.find(({ of }) => of.test(path))
  if (!rule) return [`${path} is in no room that the table knows`]
  const own = rule.of.exec(path)?.[1] ?? ''
  const fits = (patterns: readonly string[], from: string) =>
    patterns.some((pattern) => new RegExp(`^(?:${pattern.replaceAll('$1', own)})$`).test(from))
  return imports
    .filter(({ from, isType }) => {
      if (from.endsWith('.css')) return true
      if (from.startsWith('src/testing/') && !/^src\/(testing|entries)\//.test(path)) return true
      return !fits(rule.may, from) && !(isType && fits(rule.mayName ?? [], from))
    })
    .map(({ from, isType }) => `${path} imports ${isType ? 'types of ' : ''}${from}`)
}

/** Every module that one brings along at run time, itself included. */
export function broughtBy(path: string, modules: readonly Module[]): Module[] {
  const byPath = new Map(modules.map((module) => [module.path, module]))
  const found = new Set<Module>()
  const visit = (at: string) => {
    const module = byPath.get(at)
    if (!module || found.has(module)) return
    found.add(module)
    for (const { from, isType } of module.imports) if (!isType) visit(from)
  }
  visit(path)
  return [...found]
}
