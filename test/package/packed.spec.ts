import { expect, test, type Page } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pkg from '../../package.json' with { type: 'json' }
import {
  buildApp,
  compileTypes,
  createPackedApp,
  removeApp,
  type PackedApp,
  type ReactLine,
} from './packedApp.ts'
import { open, plain } from './packedPage.ts'

const heat = '[data-level="9"][data-state="final"]'

const background = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((cell) => getComputedStyle(cell).backgroundColor)

/** The Node that a fresh machine has: the first on the path that is not the checkout's own. */
function systemNode() {
  const folders = process.env['PATH']!.split(':').filter((folder) => !/node_modules/.test(folder))
  const path = folders.map((folder) => join(folder, 'node')).find((file) => existsSync(file)) ?? ''
  return { path, version: spawnSync(path, ['-v'], { encoding: 'utf8' }).stdout?.trim() || 'none' }
}

for (const react of ['19', '18.3'] satisfies ReactLine[])
  test.describe(`the packed package in an app with React ${react}`, () => {
    let app: PackedApp
    test.beforeAll(() => {
      test.setTimeout(300_000)
      app = createPackedApp(react)
    })
    test.afterAll(() => removeApp(app))

    test('is installed beside what it declares, and needs no tool of ours', () => {
      const installed = [...app.installed.keys()]
      const peers = Object.keys(pkg.peerDependencies)
      expect(installed).toEqual(
        expect.arrayContaining([...Object.keys(pkg.dependencies), ...peers]),
      )
      const tools = Object.keys(pkg.devDependencies).filter((name) => !peers.includes(name))
      expect(tools.filter((name) => app.installed.has(name))).toEqual([])
      expect(app.installed.get('react')).toMatch(new RegExp(`^${react.replace('.', '\\.')}`))
      const oldest = pkg.peerDependencies['@tanstack/react-query'].slice(1)
      const isOldest = app.installed.get('@tanstack/react-query') === oldest
      expect(isOldest).toBe(react === '18.3')
    })

    test('type-checks against the types of its own React', () => {
      expect(compileTypes(app, react)).toBe('')
    })

    test('renders the panel on the sandbox, in its own colours', async ({ page }) => {
      const built = await buildApp(app, 'production', ['client'])
      const complaints = await open(page, built, 'client.html')
      await expect(page.getByRole('rowheader', { name: 'November 2025' }).first()).toBeVisible()
      expect(await background(page, heat)).not.toBe('rgba(0, 0, 0, 0)')
      expect(await background(page, heat)).not.toBe(await background(page, '.qv-root'))
      expect(complaints).toEqual([])
    })

    test('answers on a server with Node 20, by itself and behind http, also where a bundler asks for the browser as well', () => {
      const node = systemNode()
      test.skip(!node.version.startsWith('v20.'), `the system's Node is ${node.version}, not 20`)
      for (const conditions of [[], ['--conditions=browser']]) {
        const { stdout, stderr } = spawnSync(node.path, [...conditions, 'handler.mjs'], {
          cwd: app.folder,
          encoding: 'utf8',
          env: plain,
        })
        expect(stderr).toBe('')
        const answer = `${node.version} 200 {"object":"analytics_cohorts_meta","modes":[]}`
        expect(stdout.trim().split('\n')).toEqual([answer, answer])
      }
    })

    test('refuses to bring the server door into a browser', async ({ page }) => {
      const built = await buildApp(app, 'production', ['secrets'])
      const complaints = await open(page, built, 'secrets.html')
      await expect.poll(() => complaints).toEqual([expect.stringMatching(/Secret Key/)])
    })
  })
