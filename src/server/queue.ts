/** How many calls may be under way to the API, and how many may wait. */
export interface Concurrency {
  /** Calls of one viewer of a project at once. @default 8 */
  readonly perGrant: number
  /** Calls of all viewers of a project at once. @default 32 */
  readonly perProject: number
  /** Calls of one viewer that may wait; those beyond are answered 429. @default 1_000 */
  readonly waiting: number
}

/** Whose call it is. */
export interface Caller {
  readonly project: string
  /** Calls without a viewer share one place in the queue and the limit of the project. */
  readonly viewer?: string | undefined
}

/** Lets so many calls run at once; the rest wait, the calls of each viewer in order, and whoever has least under way goes first. */
export interface Queue {
  /** Runs the work when it is its turn. Rejects with the signal's reason while it waits, and with `QueueFull`. */
  run<T>(caller: Caller, signal: AbortSignal, work: () => Promise<T>): Promise<T>
}

/** So many calls of one viewer wait already that one more would not be answered in time. */
export class QueueFull extends Error {
  override readonly name = 'QueueFull'
}

interface Lane {
  readonly limit: number
  running: number
  readonly waiting: Set<() => void>
}

interface Project {
  running: number
  /** In the order of their turns. */
  readonly lanes: Map<string, Lane>
}

/** Makes a queue that is kept in this process: behind several, each has its own. */
export function createQueue({ perGrant, perProject, waiting }: Concurrency): Queue {
  const projects = new Map<string, Project>()

  function next(project: Project): void {
    while (project.running < perProject) {
      const turnOf = nextOf(project)
      if (!turnOf) return
      const [name, lane, start] = turnOf
      lane.waiting.delete(start)
      enter(project, name, lane)
      start()
    }
  }

  function enter(project: Project, name: string, lane: Lane): void {
    project.running++
    lane.running++
    // To the end of the line of viewers.
    project.lanes.delete(name)
    project.lanes.set(name, lane)
  }

  return {
    async run(caller, signal, work) {
      signal.throwIfAborted()
      const project = valueOf(projects, caller.project, () => ({ running: 0, lanes: new Map() }))
      const name = caller.viewer ?? ''
      const limit = caller.viewer === undefined ? perProject : perGrant
      const lane = valueOf(project.lanes, name, () => ({ limit, running: 0, waiting: new Set() }))
      const isFree = lane.running < limit && project.running < perProject && lane.waiting.size === 0
      // Only its own: another may have begun anew under the same name in between.
      const tidy = () => {
        const isIdle = lane.running === 0 && lane.waiting.size === 0
        if (isIdle && project.lanes.get(name) === lane) project.lanes.delete(name)
        if (project.lanes.size === 0 && projects.get(caller.project) === project)
          projects.delete(caller.project)
      }
      if (!isFree && lane.waiting.size >= waiting) {
        tidy()
        throw new QueueFull()
      }
      if (isFree) enter(project, name, lane)
      else await turn(lane.waiting, signal).catch(leaveWith(tidy))
      try {
        return await work()
      } finally {
        project.running--
        lane.running--
        next(project)
        tidy()
      }
    },
  }
}

/** The next turn is the viewer's who has the fewest calls under way, and of several the one's whose last turn is longest ago. */
function nextOf({ lanes }: Project): [string, Lane, () => void] | undefined {
  let chosen: [string, Lane, () => void] | undefined
  for (const [name, lane] of lanes) {
    const [start] = lane.waiting
    if (start && lane.running < Math.min(lane.limit, chosen?.[1].running ?? Infinity))
      chosen = [name, lane, start]
  }
  return chosen
}

/** Resolves when it is called up, rejects and leaves the line when the signal aborts. */
function turn(line: Set<() => void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const start = () => {
      signal.removeEventListener('abort', leave)
      resolve()
    }
    const leave = () => {
      line.delete(start)
      reject(signal.reason as Error)
    }
    line.add(start)
    signal.addEventListener('abort', leave, { once: true })
  })
}

const leaveWith = (tidy: () => void) => (reason: unknown) => {
  tidy()
  throw reason
}

function valueOf<Value>(map: Map<string, Value>, name: string, make: () => Value): Value {
  const found = map.get(name)
  if (found) return found
  const made = make()
  map.set(name, made)
  return made
}
