// `npm test` and `npm run test:full`: makes the machine ready, then runs every check on Node 24.
import process from 'node:process'
import { ensure, exitWith, run, SetupError } from './ensure.mjs'

await exitWith(async () => {
  try {
    await ensure({ chromium: true })
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    // Whoever reads only the last line must not take a machine that is not ready for a green run.
    console.error(error.message)
    console.log('0 passed, 1 failed, 0 skipped')
    return 1
  }
  return run('node', ['scripts/checks/main.ts', ...process.argv.slice(2)])
})
