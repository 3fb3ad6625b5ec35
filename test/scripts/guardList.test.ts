// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { handlerGuards } from '../../scripts/guardList.handler.ts'
import { guards } from '../../scripts/guardList.ts'

// `npm run guards` takes minutes: what moved away under it is seen here.
test('each guard stands once in its file, and the test that misses it is there', () => {
  const all = [...guards, ...handlerGuards]
  expect(all.length).toBeGreaterThan(40)
  for (const { name, file, code, missedBy } of all) {
    expect(readFileSync(file, 'utf8').split(code).length - 1, name).toBe(1)
    expect(existsSync(missedBy), name).toBe(true)
  }
})
