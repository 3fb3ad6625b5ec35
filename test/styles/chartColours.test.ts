// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const tokens = readFileSync('src/styles/tokens.css', 'utf8')

/** The tokens that one theme sets. */
function theme(selector: string): Record<string, string> {
  const start = tokens.indexOf(selector)
  const body = tokens.slice(tokens.indexOf('{', start) + 1, tokens.indexOf('}', start))
  return Object.fromEntries(
    [...body.matchAll(/(--qv-[\w-]+):\s*([^;]+);/g)].map((match) => [match[1]!, match[2]!]),
  )
}

type Triple = readonly [number, number, number]

/** A hex colour as linear light. */
const linear = (hex: string): Triple => {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return [red!, green!, blue!]
}

const times = (matrix: readonly Triple[], [a, b, c]: Triple): Triple => {
  const [x, y, z] = matrix.map((row) => row[0] * a + row[1] * b + row[2] * c)
  return [x!, y!, z!]
}

const luminance = ([red, green, blue]: Triple) => 0.2126 * red + 0.7152 * green + 0.0722 * blue
const contrast = (a: string, b: string) => {
  const [light, dark] = [luminance(linear(a)), luminance(linear(b))].toSorted((x, y) => y - x)
  return (light! + 0.05) / (dark! + 0.05)
}

/** What is seen with full-strength colour blindness: the matrices of Machado, Oliveira and Fernandes (2009), on linear light. */
const EYES: Record<string, readonly Triple[]> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  'full colour sight': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
}

/** A colour in Oklab (Ottosson 2020), where distances are as the eye sees them: black to white is 1. */
function oklab(light: Triple): Triple {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    light,
  )
  const [l, m, s] = cones.map(Math.cbrt)
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [l!, m!, s!],
  )
}

const clipped = ([a, b, c]: Triple): Triple => [clip(a), clip(b), clip(c)]
const clip = (channel: number) => Math.min(1, Math.max(0, channel))

test('the instruments give published values', () => {
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5)
  const [lightness, a, b] = oklab(linear('#ff0000'))
  expect([lightness, a, b].map((part) => part.toFixed(3))).toEqual(['0.628', '0.225', '0.126'])
})

describe.each([
  ['light', '.qv-root {'],
  ['dark', ".qv-root[data-theme='dark'] {"],
  ['auto, on a dark system', ".qv-root[data-theme='auto'] {"],
])('lines in the theme %s', (_, selector) => {
  const token = theme(selector)
  const colours = Array.from({ length: 8 }, (__, index) => token[`--qv-chart-${index + 1}`]!)

  test.each(colours)('%s shows on the surface (3:1)', (colour) => {
    expect(contrast(colour, token['--qv-color-surface']!)).toBeGreaterThanOrEqual(3)
  })

  test.each(Object.keys(EYES))('any two lines look different with %s', (eye) => {
    const seen = colours.map((colour) => oklab(clipped(times(EYES[eye]!, linear(colour)))))
    const pairs = seen.flatMap((one, index) => seen.slice(index + 1).map((other) => [one, other]))
    const distances = pairs.map(([one, other]) =>
      Math.hypot(...one!.map((part, index) => part - other![index]!)),
    )
    // CSS Color 4 takes 0.02 for the least difference that is noticed.
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(0.07)
    expect(distances).toHaveLength(28)
  })
})
