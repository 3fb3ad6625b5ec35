import { expect, test, type Page } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
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

const ORIGIN = 'http://app.test'
const heat = '[data-level="9"][data-state="final"]'

const viewers = ['en-US', 'de-DE', 'ja-JP'].flatMap((locale) =>
  ['America/Los_Angeles', 'Pacific/Auckland'].map((timeZone) => ({ locale, timeZone })),
)

/** The environment without wishes about colour: Node remarks on two that differ, and the test runner makes one. */
const plain = { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined }

/** Opens a page of a built app; the returned list fills with everything the browser complains about. */
async function open(page: Page, built: string, path: string, edit = (html: string) => html) {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  await page.route(`${ORIGIN}/**`, (route) => {
    const file = join(built, new URL(route.request().url()).pathname)
    return file.endsWith('.html')
      ? route.fulfill({ contentType: 'text/html', body: edit(readFileSync(file, 'utf8')) })
      : route.fulfill({ path: file })
  })
  await page.goto(`${ORIGIN}/${path}`)
  return complaints
}

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

    test('renders on a server and hydrates without a complaint, for viewers of two zones and three locales', async ({
      page,
    }) => {
      const { stdout, stderr } = spawnSync('node', ['render.ts', JSON.stringify(viewers)], {
        cwd: app.folder,
        encoding: 'utf8',
        // Elsewhere than any viewer; and with React's warnings, which a build in this process would have switched off.
        env: { ...plain, TZ: 'Asia/Kolkata', NODE_ENV: 'development' },
      })
      expect(stderr).toBe('')
      const built = await buildApp(app, 'development', ['hydrate'])
      for (const line of stdout.trim().split('\n')) {
        const { version, html, data } = JSON.parse(line) as Record<string, string>
        expect(version).toBe(app.installed.get('react'))
        expect(html).toMatch(/data-level="9"/)
        const state = JSON.stringify(data).replaceAll('<', '\\u003c')
        const complaints = await open(page, built, 'hydrate.html', (text) =>
          text
            .replace('<!--html-->', () => html!)
            .replace('id="state">', () => `id="state">${state}`),
        )
        await expect(page.locator('[role="grid"] [tabindex="0"]')).toHaveCount(2)
        await page.getByRole('grid').first().locator('[tabindex="0"]').press('ArrowRight')
        await expect(page.locator('[role="grid"] [tabindex="0"]').first()).toBeFocused()
        expect(complaints).toEqual([])
      }
    })

    test('answers on a server with Node 20, also where a bundler asks for the browser as well', () => {
      const node = systemNode()
      test.skip(!node.version.startsWith('v20.'), `the system's Node is ${node.version}, not 20`)
      for (const conditions of [[], ['--conditions=browser']]) {
        const { stdout, stderr } = spawnSync(node.path, [...conditions, 'handler.mjs'], {
          cwd: app.folder,
          encoding: 'utf8',
          env: plain,
        })
        expect(stderr).toBe('')
        expect(stdout.trim()).toBe(
          `${node.version} 200 {"object":"analytics_cohorts_meta","modes":[]}`,
        )
      }
    })

    test('refuses to bring the server door into a browser', async ({ page }) => {
      const built = await buildApp(app, 'production', ['secrets'])
      const complaints = await open(page, built, 'secrets.html')
      await expect.poll(() => complaints).toEqual([expect.stringMatching(/Secret Key/)])
    })
  })
