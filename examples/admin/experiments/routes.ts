import type { Experiment, ExperimentGroup } from 'qonversion-react'
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ExperimentPlan, HostResults, ResultLook } from 'qonversion-react/components'
import * as v from 'valibot'
import type { Project } from '../projects.ts'
import { mayKeepPlans, viewerIn, type Viewer } from '../rights.ts'
import { readLog } from './ownLog.ts'
import { PLANNED, planShape, type Plans } from './plans.ts'
import { ownLooks, ownResults, type ResultsQuestion } from './results.ts'

/** What the panel's own server says of a project's experiments, by the id of each. */
export interface OwnExperiments {
  readonly plans: Readonly<Record<string, ExperimentPlan>>
  readonly results: Readonly<Record<string, HostResults>>
}

/** How the results of one experiment stood earlier. */
export interface OwnLooks {
  readonly series: readonly ResultLook[]
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
  const forViewer =
    (answer: (c: Context, viewer: Viewer) => Promise<Response>) =>
    async (c: Context): Promise<Response> => {
      const viewer = viewerIn(projects, c.req.raw.headers)
      return 'deny' in viewer ? c.json({ message: viewer.deny }, 403) : answer(c, viewer)
    }
  const routes = new Hono()
  routes.get(
    '/',
    forViewer(async (c, { project }) => {
      const plans = await plansOf(project)
      const questions = await questionsOf(project, plans)
      const results = questions.flatMap((question) => {
        const found = ownResults(question)
        return found ? [[question.experiment.id, found] as const] : []
      })
      return c.json<OwnExperiments>({
        plans: Object.fromEntries(plans),
        results: Object.fromEntries(results),
      })
    }),
  )
  routes.get(
    '/:id/looks',
    forViewer(async (c, { project }) => {
      const id = c.req.param('id')
      const [question] = await questionsOf(project, await plansOf(project), id)
      return c.json<OwnLooks>({ series: question ? ownLooks(question) : [] })
    }),
  )
  routes.put(
    '/:id/plan',
    bodyLimit({ maxSize: 16_384 }),
    forViewer(async (c, viewer) => {
      const refused = mayKeepPlans(viewer)
      if (refused) return c.json({ message: refused }, 403)
      // Another site cannot send JSON here without asking the browser first, and is not let.
      if (!c.req.header('content-type')?.startsWith('application/json'))
        return c.json({ message: 'A plan is sent as JSON.' }, 415)
      const plan = v.safeParse(planShape, await c.req.json().catch(() => null))
      if (!plan.success) return c.json({ message: 'That is no plan of an experiment.' }, 400)
      const plans = await plansOf(viewer.project)
      plans.set(c.req.param('id') ?? '', plan.output as ExperimentPlan)
      return c.body(null, 204)
    }),
  )
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

/** What the own log can be asked: one experiment, or all that started and have a plan. */
async function questionsOf(
  project: Project,
  plans: Plans,
  only?: string,
): Promise<ResultsQuestion[]> {
  const { ownLog, page } = project
  if (!ownLog) return []
  const now = (page.now === null ? Date.now() : Date.parse(page.now)) / 1000
  const others = await ask<Experiment>(project, '/experiments')
  const rowsOf = readLog(ownLog)
  const planned = others.flatMap((experiment) => {
    const { id, status } = experiment
    const plan = plans.get(id)
    const isAsked = only === undefined || id === only
    return isAsked && plan && status !== 'draft' ? [{ experiment, plan }] : []
  })
  return Promise.all(
    planned.map(async ({ experiment, plan }) => {
      const { id } = experiment
      const groups = await ask<ExperimentGroup>(project, `/experiments/${id}/groups`)
      return { experiment, groups, plan, others, rows: rowsOf(id), now }
    }),
  )
}

async function ask<Row>({ upstream, secretKey }: Project, path: string): Promise<Row[]> {
  const response = await fetch(upstream + path, {
    headers: { authorization: `Bearer ${secretKey}` },
  })
  if (!response.ok) throw new Error(`GET ${path} answered ${response.status}.`)
  return ((await response.json()) as { readonly data: Row[] }).data
}
