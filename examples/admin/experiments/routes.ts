import type { Experiment, ExperimentGroup } from 'qonversion-react'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ExperimentPlan, HostResults } from 'qonversion-react/components'
import * as v from 'valibot'
import type { Project } from '../projects.ts'
import { mayKeepPlans, viewerIn } from '../rights.ts'
import { PLANNED, planShape, type Plans } from './plans.ts'
import { ownResults } from './results.ts'

/** What the panel's own server says of a project's experiments, by the id of each. */
export interface OwnExperiments {
  readonly plans: Readonly<Record<string, ExperimentPlan>>
  readonly results: Readonly<Record<string, HostResults>>
}

/**
 * What a host adds to the API's experiments: the plans it keeps, and results by them from its own log. Plans live as long as
 * this process; a real host keeps them in its database, for example as one JSON column.
 */
export function experimentRoutes(projects: readonly Project[]): Hono {
  const kept = new Map<string, Promise<Plans>>()
  const plansOf = (project: Project): Promise<Plans> => {
    const known = kept.get(project.page.id) ?? firstPlans(project)
    kept.set(project.page.id, known)
    // A project that did not answer is asked again.
    known.catch(() => kept.delete(project.page.id))
    return known
  }
  const routes = new Hono()
  routes.get('/', async (c) => {
    const viewer = viewerIn(projects, c.req.raw.headers)
    if ('deny' in viewer) return c.json({ message: viewer.deny }, 403)
    const { project } = viewer
    const plans = await plansOf(project)
    return c.json<OwnExperiments>({
      plans: Object.fromEntries(plans),
      results: await resultsOf(project, plans),
    })
  })
  // Another site cannot send JSON here without asking the browser first, and is not let.
  routes.put('/:id/plan', bodyLimit({ maxSize: 16_384 }), async (c) => {
    const viewer = viewerIn(projects, c.req.raw.headers)
    if ('deny' in viewer) return c.json({ message: viewer.deny }, 403)
    const refused = mayKeepPlans(viewer)
    if (refused) return c.json({ message: refused }, 403)
    if (!c.req.header('content-type')?.startsWith('application/json'))
      return c.json({ message: 'A plan is sent as JSON.' }, 415)
    const plan = v.safeParse(planShape, await c.req.json().catch(() => null))
    if (!plan.success) return c.json({ message: 'That is no plan of an experiment.' }, 400)
    const plans = await plansOf(viewer.project)
    plans.set(c.req.param('id'), plan.output as ExperimentPlan)
    return c.body(null, 204)
  })
  return routes
}

async function firstPlans(project: Project): Promise<Plans> {
  if (!project.ownLog) return new Map()
  const experiments = await ask<Experiment>(project, '/experiments')
  return new Map(
    experiments.flatMap(({ id, alias_id: alias }) => {
      const plan = PLANNED[alias ?? '']
      return plan ? [[id, plan] as const] : []
    }),
  )
}

async function resultsOf(project: Project, plans: Plans): Promise<OwnExperiments['results']> {
  const { ownLog, page } = project
  if (!ownLog) return {}
  const now = (page.now === null ? Date.now() : Date.parse(page.now)) / 1000
  const experiments = await ask<Experiment>(project, '/experiments')
  const planned = experiments.flatMap((experiment) => {
    const plan = plans.get(experiment.id)
    return plan && experiment.status !== 'draft' ? [{ experiment, plan }] : []
  })
  const found = await Promise.all(
    planned.map(async ({ experiment, plan }) => {
      const { id } = experiment
      const groups = await ask<ExperimentGroup>(project, `/experiments/${id}/groups`)
      const results = ownResults(ownLog, { experiment, groups, plan, others: experiments, now })
      return results ? [[id, results] as const] : []
    }),
  )
  return Object.fromEntries(found.flat())
}

async function ask<Row>({ upstream, secretKey }: Project, path: string): Promise<Row[]> {
  const response = await fetch(upstream + path, {
    headers: { authorization: `Bearer ${secretKey}` },
  })
  if (!response.ok) throw new Error(`GET ${path} answered ${response.status}.`)
  return ((await response.json()) as { readonly data: Row[] }).data
}
