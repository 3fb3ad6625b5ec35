import { expect, test, type Page } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  buildApp,
  createPackedApp,
  removeApp,
  type PackedApp,
  type ReactLine,
} from './packedApp.ts'

const ORIGIN = 'http://app.test'
const heat = '[data-level="9"][data-state="final"]'

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

for (const react of ['19', '18.3'] satisfies ReactLine[])
  test.describe(`the packed package in an app with React ${react}`, () => {
    let app: PackedApp
    test.beforeAll(() => {
      app = createPackedApp(react)
    })
    test.afterAll(() => removeApp(app))

    test('is installed beside what it declares and nothing else', () => {
      expect([...app.installed.keys()].toSorted()).toEqual(
        [
          '@tanstack/query-core',
          '@tanstack/react-query',
          'papaparse',
          'react',
          'react-dom',
          'scheduler',
          'valibot',
          ...(react === '18.3' ? ['js-tokens', 'loose-envify'] : []),
        ].toSorted(),
      )
      expect(app.installed.get('react')).toMatch(new RegExp(`^${react.replace('.', '\\.')}`))
    })

    test('renders the panel on the sandbox, in its own colours', async ({ page }) => {
      const built = await buildApp(app, 'production', ['client'])
      const complaints = await open(page, built, 'client.html')
      await expect(page.getByRole('rowheader', { name: 'November 2025' })).toBeVisible()
      expect(await background(page, heat)).not.toBe('rgba(0, 0, 0, 0)')
      expect(await background(page, heat)).not.toBe(await background(page, '.qv-root'))
      expect(complaints).toEqual([])
    })

    test('renders on a server and hydrates without a complaint', async ({ page }) => {
      const { stdout, stderr } = spawnSync('node', ['render.ts'], {
        cwd: app.folder,
        encoding: 'utf8',
        // With React's warnings, which a build in this process would have switched off.
        env: { ...process.env, NODE_ENV: 'development' },
      })
      expect(stderr).toBe('')
      const { version, html, state } = JSON.parse(stdout) as Record<string, string>
      expect(version).toBe(app.installed.get('react'))
      expect(html).toMatch(/data-level="9"/)
      const built = await buildApp(app, 'development', ['hydrate'])
      const complaints = await open(page, built, 'hydrate.html', (text) =>
        text
          .replace('<!--html-->', () => html!)
          .replace(
            'id="state">',
            () => `id="state">${JSON.stringify(state).replaceAll('<', '\\u003c')}`,
          ),
      )
      await expect(page.locator('[role="grid"] [tabindex="0"]')).toHaveCount(1)
      await expect(page.locator(heat).first()).toBeVisible()
      expect(complaints).toEqual([])
    })

    test('refuses to bring the server door into a browser', async ({ page }) => {
      const built = await buildApp(app, 'production', ['secrets'])
      const complaints = await open(page, built, 'secrets.html')
      await expect.poll(() => complaints).toEqual([expect.stringMatching(/Secret Key/)])
    })
  })
