import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { difference, lab, linear, RAMPS, theme, THEMES, VISION } from './colours.ts'

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

describe.each(THEMES)('theme %s', (_, selector) => {
  const token = theme(selector)
  const surface = lab(linear(token['--qv-color-surface']!))[0]

  describe.each(Object.entries(VISION))('seen with %s', (__, see) => {
    const seen = (group: string, kind: string) =>
      LEVELS.map((level) => lab(see(linear(token[`--qv-${group}-${level}${kind}`]!))))

    describe.each(KINDS)('levels%s', (kind) => {
      test.each(SEQUENTIAL)('of %s go further from the surface, step by step', (___, group) => {
        const steps = seen(group, kind)
        const far = steps.map(([lightness]) => Math.abs(lightness - surface))
        for (const level of LEVELS.slice(1)) {
          expect(far[level]! - far[level - 1]!, `${group} ${level}`).toBeGreaterThan(0)
          // Complete cells are told apart at a glance; what still moves is softer and only keeps its order.
          expect(difference(steps[level]!, steps[level - 1]!)).toBeGreaterThan(kind ? 1.2 : 3)
        }
      })

      test.each(DIVERGING)('of %s go away from the middle on both arms', (___, group) => {
        const steps = seen(group, kind)
        const far = steps.map(([lightness]) => Math.abs(lightness - surface))
        for (const step of [1, 2, 3, 4]) {
          expect(far[4 - step]! - far[5 - step]!).toBeGreaterThan(0)
          expect(far[5 + step]! - far[4 + step]!).toBeGreaterThan(0)
        }
      })

      test.each(DIVERGING)('of %s tell below from above', (___, group) => {
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
