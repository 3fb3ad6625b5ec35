import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'vite'
import { ROOT } from '../../scripts/ensure.mjs'

/** The React of an app, with the other peers of its time: the checkout's own, or the oldest that are allowed. */
export type ReactLine = '19' | '18.3'

interface Manifest {
  readonly name: string
  readonly version: string
  readonly dependencies?: Record<string, string>
  readonly peerDependencies?: Record<string, string>
  readonly peerDependenciesMeta?: Record<string, { optional?: boolean }>
}

/** An app with the packed package installed in it. */
export interface PackedApp {
  readonly folder: string
  /** Name and version of every package in its `node_modules`. */
  readonly installed: ReadonlyMap<string, string>
}

const HOMES: Record<ReactLine, string> = {
  '19': ROOT,
  '18.3': join(ROOT, 'test/fixtures/oldest-peers'),
}
const FIXTURE = join(ROOT, 'test/fixtures/app')

/**
 * Packs the package and unpacks the tarball into a new app's `node_modules`, with exactly what it declares (dependencies,
 * peers and theirs) beside it as real folders, so that nothing of the checkout can be found by accident.
 */
export function createPackedApp(react: ReactLine): PackedApp {
  const folder = mkdtempSync(join(tmpdir(), `packed-app-${react}-`))
  mkdirSync(join(folder, 'node_modules'))
  cpSync(FIXTURE, folder, { recursive: true })
  return { folder, installed: installPacked(folder, react) }
}

/** Packs the package into an app's `node_modules`, with what it declares; returns name and version of all that it brought. */
export function installPacked(folder: string, react: ReactLine): Map<string, string> {
  const modules = join(folder, 'node_modules')
  const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  execFileSync('tar', ['-xzf', join(folder, packed.trim().split('\n').at(-1)!), '-C', modules])
  execFileSync('mv', [join(modules, 'package'), join(modules, 'qonversion-react')])
  const installed = new Map<string, string>()
  install(join(modules, 'qonversion-react'), HOMES[react], modules, installed)
  return installed
}

/** Builds the fixture's pages as a host does; `development` keeps React's warnings. */
export async function buildApp(
  { folder }: PackedApp,
  mode: 'production' | 'development',
  pages: readonly string[],
): Promise<string> {
  const outDir = join(folder, `dist-${mode}`)
  await build({
    configFile: false,
    root: folder,
    mode,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
    build: {
      outDir,
      minify: mode === 'production',
      rolldownOptions: { input: pages.map((page) => join(folder, `${page}.html`)) },
    },
  })
  return outDir
}

/** Compiles the fixture's `types.tsx` with the types of the app's own React; returns what the compiler says, empty for nothing. */
export function compileTypes({ folder }: PackedApp, react: ReactLine): string {
  const modules = join(folder, 'node_modules')
  const known = new Map<string, string>()
  for (const name of ['@types/react', '@types/react-dom']) {
    const source = find(name, HOMES[react])
    cpSync(source, join(modules, name), { recursive: true })
    install(source, HOMES[react], modules, known)
  }
  return spawnSync('tsc', ['-p', folder], { encoding: 'utf8' }).stdout
}

/** Takes an app away again. */
export const removeApp = ({ folder }: PackedApp): void => rmSync(folder, { recursive: true })

/** Copies what a package declares into `modules`, each found as Node finds it from `home`; throws for two versions of one. */
function install(
  from: string,
  home: string,
  modules: string,
  installed: Map<string, string>,
): void {
  const { dependencies, peerDependencies, peerDependenciesMeta } = manifest(from)
  for (const name of Object.keys({ ...dependencies, ...peerDependencies })) {
    if (peerDependenciesMeta?.[name]?.optional) continue
    const source = find(name, home)
    const { version } = manifest(source)
    const known = installed.get(name)
    if (known === version) continue
    if (known) throw new Error(`${name} is wanted as ${known} and as ${version}.`)
    installed.set(name, version)
    cpSync(source, join(modules, name), { recursive: true })
    install(source, home, modules, installed)
  }
}

function find(name: string, home: string): string {
  const places = createRequire(join(home, 'package.json')).resolve.paths(name) ?? []
  const found = places.map((place) => join(place, name)).find((place) => existsSync(place))
  if (!found) throw new Error(`${name} is not installed beside ${dirname(home)}.`)
  return found
}

const manifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
