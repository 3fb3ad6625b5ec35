// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { execute } from '../../../src/core/execute.ts'
import {
  createScreen,
  deleteScreen,
  duplicateScreen,
  getScreen,
  getScreenAnalytics,
  getScreensAnalyticsOverview,
  listScreens,
  publishScreen,
  updateScreen,
} from '../../../src/resources/screens/operations.ts'

/** A backend that answers anything with this. */
const answering = (body: unknown) => ({ fetcher: () => Promise.resolve(Response.json(body)) })
const envelope = (...data: unknown[]) => ({ object: 'list', url: '/v4', data, has_more: false })
const lean = {
  object: 'screen',
  id: 'scr_abc123',
  url: '/v4/screens/scr_abc123',
  name: 'Onboarding Paywall',
  status: 'published',
  is_web: false,
  created_at: '2025-09-15T12:30:00Z',
  updated_at: '2025-11-03T10:26:40Z',
}
const whole = {
  ...lean,
  background: '#fff',
  default_lang: 'en',
  configs: { any: 'thing' },
  content: ['opaque'],
  used: ['premium'],
}
const keys = { prod_key: 'CANARY', sandbox_key: 'CANARY' }
const screen_id = lean.id

describe('a screen is read', () => {
  it.each(['archived', 'in_review'])('with the state %s, which is kept', async (status) => {
    const { data } = await execute(listScreens, {}, answering(envelope({ ...lean, status })))
    expect(data).toEqual([{ ...lean, status }])
  })

  it('lean and whole, also while the editor has not filled it', async () => {
    for (const body of [lean, whole, { ...lean, background: null, default_lang: null, used: null }])
      expect(await execute(getScreen, { screen_id }, answering(body))).toEqual(body)
  })

  it('without its SDK keys, whichever call brings them', async () => {
    const given = answering({ ...whole, ...keys })
    for (const operation of [getScreen, publishScreen, duplicateScreen])
      expect(await execute(operation, { screen_id }, given)).toEqual(whole)
    expect(await execute(updateScreen, { screen_id, name: 'x' }, given)).toEqual(whole)
    expect(await execute(createScreen, { name: 'x' }, given)).toEqual(whole)
    const rows = answering(envelope({ ...whole, ...keys }))
    expect((await execute(listScreens, {}, rows)).data).toEqual([whole])
  })

  it('from older lists, in which the type says whether it is of the web', async () => {
    const { is_web: _, ...old } = lean
    const rows = [
      { ...old, id: 'a', type: 'web_flow' },
      { ...old, id: 'b', type: 'paywall' },
      { ...old, id: 'c' },
    ]
    const { data } = await execute(listScreens, {}, answering(envelope(...rows)))
    expect(data.map((screen) => screen.is_web)).toEqual([true, false, false])
  })

  it('in a list, whose rows that do not fit are set aside and named', async () => {
    const drifts: unknown[] = []
    const options = {
      ...answering(envelope(lean, { ...lean, name: 7 })),
      onDrift: (drift: unknown) => drifts.push(drift),
    }
    expect((await execute(listScreens, {}, options)).data).toEqual([lean])
    expect(drifts).toMatchObject([{ rows: 1, problems: [{ path: 'data.1.name' }] }])
  })

  it('as gone by an answer without a body', async () => {
    for (const status of [202, 204]) {
      const fetcher = async () => new Response(null, { status })
      expect(await execute(deleteScreen, { screen_id }, { fetcher })).toBeUndefined()
    }
  })
})

describe('figures are read', () => {
  const kpis = { purchases: { value: 42, prev: 38, sparkline: [5, 6] }, trials: { value: 215 } }
  const period = { from: 1776447033, to: 1777051833, unit: 'day' }

  it('in their envelope or without it', async () => {
    const data = { kpis, period }
    for (const body of [{ object: 'screen_analytics', data }, data]) {
      expect((await execute(getScreenAnalytics, { screen_id }, answering(body))).data).toEqual(data)
      expect((await execute(getScreensAnalyticsOverview, {}, answering(body))).data).toEqual(data)
    }
  })

  it('with nulls, newer figures and newer units', async () => {
    const data = {
      kpis: { ...kpis, revenue: { value: null, sparkline: null }, dismissals: { value: 1 } },
      period: { ...period, unit: 'quarter' },
      per_screen: [],
    }
    expect((await execute(getScreensAnalyticsOverview, {}, answering({ data }))).data).toEqual(data)
  })

  it('or are an error that says what did not fit, never a value', async () => {
    const body = { data: { kpis: { purchases: { value: 'forty-two' } } } }
    await expect(execute(getScreenAnalytics, { screen_id }, answering(body))).rejects.toMatchObject(
      {
        name: 'ResponseShapeError',
        problems: [{ path: 'data.kpis.purchases.value' }],
        message: expect.not.stringContaining('forty'),
      },
    )
  })
})

it.each([
  ['an id that no address carries', getScreen, { screen_id: 'a/b' }, 'screen_id'],
  ['an empty name', createScreen, { name: '' }, 'name'],
  ['a currency in small letters', getScreensAnalyticsOverview, { currency: 'usd' }, 'currency'],
  ['half a second', getScreenAnalytics, { screen_id, from: 1.5 }, 'from'],
] as const)('%s is refused before it is sent', async (_, operation, input, field) => {
  const fetcher = () => Promise.reject(new Error('It was asked.'))
  await expect(execute(operation, input as never, { fetcher })).rejects.toMatchObject({
    name: 'InputError',
    details: [{ field }],
  })
})
