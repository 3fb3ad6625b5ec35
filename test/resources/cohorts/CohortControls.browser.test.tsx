import { expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import type { DisplaySettings } from '../../../src/i18n/DisplayContext.tsx'
import { CohortControls } from '../../../src/resources/cohorts/CohortControls.tsx'
import { viewsOf } from '../../../src/resources/cohorts/grid.views.model.ts'
import { initialPanelView, viewSituation } from '../../../src/resources/cohorts/panelView.model.ts'
import '../../../src/styles/index.css'
import { Root as Box } from '../../../src/ui/Root.tsx'
import { createStage, english, german } from '../../stage.tsx'

const stage = createStage()

/** The controls of a panel with the fold open, over the choices that are documented. */
async function draw(viewer: DisplaySettings): Promise<HTMLSelectElement[]> {
  const view = initialPanelView()
  stage.draw(
    <Box>
      <CohortControls
        value={view}
        first={view}
        onChange={() => undefined}
        views={viewsOf(view.metric, viewSituation(view))}
        meta={undefined}
        loading={false}
        currencies={['USD']}
        hasAnnotations
        now={Date.UTC(2026, 10, 22) / 1000}
      />
    </Box>,
    viewer,
  )
  stage.host.querySelector('details')!.open = true
  const selects = () => [...stage.host.querySelectorAll('select')]
  // Five in view, nine behind the fold.
  await vi.waitFor(() => expect(selects()).toHaveLength(14))
  return selects()
}

/** How wide a select would be by its longest choice. */
function neededWidth(select: HTMLSelectElement): number {
  const copy = select.cloneNode(true) as HTMLSelectElement
  copy.style.inlineSize = 'max-content'
  copy.style.position = 'absolute'
  select.after(copy)
  const { width } = copy.getBoundingClientRect()
  copy.remove()
  return width
}

it.each([
  [390, 'English', english],
  [390, 'German', german],
  [768, 'German', german],
  [1280, 'English', english],
  [1280, 'German', german],
] as const)('no choice of a control is cut at %i pixels in %s', async (width, _, display) => {
  await page.viewport(width, 900)
  const selects = await draw(display)
  const cut = selects.filter(
    (select) => neededWidth(select) > select.getBoundingClientRect().width + 0.5,
  )
  expect(cut.map((select) => select.labels[0]!.textContent)).toEqual([])
})

it('has no heading for filters where there is nothing to filter by', async () => {
  await draw(english)
  const shown = page.getByRole('group').elements()
  const names = shown.flatMap((group) => group.querySelector(':scope > legend')?.textContent ?? [])
  expect(names).toEqual(['What is counted', 'Appearance'])
})
