// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Authorize } from '../../src/server/grant.ts'
import { analyticsOnly, anyOf, byRole, operations, readOnly } from '../../src/server/policies.ts'
import { figure } from '../figures.ts'
import { ask, askWire, errorOf, handlerBefore, samples } from './upstream.ts'

/** What the published contract says of an operation: nothing here is taken from the package. */
interface Published {
  readonly isRead: boolean
  readonly section: string
  readonly isSecret: boolean
}
type Node = Record<string, unknown>
const root = parse(readFileSync('contract/openapi.yaml', 'utf8')) as Node
const published = new Map<string, Published>(
  Object.values(root['paths'] as Record<string, Record<string, Node>>).flatMap((item) =>
    Object.entries(item)
      .filter(([, node]) => 'operationId' in node)
      .map(([method, node]): [string, Published] => [
        String(node['operationId']),
        {
          isRead: method === 'get',
          section: String((node['tags'] as string[])[0]),
          isSecret: answerHoldsSecret(node['responses']),
        },
      ]),
  ),
)

/** Whether a good answer has a field marked `x-secret`, through every reference; one that says why in words is taken out, and the rest may be read. */
function answerHoldsSecret(node: unknown, seen = new Set<string>()): boolean {
  if (typeof node !== 'object' || node === null) return false
  if ((node as Node)['x-secret'] === true) return true
  return Object.entries(node).some(([name, value]) => {
    if (name !== '$ref') return answerHoldsSecret(value, seen)
    const path = String(value)
    if (seen.has(path)) return false
    seen.add(path)
    const target = path
      .slice(2)
      .split('/')
      .reduce<unknown>((at, part) => (at as Node)[part], root)
    return answerHoldsSecret(target, seen)
  })
}

const OFFERED = ['v4CreateSegment', 'v4DeleteSegment', 'v4GrantCustomerPermission'] as const
const FIGURES = new Set(['Analytics', 'Experiments', 'Segments'])

const isFiguresOfScreens = (id: string) => /^v4GetScreens?Analytics/.test(id)

/** Who may what, in words of the contract. */
const EXPECTED: Record<string, (id: string, operation: Published) => boolean> = {
  analyst: (id, { isRead, section, isSecret }) =>
    isRead && (FIGURES.has(section) || isFiguresOfScreens(id)) && !isSecret,
  reader: (_, { isRead, isSecret }) => isRead && !isSecret,
  support: (id, { isRead, isSecret }) =>
    (isRead && !isSecret) || id === 'v4GrantCustomerPermission',
  admin: (id, { isRead }) => isRead || (OFFERED as readonly string[]).includes(id),
  intern: () => false,
}

const rights = byRole({
  analyst: analyticsOnly(),
  reader: readOnly(),
  support: anyOf(readOnly(), operations(['v4GrantCustomerPermission', 'v4CreateProduct'])),
  admin: () => true,
})

/** A viewer of one project: what the page asks for counts only when it is theirs. */
const authorize: Authorize = ({ request: { headers } }) => {
  const [role, project] = (headers.get('cookie') ?? '').split('@')
  if (!role || !project || headers.get('x-project') !== project) return false
  return { project, viewer: role, allow: rights(role) }
}

const handlerOfTwo = () =>
  handlerBefore(() => Response.json({}), {
    allow: ['reads', ...OFFERED],
    authorize,
    secretKey: (project) => `sk_of_${project}`,
    upstream: (project) => `https://${project}.example/v4`,
  })

describe('operations × roles × projects', () => {
  it('are answered as the whole table says, each with the key of its own project', async () => {
    const { handler, sent } = handlerOfTwo()
    let cases = 0
    const wrong: string[] = []
    for (const { operation, wire } of samples)
      for (const [role, mayCall] of Object.entries(EXPECTED))
        for (const own of ['acme', 'globex'])
          for (const asked of ['acme', 'globex']) {
            sent.length = 0
            const headers = { cookie: `${role}@${own}`, 'x-project': asked }
            const { status } = await askWire(handler, wire, headers)
            const isExpected = own === asked && mayCall(operation.id, published.get(operation.id)!)
            const went = sent.map(({ url, headers: up }) => [
              new URL(url).host,
              up['authorization'],
            ])
            const expected = isExpected ? [[`${own}.example`, `Bearer sk_of_${own}`]] : []
            if (status !== (isExpected ? 200 : 403) || String(went) !== String(expected))
              wrong.push(
                `${operation.id} as ${role} of ${own} for ${asked}: ${status} ${String(went)}`,
              )
            cases++
          }
    expect(wrong).toEqual([])
    expect(cases).toBe(samples.length * 5 * 4)
    figure('operations × roles × projects × projects asked for', cases, '0 differ from the table')
  })

  it('and the page is told beforehand exactly what it will be answered', async () => {
    const { handler, sent } = handlerOfTwo()
    for (const [role, mayCall] of Object.entries(EXPECTED)) {
      const headers = { cookie: `${role}@acme`, 'x-project': 'acme' }
      const response = await askWire(handler, { method: 'GET', path: '/_permissions' }, headers)
      expect(response.status).toBe(200)
      const { allowed, denied } = (await response.json()) as {
        allowed: string[]
        denied: Record<string, string>
      }
      const ids = samples.map(({ operation }) => operation.id)
      const expected = ids.filter((id) => mayCall(id, published.get(id)!))
      expect(allowed.toSorted()).toEqual(expected.toSorted())
      expect(Object.keys(denied).toSorted()).toEqual(
        ids.filter((id) => !expected.includes(id)).toSorted(),
      )
      expect(Object.values(denied).every((reason) => /^[A-Z].*\.$/.test(reason))).toBe(true)
    }
    expect(sent).toEqual([])
  })
})

describe('the read of what the viewer may do', () => {
  const path = '/_permissions'

  it('is asked about like any other, and denied as any other', async () => {
    const { handler } = handlerBefore(undefined, {
      authorize: ({ operation, input, request }) => {
        expect([operation.id, operation.kind, operation.resource, input, request.method]).toEqual([
          'permissions',
          'read',
          'permissions',
          {},
          'GET',
        ])
        return { deny: 'Sign in first.' }
      },
    })
    const error = await errorOf(await askWire(handler, { method: 'GET', path }))
    expect(error).toMatchObject({
      status: 403,
      code: 'control_forbidden',
      message: 'Sign in first.',
    })
  })

  it('names what is masked, and of secrets only what handler and grant both name', async () => {
    const { handler } = handlerBefore(undefined, {
      allow: ['reads', 'prod_key', 'sandbox_key'],
      authorize: () => ({
        project: 'acme',
        maskFields: ['_q_email'],
        secrets: ['prod_key', 'secret_key'],
      }),
    })
    const response = await askWire(handler, { method: 'GET', path })
    expect(await response.json()).toMatchObject({ masked: ['_q_email'], secrets: ['prod_key'] })
  })

  it('needs no place in allow, and takes no question', async () => {
    const { handler } = handlerBefore(undefined, { allow: [] })
    expect((await askWire(handler, { method: 'GET', path })).status).toBe(200)
    expect((await askWire(handler, { method: 'GET', path: `${path}?as=admin` })).status).toBe(400)
    expect((await askWire(handler, { method: 'POST', path, body: '{}' })).status).toBe(404)
  })
})

describe('a grant', () => {
  const decide = async (grant: object) => {
    const { handler, sent, failures } = handlerBefore(undefined, {
      authorize: () => ({ project: 'acme', ...grant }),
    })
    const response = await askWire(handler, { method: 'GET', path: '/analytics/cohorts' })
    return { error: await errorOf(response), sent, failures }
  }

  it('that allows less says why, in the sentence of its policy', async () => {
    const { error, sent } = await decide({ allow: () => 'Only finance sees revenue.' })
    expect(error).toEqual({
      status: 403,
      type: 'request',
      code: 'control_forbidden',
      message: 'Only finance sees revenue.',
    })
    expect(sent).toEqual([])
  })

  it.each([
    ['a policy that is none', { allow: ['reads'] }, /no policy/],
    ['a mask that is no list', { maskFields: 'email' }, /lists of names/],
    ['secrets that are no list', { secrets: true }, /lists of names/],
  ])('with %s grants nothing, and only the host reads why', async (_, grant, message) => {
    const { error, sent, failures } = await decide(grant)
    expect(error).toMatchObject({ status: 500, code: 'handler_failed' })
    expect(sent).toEqual([])
    expect(String((failures[0] as { error: unknown }).error)).toMatch(message)
  })

  it.each([
    ['nothing', undefined],
    ['false', false],
    ['a promise of true', Promise.resolve(true)],
  ])('whose policy answers %s denies', async (_, verdict) => {
    expect((await decide({ allow: () => verdict })).error.status).toBe(403)
  })
})

describe('a new Secret Key', () => {
  const id = 'v4RegenerateProjectSecret'
  const { wire } = samples.find(({ operation }) => operation.id === id)!
  const made = () => Response.json({ object: 'project_secret', secret_key: 'sk_new_0123456789' })

  it.each([
    ['the handler does not', [id] as const, ['secret_key'] as const],
    ['the grant does not', [id, 'secret_key'] as const, []],
  ])('is not made where nobody may see it, because %s show it', async (_, allow, secrets) => {
    const grant = () => ({ project: 'acme', secrets })
    const { handler, sent } = handlerBefore(made, { allow, authorize: grant })
    expect(await errorOf(await askWire(handler, wire))).toMatchObject({
      status: 403,
      message: expect.stringMatching(/revoke the Secret Key.*show the new one to nobody/) as string,
    })
    expect(sent).toEqual([])
    const told = await (await ask(handler, '/_permissions')).json()
    expect(told).toMatchObject({ denied: { [id]: expect.stringMatching(/nobody/) as string } })
  })

  it('is shown where handler and grant both say so', async () => {
    const grant = () => ({ project: 'acme', secrets: ['secret_key'] as const })
    const { handler } = handlerBefore(made, { allow: [id, 'secret_key'], authorize: grant })
    const answer = await askWire(handler, wire)
    expect(await answer.json()).toMatchObject({ secret_key: 'sk_new_0123456789' })
  })
})
