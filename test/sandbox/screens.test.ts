// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/entries/sandbox.ts'
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
} from '../../src/resources/screens/operations.ts'
import { ask, lab, openLab } from './lab.ts'
import { walk } from './walk.ts'
import { purchase } from './purchase.ts'

const MAIN = 'scr_main_paywall'
const DRAFT = 'scr_holiday_paywall'
const EMPTY = 'scr_untitled'

const seconds = (iso: string) => Date.parse(iso) / 1000
const all = async () => (await walk(listScreens, { limit: 2 }, lab.sandbox.fetcher)).rows
const named = async (id: string) => (await all()).find((row) => row.id === id)
const figuresOf = async (screen_id: string, range = {}) =>
  (await ask(getScreenAnalytics, { screen_id, ...range })).data!.kpis!
const views = async (range = {}) =>
  (await ask(getScreensAnalyticsOverview, range)).data!.kpis!.views!.value

beforeEach(openLab)

describe('a screen', () => {
  it('begins as an empty draft on top of the list', async () => {
    const made = await ask(createScreen, { name: 'Winter' })
    expect(made).toMatchObject({ object: 'screen', name: 'Winter', status: 'draft', type: null })
    expect(made.content).toBeUndefined()
    expect((await all())[0]).toMatchObject({ id: made.id, name: 'Winter', is_web: false })
  })

  it('is whole or lean as it is asked for, and never with SDK keys', async () => {
    const whole = await ask(getScreen, { screen_id: MAIN })
    expect(Object.keys(whole)).toEqual(
      expect.arrayContaining(['background', 'default_lang', 'configs', 'content', 'used']),
    )
    const lean = await ask(getScreen, { screen_id: MAIN, render: false })
    expect(lean).toEqual(await named(MAIN))
    expect(Object.keys(lean)).not.toContain('content')
    for (const screen of [whole, lean])
      expect(Object.keys(screen).filter((name) => name.endsWith('_key'))).toEqual(['context_key'])
  })

  it('says that it is of the web when it is a web flow', async () => {
    const flows = (await all()).filter((screen) => screen.is_web)
    expect(flows.map(({ type }) => type)).toEqual(['web_flow'])
  })

  it('is renamed, and nothing else of it changes', async () => {
    const before = await ask(getScreen, { screen_id: MAIN })
    const after = await ask(updateScreen, { screen_id: MAIN, name: 'First paywall' })
    expect(after).toEqual({ ...before, name: 'First paywall', updated_at: after.updated_at })
    expect(await named(MAIN)).toMatchObject({ name: 'First paywall' })
  })

  it('is copied as a draft with its content, which can be published', async () => {
    const original = await ask(getScreen, { screen_id: MAIN })
    const copy = await ask(duplicateScreen, { screen_id: MAIN })
    expect(copy).toMatchObject({ name: 'Main paywall (copy)', status: 'draft', type: 'paywall' })
    expect(copy.id).not.toBe(MAIN)
    const again = await ask(duplicateScreen, { screen_id: MAIN })
    expect(again.id).not.toBe(copy.id)
    const { content, status } = await ask(getScreen, { screen_id: copy.id })
    expect([content, status]).toEqual([original.content, 'draft'])
    expect(await ask(publishScreen, { screen_id: copy.id })).toMatchObject({ status: 'published' })
    expect(await named(copy.id)).toMatchObject({ status: 'published' })
  })

  it('is not published while it is empty, and the error says what to do', async () => {
    await expect(ask(publishScreen, { screen_id: EMPTY })).rejects.toMatchObject({
      status: 422,
      code: 'validation_error',
      message: expect.stringContaining('editor'),
    })
    expect(await named(EMPTY)).toMatchObject({ status: 'draft' })
  })

  it('that is deleted is gone, and the list that stood at it begins again', async () => {
    const [first] = await all()
    await ask(deleteScreen, { screen_id: first!.id })
    const page = await ask(listScreens, { starting_after: first!.id })
    expect(page.restarted).toBe(true)
    expect(page.data.map(({ id }) => id)).not.toContain(first!.id)
    for (const operation of [getScreen, getScreenAnalytics, deleteScreen, publishScreen])
      await expect(ask(operation, { screen_id: first!.id })).rejects.toMatchObject({
        status: 404,
        code: 'not_found',
      })
  })
})

describe('figures of screens', () => {
  const SINCE = { from: seconds('2024-01-01') }

  it('are there for what is published, and 0 for a draft', async () => {
    for (const { id, status } of await all()) {
      const { purchases, revenue } = await figuresOf(id, SINCE)
      if (status === 'draft') expect([purchases!.value, revenue!.value]).toEqual([0, 0])
      else expect(Math.min(purchases!.value!, revenue!.value!)).toBeGreaterThan(0)
    }
  })

  it('cover seven days in seven numbers unless asked otherwise', async () => {
    const { data } = await ask(getScreenAnalytics, { screen_id: MAIN })
    const to = lab.clock.present.getTime() / 1000
    expect(data!.period).toEqual({ from: to - 7 * 86_400, to, unit: 'day' })
    expect(data!.kpis!.trials!.sparkline).toHaveLength(7)
    expect(data!.screen).toEqual({
      uid: MAIN,
      name: 'Main paywall',
      status: 'published',
      type: 'paywall',
    })
  })

  it('have one number for each unit that has begun, and none for a time to come', async () => {
    const now = lab.clock.present.getTime() / 1000
    const trials = async (from: number, to: number) =>
      (await figuresOf(MAIN, { from, to, unit: 'hour' })).trials!
    expect((await trials(now - 3600 * 5, now + 3600 * 5)).sparkline).toHaveLength(5)
    expect(await trials(now + 3600, now + 7200)).toMatchObject({ value: 0, sparkline: [] })
  })

  it('begin when a draft is published, which takes half of the people from the other screen there', async () => {
    const published = lab.clock.present.getTime() / 1000
    const before = await figuresOf(MAIN, { ...SINCE, to: published })
    await ask(publishScreen, { screen_id: DRAFT })
    expect((await figuresOf(DRAFT, SINCE)).purchases!.value).toBe(0)
    lab.clock.present = new Date('2026-10-22T09:30:00Z')
    expect(await figuresOf(MAIN, { ...SINCE, to: published })).toEqual(before)
    // All who came since, by the log: the two screens share them.
    const came = lab.sandbox
      .log()
      .filter(
        (row) =>
          row.type === 'install' &&
          row.environment === 1 &&
          row.at >= published &&
          row.store !== 'stripe' &&
          row.first_product!.startsWith('premium'),
      )
    const ids = new Set(came.map((row) => row.customer_id))
    const trials = lab.sandbox
      .log()
      .filter((row) => row.type === 'trial_started' && ids.has(row.customer_id)).length
    const fresh = (await figuresOf(DRAFT, { from: published })).trials!.value!
    expect(Math.abs(fresh - trials / 2)).toBeLessThan(5 * Math.sqrt(trials / 4))
    expect(trials).toBeGreaterThan(50)
  })

  it('of all screens together are without those of a screen that is deleted', async () => {
    const before = (await views(SINCE))!
    const shop = 'scr_credit_shop'
    const installs = lab.sandbox
      .log()
      .filter(({ type, environment }) => type === 'install' && environment === 1)
    const gone = new Set(
      installs
        .filter((row) => row.store !== 'stripe' && row.first_product === 'credits_100')
        .map((row) => row.customer_id),
    )
    const begins = new Set(['install', 'trial_started', 'subscription_started', 'in_app_purchase'])
    const lost = lab.sandbox
      .log()
      .filter((row) => begins.has(row.type) && gone.has(row.customer_id)).length
    await ask(deleteScreen, { screen_id: shop })
    expect(await views(SINCE)).toBe(before - lost)
    expect(lost).toBeGreaterThan(0)
  })

  it('are refused in a currency without a rate for each day, as they do not say theirs', async () => {
    const to = Math.floor(lab.clock.present.getTime() / 1000)
    const from = to - 60 * 86_400
    const asked = { screen_id: MAIN, from, to, currency: 'SEK' }
    await expect(ask(getScreenAnalytics, asked)).rejects.toMatchObject({
      status: 400,
      details: [{ field: 'currency', message: expect.stringContaining('rate') }],
    })
    expect((await figuresOf(MAIN, { currency: 'SEK' })).revenue!.value).toBeGreaterThan(0)
  })

  it('are none in a purchase log, which knows of no app', async () => {
    lab.sandbox = createSandbox({
      seed: 1,
      now: new Date('2026-02-01'),
      transactions: [purchase()],
    }) satisfies Sandbox
    expect(await all()).toEqual([])
    const { kpis } = (await ask(getScreensAnalyticsOverview, {})).data!
    expect(kpis!.views).toEqual({ value: 0, prev: 0, sparkline: [0, 0, 0, 0, 0, 0, 0] })
  })
})
