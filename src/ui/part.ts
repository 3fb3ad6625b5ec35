/** What is known of a part: it is not there yet, it could not be loaded, or it is there. */
export type PartState<Value> = 'waiting' | 'failed' | { readonly part: Value }

/** Something that is loaded with its first use, once for all who use it. */
export interface Part<Value> {
  readonly state: () => PartState<Value>
  /** Loads it, unless it is there or on its way; after a failure it is tried anew. */
  readonly ask: () => void
  /** Calls back at each change of the state, until the returned function is called. */
  readonly subscribe: (onChange: () => void) => () => void
}

/** Makes a part of what `load` imports; `latePart` draws it. */
export function createPart<Value>(load: () => Promise<Value>): Part<Value> {
  let state: PartState<Value> = 'waiting'
  let isAsked = false
  const listeners = new Set<() => void>()
  const settle = (next: PartState<Value>) => {
    state = next
    isAsked = next !== 'failed'
    for (const listener of listeners) listener()
  }
  return {
    state: () => state,
    ask() {
      if (isAsked) return
      isAsked = true
      if (state === 'failed') settle('waiting')
      load().then(
        (part) => settle({ part }),
        () => settle('failed'),
      )
    },
    subscribe(onChange) {
      listeners.add(onChange)
      return () => void listeners.delete(onChange)
    },
  }
}
