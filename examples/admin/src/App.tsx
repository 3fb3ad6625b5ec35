import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type MouseEvent } from 'react'
import type { PublicProject } from '../project.ts'
import { readRole, ROLES } from '../roles.ts'
import { addressOf, goTo, useParameter } from './address.ts'
import { PAGES, ProjectPage, type PageName } from './ProjectPage.tsx'
import { Choice } from './Choice.tsx'

const THEMES = { auto: 'System', light: 'Light', dark: 'Dark' } as const
const LANGUAGES = { en: 'English', de: 'Deutsch' } as const
type Theme = keyof typeof THEMES
type Language = keyof typeof LANGUAGES

/** The panel: whose data is shown, in which language and colours, as whom, above one page of it. */
export function App() {
  const projects = useQuery({ queryKey: ['projects'], queryFn: fetchProjects, retry: false })
  const chosen = useParameter('project')
  const asked = useParameter('page')
  const page = asked !== null && Object.hasOwn(PAGES, asked) ? (asked as PageName) : 'cohorts'
  const as = useParameter('as')
  const role = readRole(as)
  const [theme, setTheme] = useState<Theme>('auto')
  const [language, setLanguage] = useState<Language>('en')
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
  const project = projects.data?.find(({ id }) => id === chosen) ?? projects.data?.[0]

  return (
    <>
      <header className="bar">
        <p className="brand">Subscriptions</p>
        <nav className="pages" aria-label="Pages">
          {Object.entries(PAGES).map(([name, title]) => {
            const address = addressOf({ project: chosen, page: name, as })
            return (
              <a
                key={name}
                href={address}
                aria-current={name === page ? 'page' : undefined}
                onClick={(event) => follow(event, address)}
              >
                {title}
              </a>
            )
          })}
        </nav>
        <div className="choices">
          {!projects.isError && (
            <Choice
              label="Project"
              value={project?.id ?? ''}
              options={projects.data?.map(({ id, name }) => [id, name]) ?? [['', 'Loading …']]}
              onChange={(id) => goTo(addressOf({ project: id, page: asked, as }))}
            />
          )}
          <Choice
            label="View as"
            value={role}
            options={Object.entries(ROLES)}
            onChange={(name) => goTo(addressOf({ project: chosen, page: asked, as: name }))}
          />
          <Choice
            label="Language"
            value={language}
            options={Object.entries(LANGUAGES)}
            onChange={(value) => setLanguage(value as Language)}
          />
          <Choice
            label="Theme"
            value={theme}
            options={Object.entries(THEMES)}
            onChange={(value) => setTheme(value as Theme)}
          />
        </div>
      </header>
      <main>
        <h1>{PAGES[page]}</h1>
        {project && (
          <ProjectPage
            key={project.id}
            {...{ page, project, role, theme }}
            isGerman={language === 'de'}
          />
        )}
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

/** A plain click changes the page in place; any other one is the browser's. */
function follow(event: MouseEvent, address: string): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  goTo(address)
}

async function fetchProjects({ signal }: { signal: AbortSignal }): Promise<PublicProject[]> {
  const response = await fetch('/api/projects', { signal })
  if (!response.ok) throw new Error(`/api/projects answered ${response.status}`)
  return (await response.json()) as PublicProject[]
}
