import { accessSync, constants } from 'node:fs'
import process from 'node:process'

const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Path of the Chromium that browser tests use: `CHROMIUM`, else the system's; null when there is none. */
export function findChromium() {
  return PLACES.find((place) => place && isExecutable(place)) ?? null
}

/** Launch options for Playwright: no sandbox (tests run as root in containers) and no traffic of the browser's own. */
export function chromiumLaunch() {
  return {
    executablePath: findChromium() ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  }
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
