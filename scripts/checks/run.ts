import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { constants } from 'node:os'
import { stripVTControlCharacters } from 'node:util'
import type { Tally } from './tally.ts'

/** One step of the whole run: a command and how its end is counted. */
export interface Step {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  /** Where the command writes its JSON report, when it writes one. */
  readonly report?: string
  /** Counts the step from its exit code and report; the report is null when there is none. */
  readonly count: (code: number, report: unknown) => Tally
}

/** How a step ended. */
export interface StepResult {
  readonly tally: Tally
  readonly seconds: number
  /** The lines that began with `figure:`. */
  readonly figures: readonly string[]
}

/** Options of `runStep`. */
export interface RunOptions {
  readonly cwd: string
  /** The step is killed, and so has failed, when it has not ended by then. */
  readonly limitSeconds: number
  readonly env?: NodeJS.ProcessEnv
  /** Where the step's own output goes, as it comes. */
  readonly write: (text: string) => void
}

/** Runs one step to its end, whatever that is: a failed, crashed or hanging command is a result, never an exception. */
export async function runStep(step: Step, options: RunOptions): Promise<StepResult> {
  // The report of an earlier run must not speak for one that crashed.
  if (step.report) await rm(step.report, { force: true })
  const from = performance.now()
  const { code, output } = await finish(step, options)
  const report = step.report ? await readJson(step.report) : null
  const lines = stripVTControlCharacters(output).split('\n')
  return {
    tally: step.count(code, report),
    seconds: (performance.now() - from) / 1000,
    figures: lines.map((text) => text.trim()).filter((text) => text.startsWith('figure:')),
  }
}

function finish(step: Step, options: RunOptions): Promise<{ code: number; output: string }> {
  const { cwd, limitSeconds, write } = options
  return new Promise((resolve) => {
    let output = ''
    const take = (text: string) => {
      output += text
      write(text)
    }
    // A process group of its own, so that a limit reaches browsers and workers as well.
    const child = spawn(step.command, step.args, {
      cwd,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...options.env },
    })
    const kill = () => {
      if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
    }
    const limit = setTimeout(() => {
      take(`\n${step.name} did not end within ${limitSeconds} s and was stopped.\n`)
      kill()
    }, limitSeconds * 1000)
    const end = (code: number) => {
      clearTimeout(limit)
      process.off('exit', kill)
      resolve({ code, output })
    }
    process.once('exit', kill)
    child.stdout.setEncoding('utf8').on('data', take)
    child.stderr.setEncoding('utf8').on('data', take)
    child.on('error', (error) => {
      take(`${step.command} could not be started: ${error.message}\n`)
      end(127)
    })
    child.on('close', (code, signal) => {
      if (signal) take(`\n${step.name} was ended by ${signal}.\n`)
      end(code ?? 128 + (signal ? constants.signals[signal] : 0))
    })
  })
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as unknown
  } catch {
    return null
  }
}
