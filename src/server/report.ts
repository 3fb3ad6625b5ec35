import type { OperationId } from '../core/operation.ts'
import { recordedInput } from './audit.ts'
import type { Settings } from './options.ts'
import { safeError } from './redact.ts'

/** What has become known of a request, however far it came. */
export interface Trace {
  operation?: OperationId
  /** A copy of the checked input without keys; made where it will be recorded. */
  input?: unknown
  project?: string
  viewer?: string
  masks?: readonly string[]
  key?: string
}

/** Tells the host's log what failed: a log that fails itself changes neither the answer nor the process. */
export function tell({ onError }: Settings, reason: unknown, trace: Trace): void {
  const { operation, project, viewer, key } = trace
  if (operation === undefined) return
  const context = {
    operation,
    ...(project !== undefined && { project }),
    ...(viewer !== undefined && { viewer }),
  }
  quietly(() => onError(safeError(reason, key), context))
}

/** Tells the host's audit of a request whose answer is ready. */
export function record(
  settings: Settings,
  trace: Trace,
  status: number,
  code: string | null,
  duration: number,
): void {
  const { audit } = settings
  if (!audit) return
  const { operation = null, input, project = null, viewer = null, masks = [] } = trace
  const entry = {
    operation,
    input: input === undefined ? null : recordedInput(input, masks),
    project,
    viewer,
    status,
    code,
    duration,
  }
  quietly(
    () => audit(entry),
    (reason) => tell(settings, reason, trace),
  )
}

/** Called at once, so that a worker can keep itself alive for it, and not waited for. */
function quietly(
  call: () => unknown,
  whenItFails: (reason: unknown) => void = () => undefined,
): void {
  try {
    Promise.resolve(call()).catch(whenItFails)
  } catch (reason) {
    whenItFails(reason)
  }
}
