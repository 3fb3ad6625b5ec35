// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { buildCohortGrid } from '../../src/resources/cohorts/grid.build.model.ts'
import { createHeat, DEFAULT_COLOUR } from '../../src/resources/cohorts/grid.colour.model.ts'
import { figure, runs } from '../figures.ts'
import { answer, at, row } from '../resources/cohorts/answers.ts'
import { contrast, difference, lab, linear, RAMPS, theme, THEMES, VISION } from './colours.ts'

const LEVELS = Array.from({ length: 10 }, (_, level) => level)
const SEQUENTIAL = RAMPS.filter(([name]) => name !== 'orangeBlue')
const DIVERGING = RAMPS.filter(([name]) => name === 'orangeBlue')
const KINDS = ['', '-soft'] as const

test('the formulas give the published values', () => {
  // Primary red of sRGB in CIE L*a*b* under D65; and what dichromats take for the same: pure blue keeps its lightness order.
  const [l, a, b] = lab(linear('#ff0000'))
  expect([l, a, b].map((part) => part.toFixed(1))).toEqual(['53.2', '80.1', '67.2'])
  for (const see of Object.values(VISION)) {
    const white = see(linear('#ffffff'))
    for (const part of white) expect(part).toBeCloseTo(1, 4)
  }
})

describe.each(THEMES)('theme %s', (name, selector) => {
  const token = theme(selector)
  const surface = lab(linear(token['--qv-color-surface']!))[0]

  test.each(RAMPS)(
    'the numbers of cells coloured by %s read, complete or not (4.5:1)',
    (ramp, group) => {
      const count = runs(1_000)
      const grid = buildCohortGrid(
        answer([row('1997-01-01', 10, [[50, 5, 5]]), row('1997-02-01', 10, [[100, 5, 5]])]),
        {
          now: at('1998-01-01'),
        },
      )
      const scale = ramp === 'orangeBlue' ? 'diverging' : 'sequential'
      const { level } = createHeat(
        [grid],
        { metric: 'revenue', view: 'absolute' },
        { ...DEFAULT_COLOUR, scale },
      )
      const ink = token['--qv-color-ink']!
      const seen = new Set<number>()
      let least = 21
      // From a refund to more than the scale holds.
      for (let index = 0; index < count; index++) {
        const found = level(grid, 0, 0, -20 + (150 * index) / count)!
        seen.add(found)
        const [colour, own, soft] = ['', '-ink', '-soft'].map(
          (part) => token[`--qv-${group}-${found}${part}`]!,
        )
        least = Math.min(
          least,
          contrast(own!, colour!),
          contrast(ink, soft!),
          // A running cell is striped with the surface.
          contrast(ink, token['--qv-color-surface']!),
        )
      }
      expect(seen.size).toBe(10)
      expect(least).toBeGreaterThanOrEqual(4.5)
      figure(`contrast of numbers on ${ramp}, ${name}`, count, `${least.toFixed(2)}:1 at least`)
    },
  )

  test.each(RAMPS)(
    'the hatch of a cell that still runs shows on every level of %s, and its number reads',
    (_, group) => {
      const hatch = token['--qv-heat-hatch']!
      // Its lines stand between the surface and the soft colour of the level.
      expect(contrast(hatch, token['--qv-color-surface']!)).toBeGreaterThanOrEqual(2)
      for (const level of LEVELS) {
        const soft = token[`--qv-${group}-${level}-soft`]!
        const steps = [contrast(soft, token['--qv-color-surface']!), contrast(hatch, soft)]
        expect(Math.max(...steps), `${group} ${level}`).toBeGreaterThanOrEqual(1.5)
      }
      expect(contrast(hatch, token['--qv-color-ink']!)).toBeGreaterThanOrEqual(4.5)
      expect(readFileSync('src/styles/heat.css', 'utf8')).toContain('var(--qv-heat-hatch)')
    },
  )

  describe.each(Object.entries(VISION))('seen with %s', (_, see) => {
    const seen = (group: string, kind: string) =>
      LEVELS.map((level) => lab(see(linear(token[`--qv-${group}-${level}${kind}`]!))))

    describe.each(KINDS)('levels%s', (kind) => {
      test.each(SEQUENTIAL)('of %s go further from the surface, step by step', (__, group) => {
        const steps = seen(group, kind)
        const far = steps.map(([lightness]) => Math.abs(lightness - surface))
        for (const level of LEVELS.slice(1)) {
          expect(far[level]! - far[level - 1]!, `${group} ${level}`).toBeGreaterThan(0)
          // Complete cells are told apart at a glance; what still moves is softer and only keeps its order.
          expect(difference(steps[level]!, steps[level - 1]!)).toBeGreaterThan(kind ? 1.2 : 3)
        }
      })

      test.each(DIVERGING)('of %s go away from the middle on both arms', (__, group) => {
        const steps = seen(group, kind)
        const far = steps.map(([lightness]) => Math.abs(lightness - surface))
        for (const step of [1, 2, 3, 4]) {
          expect(far[4 - step]! - far[5 - step]!).toBeGreaterThan(0)
          expect(far[5 + step]! - far[4 + step]!).toBeGreaterThan(0)
        }
      })

      test.each(DIVERGING)('of %s tell below from above', (__, group) => {
        const steps = seen(group, kind)
        for (const step of [1, 2, 3, 4])
          expect(difference(steps[4 - step]!, steps[5 + step]!)).toBeGreaterThan(15)
        expect(difference(steps[4]!, steps[5]!)).toBeGreaterThan(3)
      })
    })
  })
})

test('a dark system gets the dark set, colour by colour', () => {
  const [, dark, auto] = THEMES.map(([, selector]) => theme(selector))
  expect(auto).toEqual(dark)
})

test.each(RAMPS.slice(1))(
  'the grid’s data-ramp "%s" gives every level its colour, ink and soft colour',
  (name, group) => {
    const sheet = readFileSync('src/styles/ramps.css', 'utf8')
    const start = sheet.indexOf(`[data-ramp='${name}']`)
    expect(start).toBeGreaterThan(0)
    const body = sheet.slice(start, sheet.indexOf('}', start))
    for (const level of LEVELS)
      for (const part of ['', '-ink', '-soft'])
        expect(body).toContain(`--qv-heat-${level}${part}: var(--qv-${group}-${level}${part});`)
  },
)
