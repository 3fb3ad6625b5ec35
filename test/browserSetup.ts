import { afterAll } from 'vitest'
import { parkPointer } from './parkPointer.ts'

// The page is another for each file, the pointer is the same: what one file leaves it on, the next would draw under it.
afterAll(parkPointer)
