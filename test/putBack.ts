import { afterEach, vi } from 'vitest'

// Files that share a worker share what a test stubs, and the next one loads its modules before its first test: nothing may stand
// until then. A production `NODE_ENV` would load another React than the one that is there.
afterEach(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  vi.useRealTimers()
})
