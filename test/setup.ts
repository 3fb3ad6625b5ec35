import { afterEach } from 'vitest'

// Most files test what needs no page; React and its testing library are not theirs to load.
if (typeof document !== 'undefined') {
  const { cleanup } = await import('@testing-library/react')
  afterEach(cleanup)
}
