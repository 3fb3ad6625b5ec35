import { globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { parseSync } from 'vite'

/** One import or re-export of a module: a path under `src`, or a package. */
export interface Import {
  readonly from: string
  /** Erased by the compiler: costs and couples nothing at run time. */
  readonly isType: boolean
  readonly names: readonly string[]
}

/** What a module says of itself and of others. */
export interface Module {
  readonly path: string
  readonly imports: readonly Import[]
  readonly isClient: boolean
  readonly hasDefaultExport: boolean
  /** Nothing but `export … from`. */
  readonly isDoor: boolean
}

/** Every module under `src`, parsed. */
export function readModules(): Module[] {
  return globSync('src/**/*.{ts,tsx}').map((path) => parseModule(path, readFileSync(path, 'utf8')))
}

/** Parses one module; `path` is relative to the repository. */
export function parseModule(path: string, source: string): Module {
  const { module, program, errors } = parseSync(path, source)
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]!.message}`)
  const imports = [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({
      from: moduleRequest.value,
      isType: entries.length > 0 && entries.every((entry) => entry.isType),
      names: entries.filter((entry) => !entry.isType).map((entry) => entry.importName.name ?? '*'),
    })),
    ...module.staticExports.flatMap(({ entries }) =>
      entries
        .filter((entry) => entry.moduleRequest)
        .map((entry) => ({
          from: entry.moduleRequest!.value,
          isType: entry.isType,
          names: [entry.importName.name ?? '*'],
        })),
    ),
    ...module.dynamicImports.map(({ moduleRequest }) => ({
      from: source.slice(moduleRequest.start + 1, moduleRequest.end - 1),
      isType: false,
      names: ['*'],
    })),
  ]
  return {
    path,
    imports: imports.map(({ from, isType, names }) => ({
      from: resolve(path, from),
      isType,
      names,
    })),
    isClient: program.body.some((node) => 'directive' in node && node.directive === 'use client'),
    isDoor: program.body.every((node) => 'source' in node && node.type.startsWith('Export')),
    hasDefaultExport: module.staticExports.some(({ entries }) =>
      entries.some(
        ({ exportName }) => exportName.kind === 'Default' || exportName.name === 'default',
      ),
    ),
  }
}

const resolve = (path: string, from: string) =>
  from.startsWith('.') ? posix.join(posix.dirname(path), from) : from
