import { createFetcher, QonversionProvider } from 'qonversion-react'
import { CohortPanel } from 'qonversion-react/panels'
import { useMemo } from 'react'
import type { PublicProject } from '../project.ts'

/** Props of `CohortsPage`. */
export interface CohortsPageProps {
  readonly project: PublicProject
  readonly theme: 'auto' | 'light' | 'dark'
}

const TIME_ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone

/** The cohorts of one project. */
export function CohortsPage({ project, theme }: CohortsPageProps) {
  const { id, now, range, currencies } = project
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
    >
      <p className="about">{project.about}</p>
      <div className="card">
        <CohortPanel
          initialView={{
            grouping: 'month',
            ...range,
            ...(currencies && { currency: currencies[0]! }),
          }}
          currencies={currencies ?? undefined}
        />
      </div>
    </QonversionProvider>
  )
}
