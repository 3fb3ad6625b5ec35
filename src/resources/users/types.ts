import type { InputOf, OutputOf } from '../../core/operation.ts'
import type { createUser, getUser, listUserProperties, setUserProperties } from './operations.ts'

/** Names one user. */
export type UserInput = InputOf<typeof getUser>
/** A user as the API documents it; `identity_id` is null where no external id is linked. */
export type User = OutputOf<typeof getUser>
/** The environment of a user to make. */
export type CreateUserInput = InputOf<typeof createUser>
/** Names the user whose properties are asked for. */
export type UserPropertiesInput = InputOf<typeof listUserProperties>
/** Every property of a user. */
export type UserPropertiesAnswer = OutputOf<typeof listUserProperties>
/** One property of a user. */
export type UserProperty = UserPropertiesAnswer['data'][number]
/** Properties to write to a user, 1 to 100. */
export type SetUserPropertiesInput = InputOf<typeof setUserProperties>
/** What became of each property: those saved, and those refused with the reason. */
export type UserPropertiesResult = OutputOf<typeof setUserProperties>
/** Why one property was not saved. */
export type UserPropertyError = UserPropertiesResult['property_errors'][number]
