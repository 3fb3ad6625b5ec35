import type { Answer, Answers } from '../answer.types.ts'
import type { FieldProblem } from '../../core/errors.ts'
import { isSimulated } from '../products/seed.ts'
import { Problem } from '../problem.ts'
import { hash } from '../random.ts'
import type { Store } from '../store.ts'
import { storesIn, type StoreConfig } from './stores.ts'

/** What can be changed of a project, and `id`, because there is one. */
interface Settings {
  readonly id: 'project'
  readonly project_name: string
  readonly proxy_url: string | null
  readonly rtdn_proxy_url: string | null
}

const settingsIn = (store: Store) =>
  store.collection<Settings>('project', () => [
    { id: 'project', project_name: 'My App', proxy_url: null, rtdn_proxy_url: null },
  ])

const getSettings: Answer = (_history, _input, _now, store) =>
  present(settingsIn(store).get('project'), store)

const updateSettings: Answer = (_history, input, _now, store) => {
  const changes = input as Partial<Settings>
  const problems = problemsOf(changes)
  if (problems.length > 0)
    throw new Problem(
      'validation_error',
      `The settings cannot be saved: ${problems.map(({ field, message }) => `${field} ${message}`).join('; ')}.`,
      problems,
    )
  const settings = settingsIn(store)
  return present(settings.put({ ...settings.get('project'), ...changes }), store)
}

function problemsOf({ project_name: name, proxy_url, rtdn_proxy_url }: Partial<Settings>) {
  const problems: FieldProblem[] = []
  if (name?.trim() === '') problems.push({ field: 'project_name', message: 'must not be empty' })
  for (const [field, url] of Object.entries({ proxy_url, rtdn_proxy_url }))
    if (typeof url === 'string' && !/^https:\/\/[^\s/]+/.test(url))
      problems.push({ field, message: 'must be an https address, or null for no proxy' })
  return problems
}

/** The settings as the API sends them, keys included. */
const present = ({ project_name, proxy_url, rtdn_proxy_url }: Settings, store: Store) => ({
  object: 'project_settings',
  url: '/v4/project-settings',
  project_name,
  access_token: 'sandbox_access_token',
  api_key: 'sandbox_project_key',
  secret_key: store.secretKey(),
  proxy_url,
  rtdn_proxy_url,
})

/** Keeps new keys apart from all else that is hashed. */
const STREAM = 0x6b657973

/** Answers `v4RegenerateProjectSecret`: from now on requests need the new key. */
const regenerate: Answer = (_history, _input, _now, store) => {
  const number = store.next('secret key')
  const hex = [1, 2, 3, 4].map((part) => hash(STREAM, number, part).toString(16).padStart(8, '0'))
  const prefix = store.secretKey().startsWith('test_') ? 'test_sk_' : 'sk_'
  store.replaceSecretKey(prefix + hex.join(''))
  return { object: 'project_secret', secret_key: store.secretKey() }
}

const getStore: Answer = (history, input, _now, store) => {
  const { platform } = input as { platform: StoreConfig['platform'] }
  return presentStore(storesIn(store, isSimulated(history)).get(platform))
}

/** Ids are kept as they are sent; of a secret, only that there is one. */
const updateStore: Answer = (history, input, _now, store) => {
  const { platform, ...sent } = input as Record<string, string> & Pick<StoreConfig, 'platform'>
  const stores = storesIn(store, isSimulated(history))
  const before: StoreConfig = stores.has(platform)
    ? stores.get(platform)
    : { id: platform, platform, flags: {}, ids: {} }
  const flags = { ...before.flags }
  const ids = { ...before.ids }
  for (const [name, value] of Object.entries(sent))
    if (SECRET.test(name)) flags[`has_${name}`] = true
    else ids[name] = value
  return presentStore(stores.put({ ...before, flags, ids }))
}

const SECRET = /^(shared_secret|\w+_private_key|service_account_key)$/

const presentStore = ({ platform, flags, ids }: StoreConfig) => ({
  object: 'store_config',
  url: `/v4/project-settings/stores/${platform}`,
  platform,
  ...flags,
  ...ids,
})

/** Answers of the project settings section, by operation id. */
export const projectSettingsAnswers: Answers = {
  v4GetProjectSettings: getSettings,
  v4UpdateProjectSettings: updateSettings,
  v4RegenerateProjectSecret: regenerate,
  v4GetStoreConfig: getStore,
  v4UpdateStoreConfig: updateStore,
}
