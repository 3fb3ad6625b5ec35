/** Something that is loaded when it is first needed. */
export interface Late<Value> {
  /** Loads it ahead: when a pointer or the focus comes, which is before anything is done. */
  readonly ask: () => void
  /** Hands it to a task: at once when it is there, else when it has come, in the order of the calls. */
  readonly use: (task: (value: Value) => void) => void
  /** Drops what waits: what it was for is gone. */
  readonly forget: () => void
  /** What has been loaded. */
  readonly loaded: () => Value | undefined
}

/**
 * Loads something when it is first needed. Where that fails, what waits is dropped, which `onDropped` is told, and the next
 * need tries again.
 */
export function createLate<Value>(load: () => Promise<Value>, onDropped?: () => void): Late<Value> {
  let loaded: Value | undefined
  let isAsked = false
  let waiting: ((value: Value) => void)[] = []
  const settle = (value?: Value) => {
    loaded = value
    isAsked = value !== undefined
    const tasks = waiting
    waiting = []
    if (value !== undefined) for (const task of tasks) task(value)
    else if (tasks.length > 0) onDropped?.()
  }
  const ask = () => {
    if (isAsked) return
    isAsked = true
    load().then(settle, () => settle())
  }
  return {
    ask,
    forget: () => void (waiting = []),
    loaded: () => loaded,
    use(task) {
      if (loaded !== undefined) return task(loaded)
      waiting.push(task)
      ask()
    },
  }
}
