import { cursorWalk, idsOf, RANGE, type CallTable, type Caller } from './caller.ts'

const listed = async ({ other }: Caller) => idsOf(await other('v4ListScreens'))

/** Every way to narrow figures of screens, and ranges that make no sense. */
async function narrowed({ ask }: Caller, input: Readonly<Record<string, unknown>>) {
  await ask(input)
  await ask({ ...input, ...RANGE, unit: 'month', environment: 0, currency: 'EUR' })
  await ask({ ...input, from: RANGE.to, to: RANGE.from }, 400, 'invalid_data')
  await ask({ ...input, currency: 'XXX' }, 400, 'invalid_data')
}

/** Screens and their figures. */
export const screensCalls: CallTable = {
  v4ListScreens: cursorWalk,
  v4GetScreen: async (caller) => {
    for (const screen_id of await listed(caller)) {
      await caller.ask({ screen_id })
      await caller.ask({ screen_id, render: false })
    }
  },
  v4CreateScreen: async ({ ask }) => {
    await ask({ name: 'New' })
    await ask({ name: ' ' }, 400, 'invalid_data')
  },
  v4UpdateScreen: async (caller) => {
    const [screen_id] = await listed(caller)
    await caller.ask({ screen_id, name: 'Renamed' })
    await caller.ask({ screen_id, name: ' ' }, 400, 'invalid_data')
  },
  v4DeleteScreen: async (caller) => {
    const [screen_id] = await listed(caller)
    await caller.ask({ screen_id })
    await caller.ask({ screen_id }, 404, 'not_found')
  },
  v4DuplicateScreen: async (caller) => {
    for (const screen_id of await listed(caller)) await caller.ask({ screen_id })
  },
  v4PublishScreen: async (caller) => {
    const made = await caller.other('v4CreateScreen', { name: 'Empty' })
    await caller.ask({ screen_id: made['id'] }, 422, 'validation_error')
    const copy = await caller.other('v4DuplicateScreen', { screen_id: 'scr_main_paywall' })
    await caller.ask({ screen_id: copy['id'] })
    await caller.ask({ screen_id: copy['id'] })
  },
  v4GetScreenAnalytics: async (caller) => {
    for (const screen_id of await listed(caller)) await caller.ask({ screen_id })
    await narrowed(caller, { screen_id: 'scr_main_paywall' })
  },
  v4GetScreensAnalyticsOverview: (caller) => narrowed(caller, {}),
}
