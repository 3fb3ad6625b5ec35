import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import pkg from '../package.json' with { type: 'json' }
import { ROOT } from './ensure.mjs'

/** What a host's build makes of an entry, peers left out. */
export interface Bundle {
  /** The code that is loaded at once. */
  readonly code: string
  /** Its bytes, gzip. */
  readonly first: number
  /** Bytes of what is loaded on first use only, gzip. */
  readonly later: number
  /** Bytes of each module in it before minifying, the heaviest first. */
  readonly modules: readonly { readonly path: string; readonly bytes: number }[]
}

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
        load: (id) => (id === '\0entry' ? source : null),
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
  const gzip = (some: typeof chunks) =>
    some.reduce((total, chunk) => total + gzipSync(chunk.code).length, 0)
  return {
    code: first.map(({ code }) => code).join('\n'),
    first: gzip(first),
    later: gzip(chunks.filter((chunk) => !atOnce.has(chunk.fileName))),
    modules: first
      .flatMap(({ modules }) => Object.entries(modules))
      .map(([path, { renderedLength }]) => ({ path, bytes: renderedLength }))
      .toSorted((a, b) => b.bytes - a.bytes),
  }
}
