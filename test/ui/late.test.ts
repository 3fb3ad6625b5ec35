// @vitest-environment node
import { expect, test, vi } from 'vitest'
import { createLate } from '../../src/ui/late.ts'

/** Loads whose end the test decides. */
function held() {
  const calls: { resolve: (name: string) => void; reject: (error: Error) => void }[] = []
  const load = vi.fn(
    () => new Promise<string>((resolve, reject) => void calls.push({ resolve, reject })),
  )
  return { load, calls }
}

test('what comes before it is loaded waits, and is done in order', async () => {
  const { load, calls } = held()
  const late = createLate(load)
  const done: string[] = []
  late.ask()
  late.use((name) => done.push(`first with ${name}`))
  late.use((name) => done.push(`second with ${name}`))
  expect(done).toEqual([])
  expect(late.loaded()).toBeUndefined()
  calls[0]!.resolve('it')
  await vi.waitFor(() => expect(done).toEqual(['first with it', 'second with it']))
  late.use((name) => done.push(`third with ${name}`))
  expect(done.at(-1)).toBe('third with it')
  expect(load).toHaveBeenCalledTimes(1)
})

test('nothing is loaded before it is needed', () => {
  const { load } = held()
  createLate(load)
  expect(load).not.toHaveBeenCalled()
})

test('where loading fails, what waited is not done later by surprise, and the next need loads again', async () => {
  const { load, calls } = held()
  const late = createLate(load)
  const done: string[] = []
  late.use(() => done.push('first'))
  calls[0]!.reject(new Error('offline'))
  await vi.waitFor(() => {
    late.ask()
    expect(load).toHaveBeenCalledTimes(2)
  })
  late.use(() => done.push('second'))
  calls[1]!.resolve('it')
  await vi.waitFor(() => expect(done).toEqual(['second']))
})

test('who waits is told where loading fails; where nobody waits there is nothing to tell', async () => {
  const { load, calls } = held()
  const onDropped = vi.fn()
  const late = createLate(load, onDropped)
  late.ask()
  calls[0]!.reject(new Error('offline'))
  await vi.waitFor(() => {
    late.ask()
    expect(load).toHaveBeenCalledTimes(2)
  })
  expect(onDropped).not.toHaveBeenCalled()
  late.use(() => undefined)
  calls[1]!.reject(new Error('offline'))
  await vi.waitFor(() => expect(onDropped).toHaveBeenCalledTimes(1))
})

test('what is forgotten is not done when it has come; what is asked for afterwards is', async () => {
  const { load, calls } = held()
  const onDropped = vi.fn()
  const late = createLate(load, onDropped)
  const done: string[] = []
  late.use(() => done.push('forgotten'))
  late.forget()
  late.use(() => done.push('wanted'))
  calls[0]!.resolve('it')
  await vi.waitFor(() => expect(done).toEqual(['wanted']))
  expect(onDropped).not.toHaveBeenCalled()
  expect(load).toHaveBeenCalledTimes(1)
})
