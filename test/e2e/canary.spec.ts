import { expect } from '@playwright/test'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CANARY } from '../../scripts/checks/steps.ts'
import { ROOT } from '../../scripts/ensure.mjs'
import { figure } from '../figures.ts'
import { test } from './example.ts'

/** The one key that everyone may know: the embedded sandbox takes it. */
const PUBLIC = /\bsk_sandbox_demo\b/g
const KEY = /(?<![A-Za-z0-9])(?:test_)?sk_\w{6,}/g

const keysIn = (text: string): string[] => text.replaceAll(PUBLIC, '').match(KEY) ?? []

for (const [what, folder] of [
  ['the package', 'dist'],
  ['the Storybook', 'storybook-static'],
  ['the example’s front end', 'examples/admin/dist'],
] as const)
  test(`${what} was built beside a key and holds none`, () => {
    expect(existsSync(join(ROOT, folder)), `${folder} is built by npm test`).toBe(true)
    const files = globSync('**/*', { cwd: join(ROOT, folder), withFileTypes: true }).filter(
      (entry) => entry.isFile(),
    )
    const found = files.flatMap((file) => {
      const text = readFileSync(join(file.parentPath, file.name), 'latin1')
      return keysIn(text).map((key) => `${file.name}: ${key}`)
    })
    expect(files.length).toBeGreaterThan(2)
    expect(found).toEqual([])
    figure(`canary key in files of ${what}`, files.length, '0 hits')
  })

test('nothing that comes to the browser holds a key, while the panel reads', async ({
  page,
  start,
}) => {
  const { url, projects } = await start()
  const keys = projects.map(({ secretKey }) => secretKey)
  const seen: Promise<string>[] = []
  page.on('response', (response) => {
    const headers = JSON.stringify([response.headers(), response.request().headers()])
    const body = response.text().catch(() => '')
    seen.push(body.then((text) => [response.url(), headers, text].join('\n')))
  })
  await page.goto(url)
  await expect(page.getByRole('rowheader').first()).toBeVisible()
  const texts = [...(await Promise.all(seen)), await page.content()]
  expect(texts.some((text) => text.includes('"analytics_cohorts"'))).toBe(true)
  expect(texts.flatMap(keysIn)).toEqual([])
  expect(texts.filter((text) => [...keys, CANARY].some((key) => text.includes(key)))).toEqual([])
  figure('keys in what the example’s browser got', texts.length, '0 hits')
})

test('a key would be found', () => {
  expect(keysIn(`a="${CANARY}"`)).toEqual([CANARY])
  expect(keysIn('Bearer test_sk_0123456789, sk_SK, sk_sandbox_demo')).toEqual([
    'test_sk_0123456789',
  ])
})
