import type {
  CreateIntegrationInput,
  UpdateIntegrationStatusInput,
} from '../../resources/integrations/types.ts'
import type { Answer, Answers } from '../answer.types.ts'
import { suspendedAt } from '../events/routes.ts'
import { wholeList } from '../pages.ts'
import { Problem } from '../problem.ts'
import { Reply } from '../reply.ts'
import {
  endedAt,
  FIRST_STREAM,
  integrationOf,
  integrationsEver,
  integrationsOf,
  type IntegrationItem,
} from './items.ts'
import { CATEGORIES, findProvider } from './providers.ts'
import { present, stateOf } from './standing.ts'

const URL = '/v4/integrations'

const listIntegrations: Answer = (history, _, now, store) =>
  wholeList(
    URL,
    integrationsOf(history, store).map((item) => present(history, item, now, store)),
  )

const META = {
  object: 'integrations_meta',
  url: `${URL}/meta`,
  categories: CATEGORIES.map(({ code, label, providers }) => ({
    code,
    label,
    integrations: providers.map((provider) => ({
      slug: provider.slug,
      allowedStores: provider.stores,
      label: provider.label,
    })),
  })),
}

const createIntegration: Answer = (history, input, now, store) => {
  const { title, integration, target_platform: platform } = input as CreateIntegrationInput
  const provider = findProvider(integration)?.provider
  if (!provider)
    throw new Problem('validation_error', `There is no provider "${integration}".`, [
      { field: 'integration', message: `must be a slug of GET ${URL}/meta, for example amplitude` },
    ])
  if (!provider.stores.includes(platform))
    throw new Problem('validation_error', `${provider.label} takes no events of ${platform}.`, [
      { field: 'target_platform', message: `must be ${provider.stores.join(' or ')} for it` },
    ])
  const number = store.next('integration')
  const item = integrationsEver(history, store).put({
    id: `int-${number}`,
    title,
    provider: provider.slug,
    platform,
    spans: [],
    stream: FIRST_STREAM + number,
    isDeleted: false,
    created_at: now,
    updated_at: now,
  })
  const made = present(history, item, now, store)
  return new Reply(201, made, { location: made.url })
}

const updateStatus: Answer = (history, input, now, store) => {
  const { integration_id, status } = input as UpdateIntegrationStatusInput
  const item = integrationOf(history, store, integration_id)
  if (stateOf(history, item, now) === status) return present(history, item, now, store)
  const ended = endedAt(item, suspendedAt(history, item, now) ?? now)
  // Who activates a suspended one has mended its credentials.
  const spans = status === 1 ? [...ended, { from: now, to: null }] : ended
  const changed: IntegrationItem = { ...item, spans, updated_at: now }
  return present(history, integrationsEver(history, store).put(changed), now, store)
}

const deleteIntegration: Answer = (history, input, now, store) => {
  const item = integrationOf(history, store, input['integration_id'] as string)
  const spans = endedAt(item, suspendedAt(history, item, now) ?? now)
  integrationsEver(history, store).put({ ...item, spans, isDeleted: true, updated_at: now })
  return new Reply(204)
}

/** Answers of the integrations section, by operation id. */
export const integrationAnswers: Answers = {
  v4ListIntegrations: listIntegrations,
  v4GetIntegrationsMetadata: () => META,
  v4CreateIntegration: createIntegration,
  v4UpdateIntegrationStatus: updateStatus,
  v4DeleteIntegration: deleteIntegration,
}
