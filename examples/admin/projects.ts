import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import {
  createSandbox,
  endOfTransactions,
  parseTransactions,
  type Sandbox,
  type Transaction,
} from 'qonversion-react/sandbox'
import { serve } from '../../scripts/serve.ts'
import type { OwnLog } from './experiments/ownLog.ts'
import type { PublicProject } from './project.ts'

/** A project as the server knows it. */
export interface Project {
  readonly page: PublicProject
  readonly secretKey: string
  /** True for a project whose data is somebody's business. */
  readonly isReal: boolean
  /** Where its API answers, version included. */
  readonly upstream: string
  /** What the host knows of its users row by row; null where it keeps nothing. */
  readonly ownLog: OwnLog | null
  /** Ends its sandbox; nothing for a real one. */
  close(): Promise<void>
}

/** Options of `openProjects`. */
export interface ProjectsOptions {
  /** A purchase log (CSV) in the shop's place. */
  readonly transactions?: string | undefined
  /** The key of a real project: it is shown in place of the two. */
  readonly secretKey?: string | undefined
}

const SHOP_LOG = `${import.meta.dirname}/data/cdnow_sample.csv`

/**
 * The projects of the panel: a simulated subscription business and a real shop, each behind a sandbox of its own that is
 * reached over HTTP as the API would be; or the one project of a real key. Throws when the purchase log cannot be read.
 */
export async function openProjects({
  transactions,
  secretKey,
}: ProjectsOptions): Promise<Project[]> {
  if (secretKey && transactions)
    throw new Error(
      'With QONVERSION_SECRET_KEY the panel shows that project, so there is no place for --transactions. Leave one of the two out.',
    )
  if (secretKey) return [realProject(secretKey)]
  const log = parseTransactions(await readLog(transactions ?? SHOP_LOG))
  return [await simulatedProject(), await shopProject(log, transactions)]
}

const realProject = (secretKey: string): Project => ({
  page: {
    id: 'qonversion',
    name: 'Qonversion project',
    about: {
      en: 'Live data of the project whose Secret Key this server holds.',
      de: 'Daten des Projekts, dessen Secret Key dieser Server hat, wie sie jetzt sind.',
    },
    scope: 'qonversion:production',
    now: null,
    range: null,
    currencies: null,
    productLengths: {},
  },
  secretKey,
  isReal: true,
  upstream: 'https://api.qonversion.io/v4',
  ownLog: null,
  close: async () => {},
})

function simulatedProject(): Promise<Project> {
  const secretKey = 'sk_simulation_demo'
  const page: PublicProject = {
    id: 'simulation',
    name: 'Simulated subscriptions',
    about: {
      en: 'A simulated subscription business: 20,000 customers over 18 months, up to this minute.',
      de: 'Ein simuliertes Abo-Geschäft: 20.000 Kunden in 18 Monaten, bis zu dieser Minute.',
    },
    scope: 'simulation:production',
    now: null,
    range: null,
    currencies: null,
    productLengths: {
      premium_weekly: 'week',
      premium_monthly: 'month',
      premium_yearly: 'year',
      pro_monthly: 'month',
      coaching_monthly: 'month',
    },
  }
  return behindSandbox(
    page,
    secretKey,
    createSandbox({ seed: 1, now: () => new Date(), secretKey }),
  )
}

function shopProject(
  transactions: readonly Transaction[],
  file: string | undefined,
): Promise<Project> {
  const secretKey = 'sk_shop_demo'
  const now = endOfTransactions(transactions)
  const first = transactions.reduce((least, row) => Math.min(least, row.purchased_at), Infinity)
  const page: PublicProject = {
    id: 'shop',
    name: file ? 'Purchase log' : 'Real shop',
    about: file
      ? {
          en: `Every purchase in ${basename(file)}.`,
          de: `Jeder Kauf in ${basename(file)}.`,
        }
      : {
          en: 'Every purchase of 2,357 customers of an online shop, January 1997 to June 1998.',
          de: 'Jeder Kauf von 2.357 Kunden eines Online-Shops, Januar 1997 bis Juni 1998.',
        },
    scope: 'shop:production',
    now: now.toISOString(),
    range: {
      from: day(first * 1000),
      through: day(now.getTime() - 1),
    },
    currencies: [...new Set(transactions.map((row) => row.currency))],
    productLengths: {},
  }
  return behindSandbox(page, secretKey, createSandbox({ seed: 1, now, transactions, secretKey }))
}

async function behindSandbox(
  page: PublicProject,
  secretKey: string,
  sandbox: Sandbox,
): Promise<Project> {
  const served = await serve((request) => sandbox.handle(request))
  return {
    page,
    secretKey,
    isReal: false,
    upstream: `${served.url}/v4`,
    ownLog: sandbox,
    close: () => served.close(),
  }
}

async function readLog(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new Error(`The purchase log ${path} cannot be opened. Give the path of a CSV file.`, {
      cause,
    })
  }
}

const day = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10)
