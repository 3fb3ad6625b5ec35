import { readFileSync } from 'node:fs'

/** A colour as red, green and blue of 0 to 1. */
export type Rgb = readonly [number, number, number]

const sheets = ['tokens', 'ramps'].map((name) => readFileSync(`src/styles/${name}.css`, 'utf8'))

/** The three themes with the selector that each sheet sets them by. */
export const THEMES = [
  ['light', '.qv-root {'],
  ['dark', ".qv-root[data-theme='dark'] {"],
  ['auto, on a dark system', ".qv-root[data-theme='auto'] {"],
] as const

/** The ramps of the cells with the group their tokens are named by. */
export const RAMPS = [
  ['blue', 'heat'],
  ['viridis', 'viridis'],
  ['orangeBlue', 'orange-blue'],
] as const

/** Values of the tokens of one theme, as the sheets set them. */
export function theme(selector: string): Record<string, string> {
  return Object.fromEntries(
    sheets.flatMap((sheet) => {
      const start = sheet.indexOf(selector)
      const body = sheet.slice(sheet.indexOf('{', start) + 1, sheet.indexOf('}', start))
      return [...body.matchAll(/(--qv-[\w-]+):\s*([^;]+);/g)].map((match) => [match[1]!, match[2]!])
    }),
  )
}

/** Contrast of two colours by WCAG 2.2, relative luminance and all. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (light! + 0.05) / (dark! + 0.05)
}

/** Linear light of a colour written as #rrggbb. */
export function linear(colour: string): Rgb {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return [red!, green!, blue!]
}

function luminance(colour: string): number {
  const [red, green, blue] = linear(colour)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** CIE L*a*b* (D65) of linear light. */
export function lab([red, green, blue]: Rgb): Rgb {
  const x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
  const y = 0.2126729 * red + 0.7151522 * green + 0.072175 * blue
  const z = (0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883
  const [fx, fy, fz] = [x, y, z].map((part) =>
    part > 216 / 24389 ? Math.cbrt(part) : ((24389 / 27) * part + 16) / 116,
  )
  return [116 * fy! - 16, 500 * (fx! - fy!), 200 * (fy! - fz!)]
}

/** Difference of two colours as CIE 1976 counts it: about 2.3 is just noticeable. */
export const difference = (a: Rgb, b: Rgb): number =>
  Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])

/** How linear light looks without one kind of cone: matrices of Machado, Oliveira and Fernandes (2009) at severity 1. */
export const VISION: Readonly<Record<string, (light: Rgb) => Rgb>> = {
  'full colour vision': (light) => light,
  deuteranopia: through([
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ]),
  protanopia: through([
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ]),
}

function through(matrix: readonly Rgb[]): (light: Rgb) => Rgb {
  return (light) => {
    const [red, green, blue] = matrix.map((row) =>
      Math.min(1, Math.max(0, row[0] * light[0] + row[1] * light[1] + row[2] * light[2])),
    )
    return [red!, green!, blue!]
  }
}
