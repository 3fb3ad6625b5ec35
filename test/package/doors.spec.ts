import { expect, test } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { build, type Rolldown } from 'vite'
import { createPackedApp, removeApp, type PackedApp } from './packedApp.ts'
import { plain } from './packedPage.ts'

let app: PackedApp
test.beforeAll(() => {
  test.setTimeout(300_000)
  app = createPackedApp('19')
})
test.afterAll(() => removeApp(app))

const SERVER = 'server.js'
const REFUSES = 'server.browser.js'
const NODE = 'server/node.js'
const NODE_REFUSES = 'server/node.browser.js'

/** Who resolves with which conditions, and what the two doors of the server are then. */
const resolvers: readonly [who: string, conditions: string[], server: string, node: string][] = [
  ['wrangler', ['workerd', 'worker', 'browser'], SERVER, NODE_REFUSES],
  ['an edge runtime', ['edge-light', 'worker', 'browser', 'module'], SERVER, NODE_REFUSES],
  ['a bundler for Node', ['node', 'module'], SERVER, NODE],
  ['a bundler for Node that sets browser too', ['browser', 'node'], SERVER, NODE],
  ['a bundler for Bun', ['bun'], SERVER, NODE],
  ['a bundler for Deno', ['deno'], SERVER, NODE],
  ['a bundler for the browser', ['browser', 'module'], REFUSES, NODE_REFUSES],
  ['a bundler that says nothing', [], SERVER, NODE],
]

/** The doors that a bundle with these conditions loads, below `dist/entries`, and what it leaves to the platform. */
async function bundled(conditions: string[]) {
  const entries = `${app.folder}/node_modules/qonversion-react/dist/entries`
  const entry = `${app.folder}/entry.js`
  const doors: string[] = []
  const result = await build({
    configFile: false,
    root: app.folder,
    logLevel: 'error',
    resolve: { conditions },
    plugins: [
      {
        name: 'doors',
        resolveId: (id) => (id === 'entry' ? entry : null),
        load(id) {
          if (id.startsWith(entries)) doors.push(relative(entries, id))
          if (id !== entry) return null
          return "export * from 'qonversion-react/server'; export * from 'qonversion-react/server/node'"
        },
      },
    ],
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: 'entry',
        preserveEntrySignatures: 'strict',
        external: (id) => id.startsWith('node:'),
      },
    },
  })
  const { output } = result as Rolldown.RolldownOutput
  const chunks = output.filter((file) => file.type === 'chunk')
  return { doors: doors.toSorted(), imports: chunks.flatMap(({ imports }) => imports) }
}

for (const [who, conditions, server, node] of resolvers)
  test(`${who} finds ${server} and ${node}`, async () => {
    expect(await bundled(conditions)).toEqual({
      doors: [server, node],
      imports: node === NODE ? ['node:net'] : [],
    })
  })

test('Node itself finds the real doors, also with the condition of browsers', () => {
  for (const flags of [[], ['--conditions=browser']])
    for (const [door, file] of [
      ['qonversion-react/server', SERVER],
      ['qonversion-react/server/node', NODE],
    ]) {
      const { stdout } = spawnSync(
        'node',
        [...flags, '--input-type=module', '-e', `console.log(import.meta.resolve('${door}'))`],
        { cwd: app.folder, encoding: 'utf8', env: plain },
      )
      expect(stdout.trim()).toMatch(new RegExp(`/dist/entries/${file}$`))
    }
})

for (const [door, sentence] of [
  [REFUSES, /imported into code for browsers.*createFetcher/],
  [NODE_REFUSES, /does not run in Node.*createHandler.*createFetcher/],
] as const)
  test(`${door} throws at its first import and says what to do`, async () => {
    const loaded = import(`${app.folder}/node_modules/qonversion-react/dist/entries/${door}`)
    await expect(loaded).rejects.toThrow(sentence)
  })

/** Names that an entry of the installed package exports. */
const namesOf = (file: string): string[] => {
  const path = `${app.folder}/node_modules/qonversion-react/dist/entries/${file}`
  const [, list = ''] = /export \{([^}]*)\}/.exec(readFileSync(path, 'utf8')) ?? []
  return list.split(',').map((name) => name.trim())
}

for (const door of ['server', 'server/node'])
  test(`in place of ./${door} stand all of its names`, () => {
    expect(namesOf(`${door}.js`)).not.toEqual([''])
    expect(namesOf(`${door}.browser.js`).toSorted()).toEqual(namesOf(`${door}.js`).toSorted())
  })

test('hooks that send or bring a secret are behind ./secrets, and behind no other door', () => {
  const secrets = ['useRegenerateSecret', 'useUpdateStoreConfig']
  expect(namesOf('secrets.js').toSorted()).toEqual(secrets)
  const others = ['index.js', 'components.js', 'panels.js'].flatMap(namesOf)
  expect(others).toContain('useProjectSettings')
  expect(others.filter((name) => secrets.includes(name))).toEqual([])
})
