import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const ORIGIN = 'http://app.test'

/** The environment without wishes about colour: Node remarks on two that differ, and the test runner makes one. */
export const plain = { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined }

/** Opens a page of a built app; the returned list fills with everything the browser complains about. */
export async function open(
  page: Page,
  built: string,
  path: string,
  edit = (html: string) => html,
): Promise<string[]> {
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
