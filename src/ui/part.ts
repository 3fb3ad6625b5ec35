/** What is known of a part: undefined while it is not there yet, null where it could not be loaded, else the part. */
export type PartState<Value> = Value | null | undefined

/** Something that is loaded with its first use, once for all who use it. */
export interface Part<Value> {
  readonly state: () => PartState<Value>
  /** Loads it, unless it is there or on its way; after a failure it is tried anew. */
  readonly ask: () => void
  /** Calls back at each change of the state, until the returned function is called. */
  readonly subscribe: (onChange: () => void) => () => void
}

/** Makes a part of what `load` imports; `latePart` draws it. */
export function createPart<Value extends object>(load: () => Promise<Value>): Part<Value> {
  let state: PartState<Value>
  let isAsked = false
  const listeners = new Set<() => void>()
  const settle = (next: PartState<Value>) => {
    state = next
    isAsked = next !== null
    for (const listener of listeners) listener()
  }
  return {
    state: () => state,
    ask() {
      if (isAsked) return
      isAsked = true
      if (state === null) settle(undefined)
      load().then(settle, () => settle(null))
    },
    subscribe(onChange) {
      listeners.add(onChange)
      return () => void listeners.delete(onChange)
    },
  }
}
