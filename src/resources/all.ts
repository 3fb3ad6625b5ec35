import type { Operation } from '../core/operation.ts'
import * as automations from './automations/operations.ts'
import * as cards from './cards/operations.ts'
import * as charts from './charts/operations.ts'
import * as cohorts from './cohorts/operations.ts'
import * as currencies from './currencies/operations.ts'
import * as customers from './customers/operations.ts'
import * as entitlements from './entitlements/operations.ts'
import * as events from './events/operations.ts'
import * as experiments from './experiments/operations.ts'
import * as exports from './exports/operations.ts'
import * as identities from './identities/operations.ts'
import * as insights from './insights/operations.ts'
import * as integrations from './integrations/operations.ts'
import * as ltv from './ltv/operations.ts'
import * as offerings from './offerings/operations.ts'
import * as products from './products/operations.ts'
import * as projectSettings from './project-settings/operations.ts'
import * as purchases from './purchases/operations.ts'
import * as remoteConfigurations from './remote-configurations/operations.ts'
import * as scheduledReports from './scheduled-reports/operations.ts'
import * as screens from './screens/operations.ts'
import * as segments from './segments/operations.ts'
import * as users from './users/operations.ts'

const rooms = [
  automations,
  cards,
  charts,
  cohorts,
  currencies,
  customers,
  entitlements,
  events,
  experiments,
  exports,
  identities,
  insights,
  integrations,
  ltv,
  offerings,
  products,
  projectSettings,
  purchases,
  remoteConfigurations,
  scheduledReports,
  screens,
  segments,
  users,
] as const

/** Every operation of the package. Imported by server, sandbox, testing and tests only: a browser pays for what it uses. */
export const operations: readonly Operation[] = rooms.flatMap((room) => Object.values(room))

type Defined<Room> = Room extends unknown ? Room[keyof Room] : never

/** The ids of `operations`: what a typo does not compile against. */
export type KnownOperationId = Extract<Defined<(typeof rooms)[number]>, Operation>['id']
