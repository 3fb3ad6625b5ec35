import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { createApp } from '../examples/admin/app.ts'
import { openProjects } from '../examples/admin/projects.ts'
import { chromiumLaunch } from './chromium.mjs'
import { ROOT } from './ensure.mjs'
import { serve } from './serve.ts'

// Takes docs/panel.png, the README's picture: the built example panel as it opens, at one and a half times the pixels.
const projects = await openProjects({})
const app = createApp(projects)
const example = await serve(async (request) => app.fetch(request))
const browser = await chromium.launch(chromiumLaunch())
try {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 880 },
    deviceScaleFactor: 1.5,
    timezoneId: 'UTC',
  })
  await page.goto(example.url)
  await page.getByRole('rowheader', { name: 'Total' }).waitFor()
  await mkdir(join(ROOT, 'docs'), { recursive: true })
  await page.screenshot({ path: join(ROOT, 'docs/panel.png') })
} finally {
  await browser.close()
  await Promise.all([example, ...projects].map((server) => server.close()))
}
