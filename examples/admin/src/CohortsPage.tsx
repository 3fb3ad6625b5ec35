import { createFetcher, QonversionProvider } from 'qonversion-react'
import { CohortPanel } from 'qonversion-react/panels'
import { useMemo } from 'react'
import type { PublicProject } from '../project.ts'

/** Props of `CohortsPage`. */
export interface CohortsPageProps {
  readonly project: PublicProject
  readonly theme: 'auto' | 'light' | 'dark'
}

/** The cohorts of one project. */
export function CohortsPage({ project, theme }: CohortsPageProps) {
  const { id, scope, now, range, currencies } = project
  const source = useMemo(
    () => ({
      scope,
      fetcher: createFetcher({ baseUrl: '/api/qonversion', headers: { 'x-project': id } }),
    }),
    [id, scope],
  )
  return (
    <QonversionProvider source={source} theme={theme} now={now === null ? undefined : new Date(now)}>
      <p className="about">{project.about}</p>
      <CohortPanel />
    </QonversionProvider>
  )
}
