// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { QonversionApiError, ResponseShapeError } from '../../src/core/errors.ts'
import { execute, type Drift } from '../../src/core/execute.ts'
import type { Operation, OperationId } from '../../src/core/operation.ts'
import { operations } from '../../src/resources/all.ts'
import { figure } from '../figures.ts'
import { record, type Recorded } from '../testing/recorded.ts'
import { contract } from './contract.ts'
import { changesOf, leavesOf, OTHER, unverifiedIn } from './unverified.ts'

const SECTIONS = new Set([
  'automations',
  'entitlements',
  'identities',
  'integrations',
  'project-settings',
  'purchases',
  'remote-configurations',
  'scheduled-reports',
  'screens',
  'users',
])
const ours = operations.filter(({ resource }) => SECTIONS.has(resource))
const marked = ours.filter(({ id }) => unverifiedIn(id).length > 0)

let recorded: ReadonlyMap<OperationId, Recorded>
beforeAll(async () => {
  recorded = await record()
}, 120_000)

const told = { answers: 0, leftOut: 0, refusals: 0 }
afterAll(() => {
  figure(
    `answers of ${marked.length} operations, changed where the contract is unverified: untyped, lost or made up`,
    told.answers,
    `0 (${told.leftOut} without what did not fit, and told so)`,
  )
  figure('refusals in words that nobody saw: untyped', told.refusals, '0')
})

/** Without these an answer names nothing that could be shown or changed, so that it is refused or its row set aside. */
const NEEDED = new Set(['id', 'data', 'categories', 'integrations'])
/** SDK keys of a screen, which no page reads. */
const UNREAD = new Set(['prod_key', 'sandbox_key'])
/** What the reader says of itself, or the contract's own default. */
const OWN = new Set(['has_more', 'set_aside', 'is_web', 'platform'])

async function read(operation: Operation, body: unknown) {
  const drifts: Drift[] = []
  const { input } = recorded.get(operation.id)!
  const answer: unknown = await execute(operation, input, {
    fetcher: async () => Response.json(body),
    onDrift: (drift) => drifts.push(drift),
  }).catch((error: unknown) => error)
  return { answer, problems: drifts.flatMap(({ problems }) => problems.map(({ path }) => path)) }
}

const withoutOwn = (answer: unknown) =>
  Object.fromEntries(Object.entries(answer as object).filter(([name]) => !OWN.has(name)))

describe('an answer that no public page shows', () => {
  it('is that of 59 operations in so many places', () => {
    expect(ours).toHaveLength(59)
    const places = marked.map(({ id }) => [id, unverifiedIn(id).map((at) => at.join('.'))])
    expect(Object.fromEntries(places)).toMatchInlineSnapshot(`
      {
        "v4ChangeRemoteConfigurationStatus": [
          "segmentation_conditions.*",
          "context_key",
          "created_at",
          "updated_at",
        ],
        "v4CreateAutomation": [
          "",
        ],
        "v4CreateEntitlement": [
          "",
        ],
        "v4CreateIntegration": [
          "",
        ],
        "v4CreateRemoteConfiguration": [
          "",
          "segmentation_conditions.*",
          "context_key",
          "created_at",
          "updated_at",
        ],
        "v4CreateScheduledReport": [
          "",
        ],
        "v4DuplicateScreen": [
          "",
        ],
        "v4GetIntegrationsMetadata": [
          "",
          "categories.*.integrations.*",
        ],
        "v4GetRemoteConfiguration": [
          "segmentation_conditions.*",
          "context_key",
          "created_at",
          "updated_at",
        ],
        "v4GetScheduledReport": [
          "",
        ],
        "v4GetScreensAnalyticsOverview": [
          "data.period",
        ],
        "v4ListIntegrations": [
          "",
        ],
        "v4ListRemoteConfigurations": [
          "data.*.segmentation_conditions.*",
          "data.*.context_key",
          "data.*.created_at",
          "data.*.updated_at",
        ],
        "v4ListScheduledReportDestinations": [
          "",
        ],
        "v4ListScheduledReports": [
          "",
        ],
        "v4PublishScreen": [
          "",
        ],
        "v4RegenerateProjectSecret": [
          "",
        ],
        "v4UpdateRemoteConfiguration": [
          "segmentation_conditions.*",
          "context_key",
          "created_at",
          "updated_at",
        ],
      }
    `)
  })

  it.each(marked.map((operation) => [operation.id, operation] as const))(
    '%s is read where it differs, says what did not fit, and makes nothing up',
    async (id, operation) => {
      const whole = JSON.parse(recorded.get(id)!.text) as unknown
      const usual = withoutOwn((await read(operation, whole)).answer)
      const changes = unverifiedIn(id).flatMap((place) => changesOf(whole, place))
      expect(changes.length).toBeGreaterThan(0)
      let leftOut = 0
      for (const { what, at, body } of changes) {
        const where = `${what} at ${at.join('.')}`
        const { answer, problems } = await read(operation, body)
        const field = String(at.at(-1) ?? '')
        if (answer instanceof Error) {
          expect(answer, where).toBeInstanceOf(ResponseShapeError)
          expect([where, NEEDED.has(field) || at.length === 0]).toEqual([where, true])
          const paths = (answer as ResponseShapeError).problems.map(({ path }) => path)
          expect(
            paths.some((path) => isNear(path, at)),
            where,
          ).toBe(true)
          continue
        }
        const given = new Set(leavesOf(body))
        const madeUp = leavesOf(withoutOwn(answer)).filter((leaf) => !given.has(leaf))
        expect([where, madeUp]).toEqual([where, []])
        // Nothing else goes with it.
        for (const [name, value] of Object.entries(usual))
          if (name !== at[0] && at.length > 0)
            expect([where, (answer as Record<string, unknown>)[name]]).toEqual([where, value])
        if (what === 'another word' || what === 'an unknown field') expect(problems).toEqual([])
        else if (problems.length > 0) {
          leftOut++
          expect(
            problems.some((path) => isNear(path, at)),
            where,
          ).toBe(true)
        } else if (what === 'another type' && !UNREAD.has(field))
          expect([where, leavesOf(answer).some((leaf) => OTHER.has(leaf))]).toEqual([where, true])
      }
      told.answers += changes.length
      told.leftOut += leftOut
    },
  )

  it.each(marked.map((operation) => [operation.id, operation] as const))(
    '%s is read out of another envelope, where the whole of it is unseen',
    async (id, operation) => {
      if (!unverifiedIn(id).some((place) => place.length === 0)) return
      const whole = JSON.parse(recorded.get(id)!.text) as Record<string, unknown>
      const { answer } = await read(operation, whole)
      for (const body of [{ data: whole }, { object: 'answer', data: whole }])
        expect((await read(operation, body)).answer).toMatchObject(answer as object)
      if (!operation.pages) return
      expect((await read(operation, whole['data'])).answer).toMatchObject({
        data: (answer as { data: unknown }).data,
      })
    },
  )
})

it('a long list that differs in every row is read without what does not fit, and without the row that says nothing', async () => {
  const row = { object: 'integration', url: '/', title: 'A', integration: 'Slack' }
  const rows = Array.from({ length: 1000 }, (_, index) => ({
    ...row,
    id: String(index),
    target_platform: 'iOS',
    active: 1,
  }))
  const list = operations.find(({ id }) => id === 'v4ListIntegrations')!
  const { answer, problems } = await read(list, {
    data: [...rows.map((one) => ({ ...one, created_at: 1, delivery_error_count: 'no' })), row],
  })
  expect(answer).toEqual({ data: rows, has_more: false, next_cursor: undefined, set_aside: 1 })
  expect(problems).toContain('data.0.created_at')
}, 10_000)

describe('a refusal that no public page shows', () => {
  const refused = ours.flatMap((operation) =>
    contract
      .get(operation.id)!
      .unverifiedRefusals.map((status) => [operation.id, status, operation] as const),
  )

  it.each(refused)(
    '%s with %i is an error with its status, whatever it says',
    async (id, status, operation) => {
      const { input } = recorded.get(id)!
      const bodies = [
        '',
        'No.',
        '<h1>No</h1>',
        'null',
        '[]',
        '{}',
        '{"error":null}',
        '{"error":"No."}',
        '{"error":{"code":7,"message":null,"details":"x"}}',
        '{"error":{"code":"brand_new","type":"newer","message":"No.","details":[{"field":1},{"field":"a","message":"b"}]}}',
        '{"errors":[{"message":"No."}]}',
        '{"message":"No."}',
      ]
      for (const body of bodies) {
        const fetcher = async () => new Response(body, { status })
        const error: unknown = await execute(operation, input, { fetcher }).catch((e: unknown) => e)
        expect(error, body).toBeInstanceOf(QonversionApiError)
        const { code, message } = error as QonversionApiError
        expect([body, (error as QonversionApiError).status]).toEqual([body, status])
        expect([code, message].every((text) => typeof text === 'string' && text !== '')).toBe(true)
        if (body.includes('brand_new')) expect([code, message]).toEqual(['brand_new', 'No.'])
      }
      told.refusals += bodies.length
    },
  )
})

/** Whether a problem is said of the changed place, something in it, or what had to go with it. */
function isNear(path: string, at: readonly (string | number)[]): boolean {
  const place = at.join('.')
  return place === '' || path === place || path.startsWith(`${place}.`) || place.startsWith(path)
}
