// Runs on the Node a machine happens to have (20.19 or newer), before anything is installed: built-ins only.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { lstatSync, readlinkSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import process from 'node:process'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { findChromium } from './chromium.mjs'

/** The checkout's top folder. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const BIN = join(ROOT, 'node_modules', '.bin')
const NODE_MAJOR = 24

/** Something the person at the keyboard has to do; its message is the whole story, a stack would only hide it. */
export class SetupError extends Error {}

/**
 * Makes the checkout ready to run: npm packages as the lockfile says, Node 24 first on the path of every child and, when
 * asked for, a Chromium. Quick when nothing is missing. Throws `SetupError` with the line to run.
 * @param {{ chromium?: boolean }} [needs]
 */
export async function ensure({ chromium = false } = {}) {
  process.env.PATH = [BIN, ...(process.env.PATH ?? '').split(delimiter)].join(delimiter)
  if (packagesAreStale()) await locked('packages', installPackages)
  checkNode()
  if (chromium) checkChromium()
  if (chromium && !findChromium()) await locked('chromium', installChromium)
}

/**
 * Runs a command in the checkout and answers with its exit code, 128 + signal when it was killed. Ctrl+C and SIGTERM reach it.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>}
 */
export function run(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    })
    const stop = () => child.kill('SIGTERM')
    process.on('SIGTERM', stop).on('SIGINT', waitForChild)
    const done = () => process.off('SIGTERM', stop).off('SIGINT', waitForChild)
    child.on('error', (cause) => {
      done()
      reject(new SetupError(`${command} could not be started: ${cause.message}.`))
    })
    child.on('exit', (code, signal) => {
      done()
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0))
    })
  })
}

/** A terminal sends Ctrl+C to the child as well; here it only must not end this process first. */
function waitForChild() {}

/**
 * Runs a script's main function, prints a `SetupError` as its one sentence and ends the process with the exit code.
 * @param {() => Promise<number>} main
 */
export async function exitWith(main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error)
    process.exitCode = 1
  }
}

function packagesAreStale() {
  const installed = changedAt(join(ROOT, 'node_modules', '.package-lock.json'))
  return installed === null || installed < (changedAt(join(ROOT, 'package-lock.json')) ?? 0)
}

async function installPackages() {
  // Another process may have installed them while this one waited for its turn.
  if (!packagesAreStale()) return
  if (lstatSync(join(ROOT, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink())
    throw new SetupError(
      'node_modules is a link, and npm ci would empty the folder it leads to. Remove the link, or run npm ci there yourself.',
    )
  console.log('Installing npm packages …')
  // --include=dev: NODE_ENV=production would leave the tools out. Errors only: npm itself runs on the machine's older Node.
  const code = await run('npm', [
    'ci',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ])
  if (code !== 0)
    throw new SetupError(
      `npm ci ended with code ${code}; its reason stands above. Mend that and start again.`,
    )
}

function checkNode() {
  const { stdout } = spawnSync('node', ['-v'], { encoding: 'utf8' })
  const version = stdout?.trim() ?? ''
  if (Number(/^v(\d+)\./.exec(version)?.[1] ?? 0) >= NODE_MAJOR) return
  throw new SetupError(
    `The scripts need Node ${NODE_MAJOR}, which the npm package "node" installs, but ${version || 'no Node'} answers: ` +
      `install scripts are switched off on this machine. Run: npm rebuild node --ignore-scripts=false`,
  )
}

function checkChromium() {
  const named = process.env.CHROMIUM
  if (named && findChromium() !== named)
    throw new SetupError(
      `CHROMIUM is ${named}, which cannot be executed. Name a Chromium, or unset it.`,
    )
}

async function installChromium() {
  if (findChromium()) return
  const packages = ['chromium', 'fonts-dejavu-core']
  const isRoot = process.getuid?.() === 0
  const hasApt = spawnSync('apt-get', ['--version']).status === 0
  if (isRoot && hasApt) {
    console.log('Installing Chromium …')
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    const quiet = ['-qq', '-y', '--no-install-recommends']
    await run('apt-get', ['-qq', 'update'], env)
    await run('apt-get', ['install', ...quiet, ...packages], env)
    if (findChromium()) return
  }
  throw new SetupError(
    `Browser tests need a Chromium. Run: sudo apt-get install -y ${packages.join(' ')} (or set CHROMIUM to the path of one).`,
  )
}

/**
 * Runs `work` while no other process of this checkout runs work of that name. The lock is a symbolic link whose target is
 * the owner's process id: made and read in one step each, and never left behind for good.
 * @param {string} name
 * @param {() => Promise<void>} work
 */
export async function locked(name, work) {
  const checkout = createHash('sha256').update(ROOT).digest('hex').slice(0, 12)
  const lock = join(tmpdir(), `qonversion-react-${checkout}-${name}.lock`)
  while (!claim(lock)) {
    if (!isAlive(owner(lock))) rmSync(lock, { force: true })
    await setTimeout(200)
  }
  try {
    await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

/** @param {string} lock */
function claim(lock) {
  try {
    symlinkSync(String(process.pid), lock)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** @param {string} lock */
function owner(lock) {
  try {
    return Number(readlinkSync(lock))
  } catch {
    return 0
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch {
    return false
  }
}

/**
 * When a file changed, in milliseconds; null when there is none.
 * @param {string} path
 */
export function changedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null
}
