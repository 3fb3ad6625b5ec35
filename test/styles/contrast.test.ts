// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { contrast, theme, THEMES } from './colours.ts'

test('the formula gives the published ratios', () => {
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

describe.each(THEMES)('theme %s', (_, selector) => {
  const token = theme(selector)

  test.each([
    ['surface', 'ink'],
    ['surface', 'ink-muted'],
    ['surface-raised', 'ink'],
    ['surface-raised', 'ink-muted'],
    ['surface-hover', 'ink'],
    ['info-surface', 'ink'],
    ['warning-surface', 'ink'],
    ['error-surface', 'ink'],
    ['error-surface', 'ink-muted'],
    ['surface', 'error-line'],
    ['surface-raised', 'error-line'],
    ['accent', 'accent-ink'],
    ['band-surface', 'band-ink'],
    ['tooltip-surface', 'tooltip-ink'],
  ])('the text on %s reads in %s (4.5:1)', (surface, text) => {
    expect(
      contrast(token[`--qv-color-${surface}`]!, token[`--qv-color-${text}`]!),
    ).toBeGreaterThanOrEqual(4.5)
  })

  test('the focus ring shows on the surface and on every level (3:1 to one side)', () => {
    const focus = token['--qv-color-focus']!
    expect(contrast(focus, token['--qv-color-surface']!)).toBeGreaterThanOrEqual(3)
  })
})
