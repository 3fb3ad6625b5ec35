import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from '../../scripts/ensure.mjs'

const FIXTURE = join(ROOT, 'test/fixtures/guides')

/** A piece of code that a guide shows, with the file that its first line names. */
export interface Block {
  readonly path: string
  readonly code: string
}

/** The pieces of TypeScript in a guide. Throws for one whose first line names no file: nobody could try it. */
export function blocksOf(guide: string): Block[] {
  const text = readFileSync(join(ROOT, 'stories/guides', guide), 'utf8')
  return [...text.matchAll(/^```tsx?\n([^]*?)^```$/gm)].map(([, code = '']) => {
    const path = /^\/\/ ([^\s]+\.tsx?)\n/.exec(code)?.[1]
    if (!path) throw new Error(`${guide} shows code that names no file: ${code.slice(0, 60)}`)
    return { path, code }
  })
}

/** Writes the pieces of a guide as the files they name, with the host's own that they import. */
export function writeGuide(guide: string, folder: string): void {
  for (const { path, code } of blocksOf(guide)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), code)
  }
  for (const room of ['server', 'worker'])
    cpSync(join(FIXTURE, 'session.ts'), join(folder, room, 'session.ts'))
  cpSync(join(FIXTURE, 'preload.ts'), join(folder, 'preload.ts'))
}

/** Guides in a new folder of the checkout, where the package is found by its name, ready to be type-checked. */
export function createGuides(...guides: readonly string[]): string {
  mkdirSync(join(ROOT, 'test-results'), { recursive: true })
  const folder = mkdtempSync(join(ROOT, 'test-results', 'guide-'))
  for (const guide of guides) writeGuide(guide, folder)
  for (const file of ['tsconfig.json', 'css.d.ts']) cpSync(join(FIXTURE, file), join(folder, file))
  return folder
}
