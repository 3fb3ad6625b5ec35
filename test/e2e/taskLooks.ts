import { expect, type Page } from '@playwright/test'
import { en } from '../../src/i18n/en.ts'
import { de } from '../../src/i18n/locales/de.ts'
import type { Messages } from '../../src/i18n/messages.ts'
import { flaws } from './axe.ts'
import type { Example } from './example.ts'

/*
 * Daily tasks are done in every language and theme. The whole matrix runs at full counts; else each task takes its turn of it.
 */
const LOOKS = [
  { language: 'English', theme: 'Light' },
  { language: 'Deutsch', theme: 'Dark' },
  { language: 'English', theme: 'Dark' },
  { language: 'Deutsch', theme: 'Light' },
] as const
export type Look = (typeof LOOKS)[number]

const full = process.env['VITE_FULL'] === '1'
/** The looks that a task is done in, by its number. */
export const looksOf = (task: number) => (full ? LOOKS : [LOOKS[task % LOOKS.length]!])

/** The words of a look, by the key they have in every language. */
export const wordsOf = ({ language }: Look) => {
  const messages: Messages = language === 'Deutsch' ? de : en
  return (key: keyof Messages, fill: Record<string, string> = {}): string => {
    const text = messages[key]
    const form = typeof text === 'string' ? text : text.other
    return form.replace(/\{(\w+)\}/g, (mark, name: string) => fill[name] ?? mark)
  }
}

/** The panel in a look: choosing that is no part of a task. */
export async function open(
  page: Page,
  { url }: Example,
  look: Look,
  name: 'cohorts' | 'ltv' | 'experiments',
) {
  await page.goto(`${url}/?project=simulation&page=${name}`)
  await page.getByLabel('Theme').selectOption(look.theme)
  await page.getByLabel('Language').selectOption(look.language)
  // By its place: its name is of the language now.
  await page.getByRole('banner').getByRole('combobox').last().focus()
}

/** What must hold at the end of every task. */
export async function expectNoFlaw(page: Page, { complaints }: Example) {
  expect(await flaws(page)).toEqual([])
  expect(complaints).toEqual([])
}
