// @vitest-environment node
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inline } from '../../scripts/styles.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'styles-'))
})
afterAll(() => rm(folder, { recursive: true }))

const sheet = async (name: string, text: string) => {
  await writeFile(join(folder, name), text)
  return join(folder, name)
}

it('puts each sheet where it is imported, in order and untouched', async () => {
  await sheet('colours.css', '.a {\n  color: light-dark(#fff, #000);\n}\n')
  await sheet('parts.css', "@import './colours.css';\n.b {\n  inset-inline: 0.5em;\n}\n")
  const index = await sheet('index.css', '@import \'./parts.css\';\n@import "./last.css";\n')
  await sheet('last.css', '.c::after {\n  content: "$&";\n}\n')
  expect(await inline(index)).toBe(
    '.a {\n  color: light-dark(#fff, #000);\n}\n.b {\n  inset-inline: 0.5em;\n}\n.c::after {\n  content: "$&";\n}\n',
  )
})

it('refuses an import with a condition, which inlining would lose', async () => {
  const index = await sheet('print.css', "@import './colours.css' print;\n")
  await expect(inline(index)).rejects.toThrow(/print\.css has "@import '.\/colours.css' print;"/)
})
