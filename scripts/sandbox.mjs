// `npm run sandbox`: makes the machine ready, then serves the embedded backend on Node 24.
import process from 'node:process'
import { ensure, exitWith, run } from './ensure.mjs'

await exitWith(async () => {
  await ensure()
  return run('node', ['scripts/sandbox.ts', ...process.argv.slice(2)])
})
