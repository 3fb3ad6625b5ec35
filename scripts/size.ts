import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './ensure.mjs'
import { weigh } from './weigh.ts'

/** What a browser may pay for the package beside its peers, in kB of 1,000 bytes, gzip. */
const budgets = [
  {
    name: 'useCohorts',
    kilobytes: 7.5,
    source: `export { useCohorts } from '${door('index')}'`,
  },
  {
    name: 'provider + useCohorts',
    kilobytes: 8,
    source: `export { QonversionProvider, useCohorts } from '${door('index')}'`,
  },
  {
    name: 'all of the door .',
    kilobytes: 30,
    source: `export * from '${door('index')}'`,
  },
  {
    // What the first picture needs: the grid of every mode, view and split with its states, basis and means, its colours,
    // window and keyboard, its texts and notices, formats, and what is shown of a problem. What explains numbers, clicks and
    // ranges, tooltips, charts, comparison and files come with the first that asks for them; what keeps a gesture until then, and
    // says where one of them does not load, is here. Dates to mark (1 kB) come at once: late, each table with them was drawn
    // twice, and a server's HTML had none.
    name: 'CohortTable',
    kilobytes: 23.8,
    source: `export { CohortTable } from '${door('components')}'`,
  },
  {
    // What the table cannot be smaller than: its numbers, before anything is drawn,
    name: 'of CohortTable: grid, views, means, colours',
    kilobytes: 6,
    source: `export { buildCohortGrids, readCell, summarize, createHeat, viewsOf } from '${door('components')}'`,
  },
  {
    // and with its lines, texts, formats, sorting and keyboard, for markup of the host's own.
    name: 'of CohortTable: useCohortTable',
    kilobytes: 13,
    source: `export { useCohortTable } from '${door('components')}'`,
  },
  {
    // The table, provider and hooks with their engine (8 kB), the choices of a view, and the controls in view; those behind
    // the fold, pictures and files come later.
    name: 'provider + CohortPanel',
    kilobytes: 38,
    source: `export { QonversionProvider } from '${door('index')}'\nexport { CohortPanel } from '${door('panels')}'`,
  },
  {
    name: 'searchable list of a filter, loaded on first opening',
    kilobytes: 32,
    source: `export { SearchList } from '${join(ROOT, 'dist', 'ui', 'SearchList.js')}'`,
  },
  {
    name: 'CohortHeatmap',
    kilobytes: 30,
    source: `export { CohortHeatmap } from '${door('components')}'`,
  },
  {
    name: 'RetentionCurves',
    kilobytes: 30,
    source: `export { RetentionCurves } from '${door('components')}'`,
  },
  {
    // Every engine with its distributions, health, the decision and what it says, the plan of a test, phases, totals of the API, and
    // what a host's server counts its own log with. The texts themselves apart.
    name: 'experiment statistics',
    kilobytes: 12,
    source: `export { analyze, analyzeOtherwise, decide, armsFromSummary, describeResult, detectableEffect, planSample, poolPhases, resultsFromEvents } from '${door('components')}'`,
  },
  {
    // Statistics with sentences (12 kB), the chart over time, and what every answer has. The file comes when it is asked for.
    name: 'ExperimentResults',
    kilobytes: 35,
    source: `export { ExperimentResults } from '${door('components')}'`,
  },
  {
    // The statistics without the planner (10 kB): a word for each row. The file comes when it is asked for.
    name: 'ExperimentTable',
    kilobytes: 20,
    source: `export { ExperimentTable } from '${door('components')}'`,
  },
  {
    // The table, provider and hooks with their engine (8 kB). Actions and results come with the experiment that is opened, the form with
    // the first that is written.
    name: 'provider + ExperimentsPanel',
    kilobytes: 35.4,
    source: `export { QonversionProvider } from '${door('index')}'\nexport { ExperimentsPanel } from '${door('panels')}'`,
  },
  {
    // Fields, checks and warnings, the plan and the metrics of the API.
    name: 'ExperimentForm',
    kilobytes: 16,
    source: `export { ExperimentForm } from '${door('components')}'`,
  },
  {
    // With the power of sequences, which is what it counts by.
    name: 'SampleSizePlanner',
    kilobytes: 18,
    source: `export { SampleSizePlanner } from '${door('components')}'`,
  },
  {
    name: 'LtvChart',
    kilobytes: 30,
    source: `export { LtvChart } from '${door('components')}'`,
  },
]

if (!existsSync(door('index'))) {
  console.error('There is no dist to measure. Run: npm run build')
  process.exit(1)
}
const rows = await Promise.all(
  budgets.map(async ({ name, kilobytes, source }) => {
    const { first, later, modules } = await weigh(source)
    return {
      name,
      first: kB(first),
      budget: kilobytes,
      later: kB(later),
      fits: first <= kilobytes * 1000,
      modules,
    }
  }),
)
console.log('gzip kB, peers external; "later" is what is loaded on first use')
console.table(rows, ['name', 'first', 'budget', 'later', 'fits'])
if (process.argv.includes('--modules'))
  for (const { name, modules } of rows) {
    console.log(`${name}: the heaviest modules, bytes before minifying`)
    console.table(modules.slice(0, 15))
  }
if (rows.some((row) => !row.fits)) process.exitCode = 1

function door(name: string): string {
  return join(ROOT, 'dist', 'entries', `${name}.js`)
}

function kB(bytes: number): number {
  return Number((bytes / 1000).toFixed(2))
}
