import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const tokens = readFileSync('src/styles/tokens.css', 'utf8')

/** Values of the tokens of one theme, as the sheet sets them. */
function theme(selector: string): Record<string, string> {
  const start = tokens.indexOf(selector)
  const body = tokens.slice(tokens.indexOf('{', start) + 1, tokens.indexOf('}', start))
  return Object.fromEntries(
    [...body.matchAll(/(--qv-[\w-]+):\s*([^;]+);/g)].map((match) => [match[1]!, match[2]!]),
  )
}

/** Contrast of two colours by WCAG 2.2, relative luminance and all. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (light! + 0.05) / (dark! + 0.05)
}
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

test('the formula gives the published ratios', () => {
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

describe.each([
  ['light', '.qv-root {'],
  ['dark', ".qv-root[data-theme='dark'] {"],
  ['auto, on a dark system', ".qv-root[data-theme='auto'] {"],
])('theme %s', (_, selector) => {
  const token = theme(selector)
  const levels = Array.from({ length: 10 }, (__, level) => level)
  const ink = token['--qv-color-ink']!

  test.each(levels)('the text on heat level %i reads, complete or not (4.5:1)', (level) => {
    expect(
      contrast(token[`--qv-heat-${level}`]!, token[`--qv-heat-${level}-ink`]!),
    ).toBeGreaterThanOrEqual(4.5)
    expect(contrast(token[`--qv-heat-${level}-soft`]!, ink)).toBeGreaterThanOrEqual(4.5)
  })

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
