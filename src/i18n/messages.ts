import type { en } from './en.ts'

/** A text by plural category of the viewer's language; `{n}` is the number as shown, `count` chooses the form. */
export type Plural = { readonly other: string } & Partial<Record<Intl.LDMLPluralRule, string>>

/** The texts of a section in any language: the keys of its English ones. */
export type Translated<English> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : Plural
}

/** Every text a component shows or speaks, by key; `{name}` marks what is filled in. */
export type Messages = Translated<typeof en>
