import { renderHook } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { QonversionApiError } from '../../src/core/errors.ts'
import type { Fetcher } from '../../src/core/fetcher.ts'
import {
  useAutomations,
  useCreateIdentity,
  useCustomerPermissions,
  useCustomers,
  useDuplicateScreen,
  useGrantUserEntitlement,
  useIntegrations,
  usePermission,
  usePublishScreen,
  useScheduledReports,
  useScreenAnalytics,
  useScreens,
  useSendTestReport,
  useSetUserProperties,
  useUpdateIntegrationStatus,
  useUserEntitlements,
  useUserProperties,
} from '../../src/entries/index.ts'
import { createSandbox } from '../../src/entries/sandbox.ts'
import { operations } from '../../src/resources/all.ts'
import { createHandler } from '../../src/server/createHandler.ts'
import { provider, settle } from '../react/harness.tsx'

const KEY = 'sk_sandbox_demo'
const NOW = Date.parse('2026-04-22T09:30:00Z')
let later = 0
const sandbox = createSandbox({
  seed: 1,
  now: () => new Date(NOW + later * 1000),
  customers: 80,
  secretKey: KEY,
})

/** A page with the hooks of `use`, before the handler, before the sandbox: what a host has. */
function page<Hooks>(use: () => Hooks) {
  const handler = createHandler({
    secretKey: KEY,
    authorize: () => ({ project: 'main' }),
    allow: operations.map(({ id }) => id),
    // Without the signal, which is the page's and none of Node's.
    fetch: (address, init) => sandbox.handle(new Request(address, { ...init, signal: null })),
  })
  const fetcher: Fetcher = (path, { method, headers, body }) => {
    const own = { ...headers, origin: 'https://host.example', 'sec-fetch-site': 'same-origin' }
    const init = { method, headers: own, ...(body !== undefined && { body }) }
    return handler(new Request(`https://host.example/api/qonversion${path}`, init))
  }
  return renderHook(use, { wrapper: provider({ fetcher, scope: 'main' }) })
}

/** Waits for an event of the page. */
const until = (check: () => void) => vi.waitFor(check, { timeout: 5_000 })

beforeEach(() => {
  later = 0
  sandbox.reset()
})

describe('a page of the host', () => {
  it('grants an entitlement, and the customer has it, until it ends', async () => {
    const { id } = (await customers()).find(({ status }) => status === null)!
    const { result } = page(() => ({
      grant: useGrantUserEntitlement(),
      permissions: useCustomerPermissions({ customer_id: id }),
      held: useUserEntitlements({ user_id: id }),
    }))
    await until(() => expect(result.current.held.data?.data).toEqual([]))
    const expires_at = NOW / 1000 + 3_600
    const given = { user_id: id, entitlement_id: 'beta', expires_at }
    await settle(() => result.current.grant.mutate(given))
    await until(() => expect(result.current.grant.isSuccess).toBe(true))
    expect(result.current.held.data?.data).toMatchObject([{ id: 'beta', is_active: true }])
    expect(result.current.permissions.data?.data).toMatchObject([{ id: 'beta', active: true }])
    later = 3_600
    await settle(() => void result.current.permissions.refetch())
    await until(() =>
      expect(result.current.permissions.data?.data).toMatchObject([{ id: 'beta', active: false }]),
    )
  })

  it('saves the properties that fit, and is told of those that do not', async () => {
    const { id } = (await customers())[0]!
    const { result } = page(() => ({
      set: useSetUserProperties(),
      all: useUserProperties({ user_id: id }),
    }))
    await until(() => expect(result.current.all.isSuccess).toBe(true))
    const properties = [
      { key: 'team', value: 'red' },
      { key: 'not a key', value: 'x' },
    ]
    await settle(() => result.current.set.mutate({ user_id: id, properties }))
    await until(() => expect(result.current.set.isSuccess).toBe(true))
    expect(result.current.set.data?.property_errors.map(({ key }) => key)).toEqual(['not a key'])
    expect(result.current.all.data?.data).toContainEqual(
      expect.objectContaining({ key: 'team', value: 'red' }),
    )
  })

  it('sends a test once a minute, and is told how long to wait', async () => {
    const { result } = page(() => ({ send: useSendTestReport(), reports: useScheduledReports() }))
    await until(() => expect(result.current.reports.isSuccess).toBe(true))
    const { id: report_id, runs } = result.current.reports.data!.data[0]!
    await settle(() => result.current.send.mutate({ report_id }))
    await until(() => expect(result.current.send.isSuccess).toBe(true))
    expect(result.current.send.data).toBeUndefined()
    later = 20
    await settle(() => result.current.send.mutate({ report_id }))
    await until(() => expect(result.current.send.isError).toBe(true))
    expect(result.current.send.error).toBeInstanceOf(QonversionApiError)
    expect(result.current.send.error).toMatchObject({ status: 429, retryAfter: 40_000 })
    // Nobody else waits for it.
    const again = await result.current.reports.refetch()
    expect(again.data?.data[0]?.runs).toBe(runs)
    later = 60
    await settle(() => result.current.send.mutate({ report_id }))
    await until(() => expect(result.current.send.isSuccess).toBe(true))
  })

  it('publishes the copy of a screen, which stands in the list and has figures', async () => {
    const { result } = page(() => ({
      list: useScreens(),
      copy: useDuplicateScreen(),
      publish: usePublishScreen(),
      figures: useScreenAnalytics({
        screen_id: 'scr_main_paywall',
        from: Date.parse('2025-10-01') / 1000,
        to: Date.parse('2026-04-01') / 1000,
        unit: 'month',
      }),
    }))
    await until(() => expect(result.current.list.isSuccess).toBe(true))
    await settle(() => result.current.copy.mutate({ screen_id: 'scr_main_paywall' }))
    await until(() => expect(result.current.copy.isSuccess).toBe(true))
    const { id: screen_id, status } = result.current.copy.data!
    expect([status, result.current.list.data!.data[0]!.id]).toEqual(['draft', screen_id])
    await settle(() => result.current.publish.mutate({ screen_id }))
    await until(() => expect(result.current.publish.isSuccess).toBe(true))
    expect(result.current.list.data!.data[0]!.status).toBe('published')
    expect(JSON.stringify(result.current.publish.data)).not.toMatch(/prod_key|sandbox_key/)
    await until(() => expect(result.current.figures.isSuccess).toBe(true))
    expect(result.current.figures.data?.data?.kpis?.revenue?.value).toBeGreaterThan(0)
  })

  it('pauses an integration, and keeps states that it does not know', async () => {
    const { result } = page(() => ({
      integrations: useIntegrations(),
      set: useUpdateIntegrationStatus(),
      automations: useAutomations(),
      mayDelete: usePermission('v4DeleteScreen'),
    }))
    await until(() => expect(result.current.integrations.isSuccess).toBe(true))
    const active = () =>
      result.current.integrations.data!.data.find(({ id }) => id === 'int-am-01')!.active
    expect(active()).toBe(1)
    await settle(() => result.current.set.mutate({ integration_id: 'int-am-01', status: 0 }))
    await until(() => expect(result.current.set.isSuccess).toBe(true))
    expect(active()).toBe(0)
    await until(() => expect(result.current.automations.isSuccess).toBe(true))
    expect(result.current.automations.data!.data.map(({ status }) => status)).toContain('unknown')
    expect(result.current.mayDelete.isAllowed).toBe(true)
  })

  it('is told in a code what cannot be done', async () => {
    const rows = await customers()
    const { result } = page(() => ({
      link: useCreateIdentity(),
      grant: useGrantUserEntitlement(),
      paid: useCustomers({ filter: { status: ['active'] }, limit: 1 }),
    }))
    await until(() => expect(result.current.paid.isSuccess).toBe(true))
    const identity_id = rows.find((row) => row.external_identity)!.external_identity!
    await settle(() => result.current.link.mutate({ identity_id, user_id: rows[1]!.id }))
    await until(() =>
      expect(result.current.link.error).toMatchObject({ status: 409, code: 'already_exists' }),
    )
    const user_id = result.current.paid.data!.data[0]!.id
    await settle(() => result.current.grant.mutate({ user_id, entitlement_id: 'premium' }))
    await until(() =>
      expect(result.current.grant.error).toMatchObject({ status: 422, code: 'paid_entitlement' }),
    )
  })
})

/** Customers of the business, the newest first. */
async function customers() {
  const { result, unmount } = page(() => useCustomers({ limit: 100 }))
  await until(() => expect(result.current.isSuccess).toBe(true))
  unmount()
  return result.current.data!.data
}
