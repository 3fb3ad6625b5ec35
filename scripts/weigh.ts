import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import pkg from '../package.json' with { type: 'json' }
import { ROOT } from './ensure.mjs'

/** What a host's build makes of an entry, peers left out. */
export interface Bundle {
  /** The code that is loaded at once. */
  readonly code: string
  /** Its bytes, gzip: as one file, because which of it stands in a file of its own is up to the host's build. */
  readonly first: number
  /** Bytes of what is loaded on first use only, gzip. */
  readonly later: number
  /** Bytes of each module in it before minifying, the heaviest first. */
  readonly modules: readonly { readonly path: string; readonly bytes: number }[]
}

// Vite's own way to load a chunk: a host's build has one for all that it loads late.
const PRELOAD = '\0vite/preload-helper.js'
const NATIVE = 'export const __vitePreload = (load) => load()'

/** Bundles an entry, given as source text, as a host's production build does, and weighs it. */
export async function weigh(source: string): Promise<Bundle> {
  const peers = Object.keys(pkg.peerDependencies)
  const result = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      modulePreload: false,
      rolldownOptions: {
        input: 'entry',
        preserveEntrySignatures: 'strict',
        external: (id) => peers.some((peer) => id === peer || id.startsWith(`${peer}/`)),
        output: { format: 'es' },
      },
    },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? '\0entry' : null),
        load: (id) => (id === '\0entry' ? source : id === PRELOAD ? NATIVE : null),
      },
    ],
  })
  const { output } = result as Rolldown.RolldownOutput
  const chunks = output.filter((file) => file.type === 'chunk')
  const atOnce = new Set([chunks.find((chunk) => chunk.isEntry)!.fileName])
  for (const name of atOnce)
    for (const next of chunks.find((chunk) => chunk.fileName === name)?.imports ?? [])
      atOnce.add(next)
  const first = chunks.filter((chunk) => atOnce.has(chunk.fileName))
  const code = first.map((chunk) => chunk.code).join('\n')
  const later = chunks.filter((chunk) => !atOnce.has(chunk.fileName))
  return {
    code,
    first: gzipSync(code).length,
    later: later.reduce((total, chunk) => total + gzipSync(chunk.code).length, 0),
    modules: first
      .flatMap(({ modules }) => Object.entries(modules))
      .map(([path, { renderedLength }]) => ({ path, bytes: renderedLength }))
      .toSorted((a, b) => b.bytes - a.bytes),
  }
}
