import type {
  ChangeRemoteConfigurationStatusInput,
  CreateRemoteConfigurationInput,
  RemoteConfiguration,
  RemoteConfigurationInput,
  RemoteConfigurationStatus,
  RemoteConfigurationUserInput,
  ReplaceRemoteConfigurationPayloadInput,
  SetRemoteConfigurationPayloadMappingInput,
} from '../../resources/remote-configurations/types.ts'
import type { Answer, Answers } from '../answer.types.ts'
import { livingCustomer } from '../customers/living.ts'
import { openLab } from '../experiments/lab.ts'
import type { History } from '../history.ts'
import { isoInstant } from '../instant.ts'
import { cursorPage } from '../pages.ts'
import { invalid, Problem } from '../problem.ts'
import { Reply } from '../reply.ts'
import { ruleProblems, type Rule } from '../segments/select.ts'
import type { Store } from '../store.ts'
import type { ConfigurationItem } from './model.ts'
import { configurationsIn, create, mintedId, pinsIn } from './seed.ts'

const URL = '/v4/remote-configurations'

/** Where a configuration can go from each status; `archived` is the end. */
const NEXT: Readonly<Record<RemoteConfigurationStatus, readonly RemoteConfigurationStatus[]>> = {
  draft: ['active', 'archived'],
  active: ['archived'],
  archived: [],
}

const changeStatus: Answer = (history, input, now, store) => {
  const before = find(history, input, store)
  const { status } = input as ChangeRemoteConfigurationStatusInput
  const follows = NEXT[before.status]
  if (!follows.includes(status))
    throw new Problem(
      'validation_error',
      `"${before.name}" is ${before.status} and cannot become ${status}. ${
        follows.length > 0
          ? `From there it can become ${follows.join(' or ')}.`
          : 'What is archived stays so: make a new configuration.'
      }`,
    )
  return present(put(history, store, { ...before, status, updated_at: now }), now)
}

const replacePayload: Answer = (history, input, now, store) => {
  const { data: payload } = input as ReplaceRemoteConfigurationPayloadInput
  const item = { ...find(history, input, store), payload, updated_at: now }
  return presentPayload(put(history, store, item))
}

const setMapping: Answer = (history, input, now, store) => {
  const { data: mapping } = input as SetRemoteConfigurationPayloadMappingInput
  const item = { ...find(history, input, store), mapping, updated_at: now }
  return presentMapping(put(history, store, item))
}

/** Removes a configuration; groups of experiments that handed it out hand out nothing from then on. */
const remove: Answer = (history, input, now, store) => {
  const { id } = find(history, input, store)
  const { groups } = openLab(history, store)
  for (const group of groups.list())
    if (group.remote_config_uid === id)
      groups.put({ ...group, remote_config_uid: null, updated_at: now })
  const pins = pinsIn(store)
  for (const pin of pins.list()) if (pin.config_id === id) pins.remove(pin.id)
  configurationsIn(store, history).remove(id)
  return new Reply(204)
}

const attach: Answer = (history, input, now, store) => {
  const { id } = find(history, input, store)
  const { user_id } = input as RemoteConfigurationUserInput
  livingCustomer(history, now, store, user_id)
  const pins = pinsIn(store)
  const pin = { id: `${id}/${user_id}`, config_id: id, user_id }
  // Pinned again is pinned last.
  if (pins.has(pin.id)) pins.remove(pin.id)
  pins.put(pin)
  return new Reply(204)
}

const detach: Answer = (history, input, now, store) => {
  const { id, name } = find(history, input, store)
  const { user_id } = input as RemoteConfigurationUserInput
  livingCustomer(history, now, store, user_id)
  const pins = pinsIn(store)
  if (!pins.has(`${id}/${user_id}`))
    throw new Problem('not_found', `User "${user_id}" is not pinned to "${name}".`)
  pins.remove(`${id}/${user_id}`)
  return new Reply(204)
}

/** Answers of the remote configurations section. */
export const remoteConfigurationAnswers: Answers = {
  v4ListRemoteConfigurations(history, input, now, store) {
    const items = configurationsIn(store, history).list().toReversed()
    return cursorPage(
      URL,
      items.map((item) => present(item, now)),
      input,
    )
  },
  v4GetRemoteConfiguration(history, input, now, store) {
    const item = find(history, input, store)
    return { ...present(item, now), payload: item.payload }
  },
  v4CreateRemoteConfiguration(history, input, now, store) {
    const settings = read(input)
    const draft = { ...settings, status: 'draft', payload: {}, mapping: {} } as const
    const id = mintedId(store.next('remote configuration'))
    const configuration = present(put(history, store, create(id, draft, now)), now)
    return new Reply(201, configuration, { location: configuration.url })
  },
  v4UpdateRemoteConfiguration(history, input, now, store) {
    const before = find(history, input, store)
    return present(put(history, store, { ...before, ...read(input), updated_at: now }), now)
  },
  v4DeleteRemoteConfiguration: remove,
  v4ChangeRemoteConfigurationStatus: changeStatus,
  v4GetRemoteConfigurationPayload: (history, input, _now, store) =>
    presentPayload(find(history, input, store)),
  v4ReplaceRemoteConfigurationPayload: replacePayload,
  v4GetRemoteConfigurationPayloadMapping: (history, input, _now, store) =>
    presentMapping(find(history, input, store)),
  v4SetRemoteConfigurationPayloadMapping: setMapping,
  v4AttachUserToRemoteConfiguration: attach,
  v4DetachUserFromRemoteConfiguration: detach,
}

const find = (history: History, input: Record<string, unknown>, store: Store): ConfigurationItem =>
  configurationsIn(store, history).get((input as RemoteConfigurationInput).config_id)

const put = (history: History, store: Store, item: ConfigurationItem): ConfigurationItem =>
  configurationsIn(store, history).put(item)

/** Settings with the contract's defaults for what is left out. Throws a 400. */
function read(input: Record<string, unknown>) {
  const {
    name,
    context_key = null,
    segment_percent = 100,
    segmentation_conditions: given = [],
  } = input as CreateRemoteConfigurationInput
  const list = 'segmentation_conditions'
  const missing = given.flatMap((rule, index) =>
    (['metric', 'comparator', 'value'] as const)
      .filter((field) => rule[field] === undefined)
      .map((field) => ({ field: `${list}.${index}.${field}`, message: 'is missing' })),
  )
  if (missing.length > 0) throw invalid(missing)
  const segmentation_conditions = given.map(
    ({ metric, comparator, value, negate = false }) =>
      ({ metric, comparator, value, negate }) as Rule,
  )
  const problems = ruleProblems(segmentation_conditions, list)
  if (name.trim() === '') problems.unshift({ field: 'name', message: 'must not be empty' })
  if (problems.length > 0) throw invalid(problems)
  return { name, context_key, segment_percent, segmentation_conditions }
}

const present = (item: ConfigurationItem, now: number): RemoteConfiguration => ({
  object: 'remote_configuration',
  id: item.id,
  url: `${URL}/${item.id}`,
  name: item.name,
  status: item.status,
  segment_percent: item.segment_percent,
  segmentation_conditions: item.segmentation_conditions.map((rule) => ({ ...rule })),
  context_key: item.context_key,
  created_at: isoInstant(item.created_at),
  updated_at: isoInstant(Math.min(item.updated_at, now)),
})

const presentPayload = ({ id, payload }: ConfigurationItem) => ({
  object: 'remote_config_payload',
  url: `${URL}/${id}/payload`,
  config_id: id,
  data: payload,
})

const presentMapping = ({ id, mapping }: ConfigurationItem) => ({
  object: 'payload_mapping',
  url: `${URL}/${id}/payload-mapping`,
  config_id: id,
  data: mapping,
})
