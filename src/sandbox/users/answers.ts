import type { Answer, Answers } from '../answer.types.ts'
import { livingUser } from '../customers/living.ts'
import { propertiesOf, writeProperties, type Property } from '../customers/properties.ts'
import type { CustomerView } from '../customers/view.ts'
import { isoInstant } from '../instant.ts'
import { wholeList } from '../pages.ts'
import { invalid } from '../problem.ts'
import { Reply } from '../reply.ts'
import { makeUser } from './written.ts'

/** Path of a user as answers name it. */
export const userUrl = (id: string): string => `/v4/users/${encodeURIComponent(id)}`

const getUser: Answer = (history, input, now, store) => {
  const { user_id: id } = input as { user_id: string }
  return toUser(livingUser(history, now, store, id))
}

const createUser: Answer = (_history, input, now, store) => {
  const { environment } = input as { environment: 'prod' | 'sandbox' }
  const { id, at, ...made } = makeUser(store, environment === 'prod' ? 1 : 0, now)
  const user = toUser({ id, since: at, external_identity: null, ...made })
  return new Reply(201, user, { location: user.url })
}

const toUser = ({
  id,
  environment,
  since,
  external_identity: identity_id,
}: Pick<CustomerView, 'id' | 'environment' | 'since' | 'external_identity'>) => ({
  object: 'user',
  id,
  url: userUrl(id),
  environment: environment === 1 ? 'prod' : 'sandbox',
  created_at: isoInstant(since),
  identity_id,
})

const listProperties: Answer = (history, input, now, store) => {
  const { id } = livingUser(history, now, store, (input as { user_id: string }).user_id)
  return wholeList(propertiesUrl(id), propertiesOf(store, id).map(toProperty))
}

/** What fits is saved and the rest named with its reason; a 400 when nothing fits. */
const setProperties: Answer = (history, input, now, store) => {
  const { user_id, properties } = input as { user_id: string; properties: Property[] }
  const { id } = livingUser(history, now, store, user_id)
  const { saved, errors } = writeProperties(store, id, properties)
  if (saved.length === 0)
    throw invalid([{ field: 'properties', message: 'holds none that can be saved' }])
  return {
    object: 'user_properties_set_result',
    url: propertiesUrl(id),
    saved_properties: saved.map(toProperty),
    property_errors: errors,
  }
}

const propertiesUrl = (id: string): string => `${userUrl(id)}/properties`

const toProperty = ({ key, value }: Property) => ({ object: 'user_property', key, value })

/** Answers of the users section, by operation id. */
export const userAnswers: Answers = {
  v4GetUser: getUser,
  v4CreateUser: createUser,
  v4ListUserProperties: listProperties,
  v4SetUserProperties: setProperties,
}
