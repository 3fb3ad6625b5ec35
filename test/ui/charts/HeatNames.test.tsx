import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { createHeatFrame } from '../../../src/ui/charts/heatFrame.ts'
import { ColumnNames } from '../../../src/ui/charts/HeatNames.tsx'

test.each([false, true])(
  'no name of a column is cut off at the edge, even in a wide font (right to left: %s)',
  (isRightToLeft) => {
    const columnLabels = Array.from({ length: 13 }, (_, month) => `Month ${month}`)
    const rowLabels = ['September 2026']
    for (let width = 320; width < 420; width++) {
      const size = { longestText: null, width, isRightToLeft }
      const frame = createHeatFrame({ rowLabels, columnLabels, ...size })
      const { container, unmount } = render(
        <svg>
          <ColumnNames frame={frame} labels={columnLabels} />
        </svg>,
      )
      const names = [...container.querySelectorAll('text')].filter(({ textContent }) =>
        textContent.startsWith('Month'),
      )
      expect(names.length).toBeGreaterThan(1)
      for (const name of names) {
        // DejaVu Sans, the widest of the usual fonts, takes 7.6 px a letter at 12 px.
        const reach = 7.6 * name.textContent.length
        const at = Number(name.getAttribute('x'))
        const edge = isRightToLeft ? at - reach : frame.width - at - reach
        expect(edge).toBeGreaterThanOrEqual(0)
      }
      unmount()
    }
  },
)
