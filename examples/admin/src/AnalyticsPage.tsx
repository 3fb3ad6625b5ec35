import { createFetcher, QonversionProvider } from 'qonversion-react'
import { de } from 'qonversion-react/locales/de'
import { CohortPanel, LtvPanel, useViewInUrl } from 'qonversion-react/panels'
import { useMemo } from 'react'
import type { PublicProject } from '../project.ts'

/** The pages by their names in the address. */
export const PAGES = { cohorts: 'Cohorts', ltv: 'Lifetime value' } as const
export type PageName = keyof typeof PAGES

/** Props of `AnalyticsPage`. */
export interface AnalyticsPageProps {
  readonly page: PageName
  readonly project: PublicProject
  readonly theme: 'auto' | 'light' | 'dark'
  readonly isGerman: boolean
}

const TIME_ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone

/** One page of analytics of one project. */
export function AnalyticsPage({ page, project, theme, isGerman }: AnalyticsPageProps) {
  const { id, now } = project
  const fetcher = useMemo(
    () => createFetcher({ baseUrl: '/api/qonversion', headers: { 'x-project': id } }),
    [id],
  )
  return (
    <QonversionProvider
      fetcher={fetcher}
      scope={project.scope}
      now={now === null ? undefined : new Date(now)}
      timeZone={TIME_ZONE}
      theme={theme}
      {...(isGerman && { locale: 'de-DE', messages: de })}
    >
      <p className="about">{project.about}</p>
      <div className="card">
        {page === 'cohorts' ? <Cohorts {...project} /> : <Ltv {...project} />}
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
