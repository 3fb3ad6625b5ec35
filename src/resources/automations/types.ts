import type { InputOf, OutputOf } from '../../core/operation.ts'
import type {
  createAutomation,
  getAutomation,
  listAutomations,
  updateAutomation,
  updateAutomationStatus,
} from './operations.ts'

/** Which page of the automations is asked for. */
export type AutomationsInput = InputOf<typeof listAutomations>
/** A page of automations. */
export type AutomationsPage = OutputOf<typeof listAutomations>
/** Names one automation. */
export type AutomationInput = InputOf<typeof getAutomation>
/** An automation; its status may be `unknown` or newer than this library, and is then only shown. */
export type Automation = OutputOf<typeof getAutomation>
/** What starts an automation, for whom, and what it shows; without a segment or platform, for all. */
export type AutomationData = Automation['data']
/** An automation to add. */
export type CreateAutomationInput = InputOf<typeof createAutomation>
/** The whole of what an automation shall be from now on. */
export type UpdateAutomationInput = InputOf<typeof updateAutomation>
/** The state that an automation shall have. */
export type UpdateAutomationStatusInput = InputOf<typeof updateAutomationStatus>
