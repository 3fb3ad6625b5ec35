import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { PublicProject } from '../project.ts'
import { Choice } from './Choice.tsx'
import { CohortsPage } from './CohortsPage.tsx'

const THEMES = { auto: 'System', light: 'Light', dark: 'Dark' } as const
type Theme = keyof typeof THEMES

/** The panel: whose data is shown and in which colours, above the one page there is. */
export function App() {
  const projects = useQuery({ queryKey: ['projects'], queryFn: fetchProjects, retry: false })
  const [chosen, choose] = useState(projectInAddress)
  const [theme, setTheme] = useState<Theme>('auto')
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
  const project = projects.data?.find(({ id }) => id === chosen) ?? projects.data?.[0]

  return (
    <>
      <header className="bar">
        <p className="brand">Subscriptions</p>
        {!projects.isError && (
          <Choice
            label="Project"
            value={project?.id ?? ''}
            options={projects.data?.map(({ id, name }) => [id, name]) ?? [['', 'Loading …']]}
            onChange={(id) => {
              history.replaceState(null, '', `?project=${encodeURIComponent(id)}`)
              choose(id)
            }}
          />
        )}
        <Choice
          label="Theme"
          value={theme}
          options={Object.entries(THEMES)}
          onChange={(value) => setTheme(value as Theme)}
        />
      </header>
      <main>
        <h1>Cohorts</h1>
        {project && <CohortsPage key={project.id} project={project} theme={theme} />}
        {projects.isPending && <p role="status">Loading projects …</p>}
        {projects.isError && (
          <div role="alert">
            <p>The panel’s server does not answer. Is “npm start” still running?</p>
            <button type="button" onClick={() => void projects.refetch()}>
              Try again
            </button>
          </div>
        )}
      </main>
    </>
  )
}

async function fetchProjects({ signal }: { signal: AbortSignal }): Promise<PublicProject[]> {
  const response = await fetch('/api/projects', { signal })
  if (!response.ok) throw new Error(`/api/projects answered ${response.status}`)
  return (await response.json()) as PublicProject[]
}

function projectInAddress(): string | null {
  return new URLSearchParams(location.search).get('project')
}
