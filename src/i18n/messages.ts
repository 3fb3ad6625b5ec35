import type { en } from './en.ts'

/** A text by plural category of the viewer's language; `{n}` is the number as shown, `count` chooses the form. */
export type Plural = { readonly other: string } & Partial<Record<Intl.LDMLPluralRule, string>>

/** Every text a component shows or speaks, by key; `{name}` marks what is filled in. */
export type Messages = {
  readonly [Key in keyof typeof en]: (typeof en)[Key] extends string ? string : Plural
}
