import { analyticsCalls } from './analytics.ts'
import type { CallTable } from './caller.ts'
import { catalogCalls } from './catalog.ts'
import { customersCalls } from './customers.ts'
import { deliveryCalls } from './delivery.ts'
import { experimentsCalls } from './experiments.ts'
import { exportsCalls } from './exports.ts'
import { projectSettingsCalls, usersCalls } from './users.ts'
import { remoteConfigurationsCalls } from './remoteConfigurations.ts'
import { screensCalls } from './screens.ts'

/** Every operation by its id. One without an entry fails the test: an operation is not done before its answers are judged. */
export const calls: CallTable = {
  ...analyticsCalls,
  ...catalogCalls,
  ...customersCalls,
  ...deliveryCalls,
  ...experimentsCalls,
  ...exportsCalls,
  ...projectSettingsCalls,
  ...usersCalls,
  ...remoteConfigurationsCalls,
  ...screensCalls,
}
