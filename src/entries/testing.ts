export { createClock, type Clock, type VirtualClock } from '../testing/clock.ts'
export { FAULTS, type Fault } from '../testing/faults.ts'
export {
  withFaults,
  type FaultSchedule,
  type Faulty,
  type LedgerEntry,
} from '../testing/withFaults.ts'
