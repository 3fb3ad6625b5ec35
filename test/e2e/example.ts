import { test as base } from '@playwright/test'
import { createApp } from '../../examples/admin/app.ts'
import { openProjects, type Project } from '../../examples/admin/projects.ts'
import { serve } from '../../scripts/serve.ts'

/** The example panel, running for one test. */
export interface Example {
  readonly url: string
  readonly projects: readonly Project[]
  /** What the browser complained about so far: exceptions, errors and warnings in its console. */
  readonly complaints: readonly string[]
}

/** Changes the projects before the panel gets them. */
type Change = (projects: readonly Project[]) => readonly Project[]

/** Playwright's `test` with a way to start the example panel. */
export const test = base.extend<{ readonly start: (change?: Change) => Promise<Example> }>({
  start: async ({ page }, provide) => {
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    const running: { close(): Promise<void> }[] = []
    await provide(async (change = (projects) => projects) => {
      const projects = change(await openProjects({}))
      const app = createApp(projects)
      const served = await serve(async (request) => app.fetch(request))
      running.push(served, ...projects)
      return { url: served.url, projects, complaints }
    })
    await Promise.all(running.map((server) => server.close()))
  },
})
