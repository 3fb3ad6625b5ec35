import type { toolbar as english } from '../../en/toolbar.ts'
import type { Translated } from '../../messages.ts'

/** German texts of the fold that holds a panel's controls. */
export const toolbar: Translated<typeof english> = {
  'toolbar.label': 'Frage',
  'toolbar.more': 'Weitere Optionen',
  'toolbar.more.changed': { one: '{n} geändert', other: '{n} geändert' },
}
