import { hash } from '../random.ts'

const hex = (...path: readonly number[]): string =>
  hash(...path)
    .toString(16)
    .padStart(8, '0')

/** An experiment's id, made from a path of integers: the same path gives the same id. */
export const experimentId = (...path: readonly number[]): string =>
  [0, 1, 2, 3]
    .map((part) => hex(...path, part))
    .join('')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** A group's id, made in the same way. */
export const groupId = (...path: readonly number[]): string => hex(...path)

/** A remote configuration's id, in the form of an experiment's. */
export const configurationId = experimentId
