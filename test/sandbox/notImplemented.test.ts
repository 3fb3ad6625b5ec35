// @vitest-environment node
import * as v from 'valibot'
import { expect, it, vi } from 'vitest'
import { defineOperation } from '../../src/core/operation.ts'
import { createSandbox } from '../../src/entries/sandbox.ts'
import { send } from './ask.ts'

vi.mock(import('../../src/resources/all.ts'), async (original) => {
  const operation = defineOperation({
    id: 'v4GetTomorrow',
    resource: 'tomorrow',
    method: 'GET',
    path: '/tomorrow',
    kind: 'read',
    summary: 'An operation that the sandbox has no answer for.',
    input: () => v.strictObject({}),
    output: () => v.looseObject({}),
  })
  const { operations } = await original()
  return { operations: [...operations, operation] as unknown as typeof operations }
})

it('says which operation it does not answer yet', async () => {
  const sandbox = createSandbox({ seed: 1, now: new Date('2026-04-22'), customers: 1 })
  const response = await send(sandbox, '/tomorrow')
  expect(response.status).toBe(501)
  expect(await response.json()).toEqual({
    error: {
      type: 'logical',
      code: 'not_implemented',
      message: 'The sandbox does not answer v4GetTomorrow yet.',
    },
  })
})
