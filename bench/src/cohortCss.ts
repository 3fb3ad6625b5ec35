import { addCss } from './plain'

/** As many cells in view as the others show, in the page's font as theirs are: the host's height, without room lost around the grid. */
export const addCohortCss = () =>
  addCss('.qv-root { --qv-size-table-height: 600px; --qv-font: inherit; }')
