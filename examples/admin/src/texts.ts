import { createContext, useContext } from 'react'
import type { Role } from '../roles.ts'
import type { PageName } from './ProjectPage.tsx'

/** The panel's own words; those of the library come from `qonversion-react/locales/de`. */
export interface PanelTexts {
  readonly brand: string
  readonly pages: string
  readonly page: Readonly<Record<PageName, string>>
  readonly project: string
  readonly viewAs: string
  readonly role: Readonly<Record<Role, string>>
  readonly language: string
  readonly theme: string
  readonly themes: Readonly<Record<'auto' | 'light' | 'dark', string>>
  readonly loading: string
  readonly loadingProjects: string
  readonly loadingPage: string
  readonly loadingPlans: string
  readonly loadingSegments: string
  readonly noServer: string
  readonly tryAgain: string
  readonly notKept: (why: string) => string
  readonly noPlans: (why: string) => string
  readonly segments: string
  readonly name: string
  readonly rules: string
  readonly made: string
  readonly change: string
  readonly everyone: string
  readonly and: string
  readonly not: string
  readonly remove: string
  readonly removeNamed: (name: string) => string
  readonly removeAsk: (name: string) => string
  readonly moreSegments: string
  readonly platform: string
  readonly everyPlatform: string
  readonly addSegment: string
  readonly added: (name: string) => string
  readonly comparators: Readonly<Record<string, string>>
}

const en: PanelTexts = {
  brand: 'Subscriptions',
  pages: 'Pages',
  page: {
    cohorts: 'Cohorts',
    ltv: 'Lifetime value',
    experiments: 'Experiments',
    segments: 'Segments',
  },
  project: 'Project',
  viewAs: 'View as',
  role: { admin: 'Admin', analyst: 'Analyst' },
  language: 'Language',
  theme: 'Theme',
  themes: { auto: 'System', light: 'Light', dark: 'Dark' },
  loading: 'Loading …',
  loadingProjects: 'Loading projects …',
  loadingPage: 'Loading the page …',
  loadingPlans: 'Loading the plans and results of experiments …',
  loadingSegments: 'Loading segments …',
  noServer: 'The panel’s server does not answer. Is “npm start” still running?',
  tryAgain: 'Try again',
  notKept: (why) => `The plan was not kept. ${why}`,
  noPlans: (why) =>
    `The panel’s own plans and results could not be loaded, so the API’s totals are shown. ${why}`,
  segments: 'Segments of the project',
  name: 'Name',
  rules: 'Rules',
  made: 'Made',
  change: 'Change',
  everyone: 'Everyone',
  and: ' and ',
  not: 'not: ',
  remove: 'Remove',
  removeNamed: (name) => `Remove ${name}`,
  removeAsk: (name) => `Remove the segment “${name}”?`,
  moreSegments: 'More segments',
  platform: 'Platform',
  everyPlatform: 'Every platform',
  addSegment: 'Add segment',
  added: (name) => `Added “${name}”.`,
  comparators: {
    eq: 'is',
    ne: 'is not',
    gt: 'is above',
    gte: 'is at least',
    lt: 'is below',
    lte: 'is at most',
    contains: 'contains',
    not_contains: 'does not contain',
  },
}

const de: PanelTexts = {
  brand: 'Abonnements',
  pages: 'Seiten',
  page: {
    cohorts: 'Kohorten',
    ltv: 'Kundenwert',
    experiments: 'Experimente',
    segments: 'Segmente',
  },
  project: 'Projekt',
  viewAs: 'Ansicht als',
  role: { admin: 'Admin', analyst: 'Analyst' },
  language: 'Sprache',
  theme: 'Farben',
  themes: { auto: 'System', light: 'Hell', dark: 'Dunkel' },
  loading: 'Wird geladen …',
  loadingProjects: 'Projekte werden geladen …',
  loadingPage: 'Die Seite wird geladen …',
  loadingPlans: 'Pläne und Ergebnisse der Experimente werden geladen …',
  loadingSegments: 'Segmente werden geladen …',
  noServer: 'Der Server des Panels antwortet nicht. Läuft „npm start“ noch?',
  tryAgain: 'Erneut versuchen',
  notKept: (why) => `Der Plan wurde nicht aufbewahrt. ${why}`,
  noPlans: (why) =>
    `Die eigenen Pläne und Ergebnisse des Panels konnten nicht geladen werden; zu sehen sind die Summen der API. ${why}`,
  segments: 'Segmente des Projekts',
  name: 'Name',
  rules: 'Regeln',
  made: 'Angelegt',
  change: 'Ändern',
  everyone: 'Alle',
  and: ' und ',
  not: 'nicht: ',
  remove: 'Entfernen',
  removeNamed: (name) => `${name} entfernen`,
  removeAsk: (name) => `Das Segment „${name}“ entfernen?`,
  moreSegments: 'Mehr Segmente',
  platform: 'Plattform',
  everyPlatform: 'Alle Plattformen',
  addSegment: 'Segment hinzufügen',
  added: (name) => `„${name}“ ist hinzugefügt.`,
  comparators: {
    eq: 'ist',
    ne: 'ist nicht',
    gt: 'ist über',
    gte: 'ist mindestens',
    lt: 'ist unter',
    lte: 'ist höchstens',
    contains: 'enthält',
    not_contains: 'enthält nicht',
  },
}

/** The panel's words by language. */
export const TEXTS = { en, de } as const

/** A language of the panel. */
export type Language = keyof typeof TEXTS

/** The words of the language that is chosen. */
export const TextsContext = createContext<PanelTexts>(en)

/** The panel's words in the language that is chosen. */
export const usePanelTexts = (): PanelTexts => useContext(TextsContext)
