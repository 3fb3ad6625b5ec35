import {
  anyOf,
  byRole,
  operations,
  readOnly,
  type AuthorizeQuestion,
  type Decision,
} from 'qonversion-react/server'
import type { Project } from './projects.ts'
import { readRole, type Role } from './roles.ts'

/** The writes that this panel has controls for; the server offers no other to anyone. */
export const WRITES = [
  'v4CreateSegment',
  'v4DeleteSegment',
  'v4CreateExperiment',
  'v4UpdateExperiment',
  'v4DeleteExperiment',
  'v4ChangeExperimentStatus',
  'v4CreateExperimentGroup',
  'v4UpdateExperimentGroup',
  'v4DeleteExperimentGroup',
] as const

const rightsOf = byRole({
  analyst: readOnly(),
  admin: anyOf(readOnly(), operations(WRITES)),
})

/** Who asks, and about which project. */
export interface Viewer {
  readonly project: Project
  readonly role: Role
}

/**
 * Who a request says it is from, or why it is refused.
 *
 * Whoever opens this demonstration chooses the role on the page, which sends it as a header: that is no protection, and
 * possible only because the server answers on loopback alone. A real host takes the person from its session here, looks up
 * the role and the projects that are theirs, and believes nothing that the page says about either.
 */
export function viewerIn(
  projects: readonly Project[],
  headers: Headers,
): Viewer | { readonly deny: string } {
  const project = projects.find(({ page }) => page.id === headers.get('x-project'))
  if (!project) return { deny: 'This panel has no such project.' }
  const role = headers.get('x-role') ?? ''
  return isRole(role) ? { project, role } : { deny: 'Nobody is signed in.' }
}

/** Decides for each request to the API which project it may see and what it may do there. */
export function authorizeIn(projects: readonly Project[]) {
  return ({ request: { headers } }: AuthorizeQuestion): Decision => {
    const viewer = viewerIn(projects, headers)
    if ('deny' in viewer) return viewer
    const { project, role } = viewer
    return {
      project: project.page.id,
      viewer: role,
      // A demonstration changes nothing of a real project.
      allow: project.isReal ? readOnly() : rightsOf(role),
    }
  }
}

/** Why a viewer may not write what the panel itself keeps; null for who may. */
export const mayKeepPlans = ({ project, role }: Viewer): string | null =>
  role === 'admin' && !project.isReal ? null : 'Your role reads only, and this would change a plan.'

const isRole = (name: string): name is Role => readRole(name) === name
