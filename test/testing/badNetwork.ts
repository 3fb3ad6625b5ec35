import { expect } from 'vitest'
import { QonversionError } from '../../src/core/errors.ts'
import { execute } from '../../src/core/execute.ts'
import type { Fetcher } from '../../src/core/fetcher.ts'
import type { InputOf, Operation } from '../../src/core/operation.ts'
import { send } from '../../src/core/send.ts'
import { createClock, FAULTS, withFaults } from '../../src/entries/testing.ts'
import { createSandbox } from '../../src/sandbox/createSandbox.ts'

/** A sandbox, and the way to it of which every fifth request fails somehow. */
export interface BadNetwork {
  /** Reads the sandbox without faults. */
  readonly fetcher: Fetcher
  /** How many faults there were so far. */
  readonly faults: () => number
  /** Writes over the bad network, tried again as the hooks do: whether the write is reported as done. */
  readonly isDone: <Op extends Operation>(operation: Op, input: InputOf<Op>) => Promise<boolean>
}

/** Puts a bad network of a seed before a sandbox of its own; its time is a virtual clock's. */
export function openBadNetwork(seed: number): BadNetwork {
  const clock = createClock()
  const { fetcher } = createSandbox({ seed, now: new Date('2026-11-21'), customers: 40 })
  const faulty = withFaults(fetcher, {
    seed,
    rate: 0.2,
    faults: FAULTS.filter((fault) => fault !== 'refused, too long'),
    clock,
  })
  return {
    fetcher,
    faults: () => faulty.ledger.length,
    isDone: (operation, input) =>
      clock.run(
        send(
          operation,
          (idempotencyKey) =>
            execute(operation, input, { fetcher: faulty.fetcher, idempotencyKey }),
          clock.wait,
        ).then(
          () => true,
          (error: unknown) => {
            expect(error).toBeInstanceOf(QonversionError)
            return false
          },
        ),
      ),
  }
}
