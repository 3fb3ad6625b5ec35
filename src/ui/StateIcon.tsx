/** What a state looks like beside its word: never by colour alone. */
export type StateIconKind = keyof typeof PATHS

/** A small drawing of a state, in the colour of the text; its word stands beside it. */
export const StateIcon = ({ kind }: { readonly kind: StateIconKind }) => (
  <svg className="qv-state-icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
    <path d={PATHS[kind]} />
  </svg>
)

const PATHS = {
  check: 'M2.5,8.5L6.5,12.5L13.5,4',
  cross: 'M3.5,3.5L12.5,12.5M12.5,3.5L3.5,12.5',
  open: 'M8,3A5,5 0 1 1 7.99,3Z',
  clock: 'M8,1.8A6.2,6.2 0 1 1 7.99,1.8ZM8,4.5V8L10.6,9.8',
  warning: 'M8,2L14.8,13.8H1.2ZM8,6.4V9.8M8,11.6V11.9',
  back: 'M6.5,3L2.5,7L6.5,11M2.5,7H10A3.5,3.5 0 0 1 10,13.5H7',
  equal: 'M2.5,5.8H13.5M2.5,10.2H13.5',
  up: 'M8,13.5V3M3.2,7.8L8,3L12.8,7.8',
} as const
