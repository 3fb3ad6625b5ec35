import type { FieldProblem } from '../../core/errors.ts'
import type {
  CreateAutomationInput,
  UpdateAutomationInput,
  UpdateAutomationStatusInput,
} from '../../resources/automations/types.ts'
import type { Answer, Answers } from '../answer.types.ts'
import { eventTypeIds } from '../events/catalog.ts'
import type { History } from '../history.ts'
import { cursorPage } from '../pages.ts'
import { Problem } from '../problem.ts'
import { Reply } from '../reply.ts'
import { allScreensIn } from '../screens/seed.ts'
import { segmentsOf } from '../segments/segments.ts'
import type { Store } from '../store.ts'
import { automationsIn, present, type Data } from './automations.ts'

const URL = '/v4/automations'

const idOf = (input: Record<string, unknown>): string => input['automation_id'] as string

const listAutomations: Answer = (history, input, _, store) =>
  cursorPage(URL, automationsIn(history, store).list().toReversed().map(present), input)

const getAutomation: Answer = (history, input, _, store) =>
  present(automationsIn(history, store).get(idOf(input)))

const createAutomation: Answer = (history, input, now, store) => {
  const { name, status, caption = '', data } = input as CreateAutomationInput
  const checked = check(data, undefined, history, store)
  const id = `auto-${store.next('automation')}`
  const item = { id, name, caption, status, data: checked, made_at: now }
  const made = present(automationsIn(history, store).put(item))
  return new Reply(201, made, { location: made.url })
}

const updateAutomation: Answer = (history, input, _, store) => {
  const { automation_id, name, status, caption = '', data } = input as UpdateAutomationInput
  const automations = automationsIn(history, store)
  const before = automations.get(automation_id)
  const checked = check(data, before.data, history, store)
  return present(automations.put({ ...before, name, caption, status, data: checked }))
}

const updateStatus: Answer = (history, input, _, store) => {
  const { automation_id, status } = input as UpdateAutomationStatusInput
  const automations = automationsIn(history, store)
  automations.put({ ...automations.get(automation_id), status })
  return new Reply(204)
}

const deleteAutomation: Answer = (history, input, _, store) => {
  automationsIn(history, store).remove(idOf(input))
  return new Reply(204)
}

/** What is to be kept of an automation; what it named `before` may stay. Throws a 422 for one that could never do anything. */
function check(
  data: CreateAutomationInput['data'],
  before: Data | undefined,
  history: History,
  store: Store,
): Data {
  const { platform = null, initiators = [], actions, segments = null } = data
  const known = eventTypeIds(history)
  const isScreen = (id: string) =>
    allScreensIn(store, history)
      .list()
      .some((one) => one.id === id && one.removed_at === null)
  const details: FieldProblem[] = initiators.flatMap(({ uid }, index) =>
    known.includes(uid)
      ? []
      : [{ field: `data.initiators.${index}.uid`, message: 'is no event of GET /v4/events' }],
  )
  if (initiators.length === 0)
    details.push({ field: 'data.initiators', message: 'must name at least one event' })
  if (!actions) details.push({ field: 'data.actions', message: 'must name a push or a screen' })
  const screen = actions?.screen
  if (screen !== undefined && screen !== before?.actions.screen && !isScreen(screen))
    details.push({ field: 'data.actions.screen', message: 'is no screen of GET /v4/screens' })
  if (
    segments !== null &&
    segments !== before?.segments &&
    !segmentsOf(history, store).has(segments)
  )
    details.push({ field: 'data.segments', message: 'is no segment of this project' })
  if (!actions || details.length > 0)
    throw new Problem('validation_error', 'Such an automation could never start.', details)
  const { push } = actions
  return {
    platform,
    initiators,
    actions: { ...(push !== undefined && { push }), ...(screen !== undefined && { screen }) },
    segments,
  }
}

/** Answers of the automations section, by operation id. */
export const automationAnswers: Answers = {
  v4ListAutomations: listAutomations,
  v4GetAutomation: getAutomation,
  v4CreateAutomation: createAutomation,
  v4UpdateAutomation: updateAutomation,
  v4UpdateAutomationStatus: updateStatus,
  v4DeleteAutomation: deleteAutomation,
}
