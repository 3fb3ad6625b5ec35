import {
  anyOf,
  byRole,
  operations,
  readOnly,
  type AuthorizeQuestion,
  type Decision,
} from 'qonversion-react/server'
import type { Project } from './projects.ts'
import { ROLES } from './roles.ts'

/** The writes that this panel has controls for; the server offers no other to anyone. */
export const WRITES = ['v4CreateSegment', 'v4DeleteSegment'] as const

const rightsOf = byRole({
  analyst: readOnly(),
  admin: anyOf(readOnly(), operations(WRITES)),
})

/**
 * Decides for each request which project it may see and what it may do there.
 *
 * Whoever opens this demonstration chooses the role on the page, which sends it as a header: that is no protection, and
 * possible only because the server answers on loopback alone. A real host takes the person from its session here, looks up
 * the role and the projects that are theirs, and believes nothing that the page says about either.
 */
export function authorizeIn(projects: readonly Project[]) {
  return ({ request: { headers } }: AuthorizeQuestion): Decision => {
    const project = projects.find(({ page }) => page.id === headers.get('x-project'))
    if (!project) return { deny: 'This panel has no such project.' }
    const role = headers.get('x-role') ?? ''
    if (!Object.hasOwn(ROLES, role)) return { deny: 'Nobody is signed in.' }
    return {
      project: project.page.id,
      viewer: role,
      // A demonstration changes nothing of a real project.
      allow: project.isReal ? readOnly() : rightsOf(role),
    }
  }
}
