import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from '../../scripts/ensure.mjs'

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

/** Writes the pieces of a guide as the files they name into a new folder of the checkout, where the package is found by its name. */
export function writeGuide(guide: string): string {
  mkdirSync(join(ROOT, 'test-results'), { recursive: true })
  const folder = mkdtempSync(join(ROOT, 'test-results', 'guide-'))
  for (const { path, code } of blocksOf(guide)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), code)
  }
  const fixture = join(ROOT, 'test/fixtures/guides')
  for (const room of ['server', 'worker'])
    cpSync(join(fixture, 'session.ts'), join(folder, room, 'session.ts'))
  for (const file of ['tsconfig.json', 'css.d.ts', 'preload.ts'])
    cpSync(join(fixture, file), join(folder, file))
  return folder
}
