import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type MouseEvent } from 'react'
import type { PublicProject } from '../project.ts'
import { readRole, ROLES } from '../roles.ts'
import { addressOf, goTo, useParameter } from './address.ts'
import { PAGES, ProjectPage } from './ProjectPage.tsx'
import { Choice } from './Choice.tsx'
import { TEXTS, TextsContext, type Language } from './texts.ts'

const THEMES = ['auto', 'light', 'dark'] as const
const LANGUAGES = { en: 'English', de: 'Deutsch' } as const
type Theme = (typeof THEMES)[number]

/** The panel: whose data is shown, in which language and colours, as whom, above one page of it. */
export function App() {
  const projects = useQuery({ queryKey: ['projects'], queryFn: fetchProjects, retry: false })
  const chosen = useParameter('project')
  const asked = useParameter('page')
  const page = PAGES.find((name) => name === asked) ?? 'cohorts'
  const as = useParameter('as')
  const role = readRole(as)
  const [theme, setTheme] = useState<Theme>('auto')
  const [language, setLanguage] = useState<Language>('en')
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const texts = TEXTS[language]
  const project = projects.data?.find(({ id }) => id === chosen) ?? projects.data?.[0]

  return (
    <TextsContext.Provider value={texts}>
      <header className="bar">
        <p className="brand">{texts.brand}</p>
        <nav className="pages" aria-label={texts.pages}>
          {PAGES.map((name) => {
            const address = addressOf({ project: chosen, page: name, as })
            return (
              <a
                key={name}
                href={address}
                aria-current={name === page ? 'page' : undefined}
                onClick={(event) => follow(event, address)}
              >
                {texts.page[name]}
              </a>
            )
          })}
        </nav>
        <div className="choices">
          {!projects.isError && (
            <Choice
              label={texts.project}
              value={project?.id ?? ''}
              options={projects.data?.map(({ id, name }) => [id, name]) ?? [['', texts.loading]]}
              onChange={(id) => goTo(addressOf({ project: id, page: asked, as }))}
            />
          )}
          <Choice
            label={texts.viewAs}
            value={role}
            options={ROLES.map((name) => [name, texts.role[name]])}
            onChange={(name) => goTo(addressOf({ project: chosen, page: asked, as: name }))}
          />
          <Choice
            label={texts.language}
            value={language}
            options={Object.entries(LANGUAGES)}
            onChange={(value) => setLanguage(value as Language)}
          />
          <Choice
            label={texts.theme}
            value={theme}
            options={THEMES.map((name) => [name, texts.themes[name]])}
            onChange={(value) => setTheme(value as Theme)}
          />
        </div>
      </header>
      <main>
        <h1>{texts.page[page]}</h1>
        {project && (
          <ProjectPage key={project.id} {...{ page, project, role, theme }} language={language} />
        )}
        {projects.isPending && <p role="status">{texts.loadingProjects}</p>}
        {projects.isError && (
          <div role="alert">
            <p>{texts.noServer}</p>
            <button type="button" onClick={() => void projects.refetch()}>
              {texts.tryAgain}
            </button>
          </div>
        )}
      </main>
    </TextsContext.Provider>
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
