import { FORMULA } from '../../core/csv.ts'
import { LEADING, type CohortDrawing } from './cohortDrawing.ts'
import { cohortHeading, columnHeading, sizeHeading } from './cohortTexts.ts'
import type { CohortLine } from './grid.lines.model.ts'
import type { CellState, CohortColumn, CohortValue } from './grid.types.ts'
import type { cohortCopy } from '../../i18n/en/cohortCopy.ts'
import type { Translate } from '../../i18n/translate.ts'

/** A block of the table as it is copied: from the grid, so cells that are not on the screen are in it. */
export interface CopiedBlock {
  /** Headings: the cohorts', the sizes' and the periods'. */
  readonly headings: readonly string[]
  readonly lines: readonly CopiedLine[]
  /** Sentences under the block: the question, and which numbers are not complete. */
  readonly notes: readonly string[]
}

/** One line of a copied block. */
export interface CopiedLine {
  readonly heading: string
  readonly size: number | null
  readonly cells: readonly Pick<CohortValue, 'value' | 'state'>[]
}

/** What a block of the table is made of. */
export interface BlockParts {
  readonly lines: readonly CohortLine[]
  readonly columns: readonly CohortColumn[]
  /** Names of segments by their value: a cohort of a segment is named with it. */
  readonly segmentNames: ReadonlyMap<string | null, string>
  /** The question, in one line. */
  readonly label: string
  readonly t: Translate<keyof typeof cohortCopy>
}

/** Reads a block of the table. */
export function tableBlock(drawing: CohortDrawing, parts: BlockParts): CopiedBlock {
  const { texts, grid } = drawing
  const { columns, segmentNames, label, t } = parts
  const headings = [
    cohortHeading(texts, grid.grouping),
    sizeHeading(texts, grid.definition),
    ...columns.map((column) => columnHeading(texts, column)),
  ]
  const lines = parts.lines.map((line) => {
    const name = line.kind === 'segment' ? undefined : segmentNames.get(line.segment)
    return {
      heading: [name, drawing.label(line)].filter(Boolean).join(' · '),
      size: sizeOf(line),
      cells: columns.map(({ index }) => drawing.value(line, index)),
    }
  })
  const unfinished = [...unfinishedCells({ headings, lines })].map(([state, names]) => {
    const named = names.slice(0, MOST_NAMED).join(', ')
    const left = texts.format.count(names.length - MOST_NAMED)
    const cells =
      names.length > MOST_NAMED ? t('cohorts.copy.more', { cells: named, n: left }) : named
    return t('cohorts.copy.unfinished', { state: texts.t(`cohorts.state.${state}`), cells })
  })
  return { headings, lines, notes: [label, ...unfinished] }
}

// A wide table of young cohorts has hundreds of them.
const MOST_NAMED = 12

function sizeOf(line: CohortLine): number | null {
  if (line.kind === 'cohort') return line.grid.rows[line.row]!.size
  return line.kind === 'mean' || line.kind === 'median' ? null : (line.grid.total?.size ?? null)
}

/**
 * A block for the clipboard, as tab-separated text and as an HTML table. Numbers are plain, with the decimal mark of the
 * viewer's locale, as that is how their spreadsheet reads them; shares are fractions. No value is an empty cell, never 0;
 * what is not complete is italic in HTML and named in the notes.
 */
export function copyBlock(
  { headings, lines, notes }: CopiedBlock,
  locale: string,
): { text: string; html: string } {
  const number = plainNumber(locale)
  const shown = (value: number | null) => (value === null ? '' : number(value))
  const rows = lines.map(({ heading, size, cells }) => [
    inert(heading),
    shown(size),
    ...cells.map(({ value }) => shown(value)),
  ])
  const text = [headings.map(inert), ...rows, [''], ...notes.map((note) => [inert(note)])]
  const htmlRows = lines.map(({ heading, size, cells }) =>
    [
      `<th>${escapeHtml(inert(heading))}</th>`,
      numberCell(size, shown(size), true),
      ...cells.map(({ value, state }) => numberCell(value, shown(value), state === 'final')),
    ].join(''),
  )
  const head = headings.map((heading) => `<th>${escapeHtml(inert(heading))}</th>`).join('')
  return {
    text: text.map((fields) => fields.map(quoted).join('\t')).join('\r\n'),
    html: [
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><meta charset="utf-8">',
      `<table><thead><tr>${head}</tr></thead>`,
      `<tbody>${htmlRows.map((cells) => `<tr>${cells}</tr>`).join('')}</tbody></table>`,
      ...notes.map((note) => `<p>${escapeHtml(inert(note))}</p>`),
      '</html>',
    ].join(''),
  }
}

/** State of a number that may still move. */
type Unfinished = Exclude<CellState, 'final' | 'future' | 'missing'>

/** The cells of a block that have a number which is not complete, by state, as `cohort column`. */
export function unfinishedCells({
  headings,
  lines,
}: Pick<CopiedBlock, 'headings' | 'lines'>): ReadonlyMap<Unfinished, readonly string[]> {
  const found = new Map<Unfinished, string[]>()
  for (const { heading, cells } of lines)
    for (const [index, { value, state }] of cells.entries()) {
      if (value === null || state === 'final' || state === 'future' || state === 'missing') continue
      const names = found.get(state) ?? []
      names.push(`${heading} ${headings[index + LEADING]}`)
      found.set(state, names)
    }
  return found
}

// Fifteen digits are what a spreadsheet keeps; the sixteenth is the noise of a binary fraction.
const PLAIN = /* @__PURE__ */ new Intl.NumberFormat('en-US', {
  useGrouping: false,
  maximumSignificantDigits: 15,
})

function plainNumber(locale: string): (value: number) => string {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5)
  const hasComma = parts.some(({ type, value }) => type === 'decimal' && value === ',')
  // Adding zero: not -0.
  return (value) => PLAIN.format(value + 0).replace('.', hasComma ? ',' : '.')
}

/** Excel takes the number from `x:num`, whatever its locale makes of the text. */
function numberCell(value: number | null, shown: string, isFinal: boolean): string {
  if (value === null) return '<td></td>'
  return `<td x:num="${value}">${isFinal ? shown : `<i>${shown}</i>`}</td>`
}

/** A text that is one cell, and none that a spreadsheet would run. */
function inert(text: string): string {
  const line = text.replaceAll(/[\t\r\n]+/g, ' ')
  return FORMULA.test(line) ? `'${line}` : line
}

/** A text with a quotation mark would else run on to the next one. */
const quoted = (text: string): string =>
  text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
