import type {
  CreateScreenInput,
  NamedScreenInput,
  ScreenInput,
  UpdateScreenInput,
} from '../../resources/screens/types.ts'
import type { Answers } from '../answer.types.ts'
import type { History } from '../history.ts'
import { cursorPage } from '../pages.ts'
import { invalid, Problem } from '../problem.ts'
import { Reply } from '../reply.ts'
import type { Store } from '../store.ts'
import { answerOverview, answerScreenAnalytics } from './analytics.ts'
import type { ScreenItem } from './model.ts'
import { presentFull, presentLean, requireLiving, SCREENS } from './present.ts'
import { allScreensIn, create, publish, screenId } from './seed.ts'

/** Answers of the screens section. */
export const screenAnswers: Answers = {
  v4GetScreenAnalytics: answerScreenAnalytics,
  v4GetScreensAnalyticsOverview: answerOverview,
  v4ListScreens(history, input, now, store) {
    const living = allScreensIn(store, history)
      .list()
      .filter(({ removed_at: at }) => at === null)
    const rows = living.toReversed().map((screen) => presentLean(screen, now))
    return cursorPage(SCREENS, rows, input)
  },
  v4GetScreen(history, input, now, store) {
    const screen = find(history, input, store)
    const { render = true } = input as ScreenInput
    return render ? presentFull(screen, now) : presentLean(screen, now)
  },
  v4CreateScreen(history, input, now, store) {
    const { name } = input as CreateScreenInput
    requireName(name)
    const draft = { name, type: null, context_key: null, content: null }
    const screen = presentFull(make(history, store, draft, now), now)
    return new Reply(201, screen, { location: screen.url })
  },
  v4UpdateScreen(history, input, now, store) {
    const before = find(history, input, store)
    const { name } = input as UpdateScreenInput
    requireName(name)
    return presentFull(put(history, store, { ...before, name, updated_at: now }), now)
  },
  v4DeleteScreen(history, input, now, store) {
    const screen = find(history, input, store)
    put(history, store, { ...screen, removed_at: now })
    return new Reply(204)
  },
  v4DuplicateScreen(history, input, now, store) {
    const { name, type, context_key, content } = find(history, input, store)
    // A name has at most 256 letters.
    const copy = { name: `${name.slice(0, 249)} (copy)`, type, context_key, content }
    return new Reply(201, presentLean(make(history, store, copy, now), now))
  },
  v4PublishScreen(history, input, now, store) {
    const screen = find(history, input, store)
    if (!screen.content)
      throw new Problem(
        'validation_error',
        `"${screen.name}" is empty: nobody would see anything. Lay it out in the dashboard's editor, or publish a copy of a screen that has content.`,
      )
    return presentFull(put(history, store, publish(screen, now)), now)
  },
}

const find = (history: History, input: Record<string, unknown>, store: Store): ScreenItem =>
  requireLiving(allScreensIn(store, history).get((input as NamedScreenInput).screen_id))

const put = (history: History, store: Store, screen: ScreenItem): ScreenItem =>
  allScreensIn(store, history).put(screen)

const make = (
  history: History,
  store: Store,
  fields: Pick<ScreenItem, 'name' | 'type' | 'context_key' | 'content'>,
  now: number,
): ScreenItem => put(history, store, create({ id: screenId(store.next('screen')), ...fields }, now))

function requireName(name: string): void {
  if (name.trim() === '') throw invalid([{ field: 'name', message: 'must not be empty' }])
}
