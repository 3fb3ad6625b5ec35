import { createFetcher, QonversionProvider } from 'qonversion-react'
import { de } from 'qonversion-react/locales/de'
import { CohortPanel, LtvPanel, useViewInUrl } from 'qonversion-react/panels'
import { lazy, Suspense, useMemo } from 'react'
import type { PublicProject } from '../project.ts'
import type { Role } from '../roles.ts'
import { SegmentsPage } from './SegmentsPage.tsx'
import { usePanelTexts, type Language } from './texts.ts'

// The largest page comes when it is opened.
const ExperimentsPage = lazy(() =>
  import('./ExperimentsPage.tsx').then((module) => ({ default: module.ExperimentsPage })),
)

/** The pages by their names in the address. */
export const PAGES = ['cohorts', 'ltv', 'experiments', 'segments'] as const
export type PageName = (typeof PAGES)[number]

/** Props of `ProjectPage`. */
export interface ProjectPageProps {
  readonly page: PageName
  readonly project: PublicProject
  /** Who looks at it: part of the scope, so that no answer is shown to another. */
  readonly role: Role
  readonly theme: 'auto' | 'light' | 'dark'
  readonly language: Language
}

const TIME_ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone

/** One page of one project, as one role sees it. */
export function ProjectPage({ page, project, role, theme, language }: ProjectPageProps) {
  const { id, now } = project
  const texts = usePanelTexts()
  const fetcher = useMemo(
    () =>
      createFetcher({ baseUrl: '/api/qonversion', headers: { 'x-project': id, 'x-role': role } }),
    [id, role],
  )
  return (
    <QonversionProvider
      fetcher={fetcher}
      scope={`${project.scope}:${role}`}
      now={now === null ? undefined : new Date(now)}
      timeZone={TIME_ZONE}
      theme={theme}
      {...(language === 'de' && { locale: 'de-DE', messages: de })}
    >
      <p className="about">{project.about[language]}</p>
      <div className="card">
        {page === 'cohorts' && <Cohorts {...project} />}
        {page === 'ltv' && <Ltv {...project} />}
        {page === 'experiments' && (
          <Suspense fallback={<p role="status">{texts.loadingPage}</p>}>
            <ExperimentsPage {...{ project, role }} />
          </Suspense>
        )}
        {page === 'segments' && <SegmentsPage />}
      </div>
    </QonversionProvider>
  )
}

/** The cohorts of a project; what a person chose is in the address. */
function Cohorts({ range, currencies, productLengths }: PublicProject) {
  return (
    <CohortPanel
      productLengths={productLengths}
      {...useViewInUrl('cohorts')}
      initialView={{
        ...(range && { range }),
        ...(currencies && { currency: currencies[0]! }),
      }}
      currencies={currencies ?? undefined}
    />
  )
}

/** What the customers of a project are worth by age; what a person chose is in the address. */
function Ltv({ range, currencies }: PublicProject) {
  return (
    <LtvPanel
      {...useViewInUrl('ltv')}
      initialView={{
        ...(range && { range }),
        ...(currencies && { currency: currencies[0]! }),
      }}
      currencies={currencies ?? undefined}
    />
  )
}
