import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { ROOT } from './ensure.mjs'

const IMPORT = /^@import\s+['"]([^'"]+)['"]\s*;[ \t]*\n?/gm

/**
 * The text of a style sheet with every `@import` replaced by the sheet it names, in place and in order; values are not
 * touched. Throws for an import that says more than a file (a layer, a media query), which could not be kept.
 */
export async function inline(path: string): Promise<string> {
  const text = await readFile(path, 'utf8')
  const sheets = await Promise.all(
    [...text.matchAll(IMPORT)].map((found) => inline(join(dirname(path), found[1]!))),
  )
  const whole = text.replace(IMPORT, () => sheets.shift()!)
  const left = /@import[^;]*;?/.exec(whole)
  if (left)
    throw new Error(
      `${relative(ROOT, path)} has "${left[0]}". Only @import './sheet.css'; can be inlined: write the condition into the sheet.`,
    )
  return whole
}

if (import.meta.main) {
  const sheet = await inline(join(ROOT, 'src/styles/index.css'))
  await mkdir(join(ROOT, 'dist'), { recursive: true })
  await writeFile(join(ROOT, 'dist/styles.css'), sheet)
  await writeFile(join(ROOT, 'dist/styles.layer.css'), `@layer qonversion {\n${sheet}}\n`)
}
