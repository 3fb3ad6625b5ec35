import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import pkg from '../package.json' with { type: 'json' }
import { ROOT } from './ensure.mjs'

/** What a browser may pay for the package beside its peers, in kB of 1,000 bytes, gzip. */
const budgets = [
  {
    name: 'provider + useCohorts',
    kilobytes: 8,
    source: `export { QonversionProvider, useCohorts } from '${door('index')}'`,
  },
  {
    name: 'all of the door .',
    kilobytes: 20,
    source: `export * from '${door('index')}'`,
  },
  {
    // Table with all that can be done in it, controls, address and the texts of both; pictures and CSV come later.
    name: 'provider + CohortPanel',
    kilobytes: 48,
    source: `export { QonversionProvider } from '${door('index')}'\nexport { CohortPanel } from '${door('panels')}'`,
  },
  {
    name: 'searchable list of a filter, loaded on first opening',
    kilobytes: 32,
    source: `export { SearchList } from '${join(ROOT, 'dist', 'ui', 'SearchList.js')}'`,
  },
  {
    name: 'CohortHeatmap',
    kilobytes: 30,
    source: `export { CohortHeatmap } from '${door('components')}'`,
  },
  {
    name: 'RetentionCurves',
    kilobytes: 30,
    source: `export { RetentionCurves } from '${door('components')}'`,
  },
  {
    name: 'LtvChart',
    kilobytes: 30,
    source: `export { LtvChart } from '${door('components')}'`,
  },
]

if (!existsSync(door('index'))) {
  console.error('There is no dist to measure. Run: npm run build')
  process.exit(1)
}
const rows = await Promise.all(
  budgets.map(async ({ name, kilobytes, source }) => {
    const { first, later } = await measure(source)
    return {
      name,
      first: kB(first),
      budget: kilobytes,
      later: kB(later),
      fits: first <= kilobytes * 1000,
    }
  }),
)
console.log('gzip kB, peers external; "later" is what is loaded on first use')
console.table(rows)
if (rows.some((row) => !row.fits)) process.exitCode = 1

/** Bundles one entry as a host's build does and weighs it: what is loaded at once, and what only on first use. */
async function measure(source: string): Promise<{ first: number; later: number }> {
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
  const entry = chunks.find((chunk) => chunk.isEntry)!
  const atOnce = new Set([entry.fileName])
  for (const name of atOnce)
    for (const next of chunks.find((chunk) => chunk.fileName === name)?.imports ?? [])
      atOnce.add(next)
  const weigh = (some: typeof chunks) =>
    some.reduce((total, chunk) => total + gzipSync(chunk.code, { level: 9 }).length, 0)
  return {
    first: weigh(chunks.filter((chunk) => atOnce.has(chunk.fileName))),
    later: weigh(chunks.filter((chunk) => !atOnce.has(chunk.fileName))),
  }
}

function door(name: string): string {
  return join(ROOT, 'dist', 'entries', `${name}.js`)
}

function kB(bytes: number): number {
  return Number((bytes / 1000).toFixed(2))
}
